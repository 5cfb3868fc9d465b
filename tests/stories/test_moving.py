"""A story goes its whole way through the service: one audit entry a move, approvals by version."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from newsroom.audit.models import AuditEntry
from newsroom.db import db, now
from newsroom.errors import Conflict, Invalid, NotFound
from newsroom.stories import facts, moving, queries
from newsroom.stories.models import Story, StoryNote


def state(newsroom):
    with newsroom.app.app_context():
        return db.session.get(Story, newsroom.story).state


def to_ready(newsroom):
    newsroom.through_copy()
    with newsroom.change():
        moving.waive_photo(newsroom.pavel, newsroom.story, "A notice")
    newsroom.move(newsroom.pavel, "pass-captions")


def test_from_draft_to_ready(newsroom):
    to_ready(newsroom)
    assert state(newsroom) == "ready"
    with newsroom.app.app_context():
        given = queries.approvals(newsroom.story)
        assert {k: (a.version, a.by_id) for k, a in given.items()} == {
            "copy": (0, newsroom.tomas.id),
            "captions": (0, newsroom.pavel.id),
        }


def test_each_move_leaves_exactly_one_audit_entry(newsroom):
    def moves():
        with newsroom.app.app_context():
            wanted = select(AuditEntry).where(AuditEntry.event == "story.moved")
            return [(e.actor_name, e.facts["move"]) for e in db.session.scalars(wanted)]

    newsroom.move(newsroom.jonas, "file")
    assert moves() == [("Jonas", "file")]
    newsroom.move(newsroom.tomas, "return-to-reporter", note="Who says so?")
    assert moves()[1:] == [("Tomas", "return-to-reporter")]
    with pytest.raises(Invalid):
        newsroom.move(newsroom.tomas, "pass-copy")
    assert len(moves()) == 2


def test_a_refused_move_changes_nothing_and_says_every_reason(newsroom):
    newsroom.move(newsroom.jonas, "file")
    with pytest.raises(Invalid) as refused:
        newsroom.move(newsroom.tomas, "pass-copy")
    assert "The house style check has not read version 0 yet." in refused.value.sentence
    assert "The attribution check has not read version 0 yet." in refused.value.sentence
    assert state(newsroom) == "edit"


def test_the_gate_waits_for_the_check_of_this_very_version(newsroom):
    newsroom.move(newsroom.jonas, "file")
    newsroom.check()
    newsroom.type(newsroom.tomas, " sharp")
    with pytest.raises(Invalid, match="has not read version 1 yet"):
        newsroom.move(newsroom.tomas, "pass-copy")
    newsroom.check()
    newsroom.move(newsroom.lena, "pass-copy")
    assert state(newsroom) == "photo_check"


def test_nobody_passes_words_they_have_not_seen(newsroom):
    newsroom.move(newsroom.jonas, "file")
    newsroom.type(newsroom.lena, " sharp")
    newsroom.check()
    with pytest.raises(Conflict, match="you saw version 0, it is now version 1"):
        newsroom.move(newsroom.tomas, "pass-copy", seen=0)
    with newsroom.app.app_context():
        assert queries.approvals(newsroom.story) == {}


def test_a_note_comes_with_a_return_and_lapses_the_approval(newsroom):
    newsroom.through_copy()
    newsroom.move(newsroom.pavel, "return-to-edit", note="The caption names nobody.")
    with newsroom.app.app_context():
        note = db.session.scalars(select(StoryNote)).one()
        assert (note.text, note.move) == ("The caption names nobody.", "return-to-edit")
        assert queries.approvals(newsroom.story)["copy"].why == "returned the story"


def test_an_edit_after_the_pass_lapses_it_until_it_is_given_again(newsroom):
    to_ready(newsroom)
    newsroom.type(newsroom.lena, " sharp")
    with newsroom.app.app_context():
        standing = facts.standing(db.session.get(Story, newsroom.story))
        assert (standing.copy.holds, standing.copy.lapsed_by) == (False, "Lena")
        assert standing.captions.holds
    with pytest.raises(Invalid, match="Copy approval of version 0 lapsed: Lena changed the text"):
        newsroom.move(newsroom.tomas, "publish")
    newsroom.check()
    newsroom.move(newsroom.tomas, "pass-copy-again")
    assert state(newsroom) == "ready"
    with newsroom.app.app_context():
        assert queries.approvals(newsroom.story)["copy"].version == 1


def test_an_editor_passes_what_they_wrote_only_on_a_one_person_desk(newsroom):
    with newsroom.change():
        from newsroom.stories.filing import set_reporters

        set_reporters(db.session.get(Story, newsroom.story), frozenset({newsroom.tomas.id}))
    newsroom.move(newsroom.tomas, "file")
    newsroom.check()
    with pytest.raises(Invalid, match="You wrote this story; another editor must pass it"):
        newsroom.move(newsroom.tomas, "pass-copy")
    with newsroom.change():
        queries.desk_of(db.session.get(Story, newsroom.story)).self_pass = True
    newsroom.move(newsroom.tomas, "pass-copy")
    with newsroom.app.app_context():
        newest = select(AuditEntry).order_by(AuditEntry.id.desc()).limit(1)
        assert db.session.scalars(newest).one().facts["own_copy"] is True


def test_schedule_and_unschedule(newsroom):
    to_ready(newsroom)
    with pytest.raises(Invalid, match="That time is past"):
        newsroom.move(newsroom.tomas, "schedule", at=now() - timedelta(minutes=1))
    moment = now() + timedelta(hours=2)
    newsroom.move(newsroom.tomas, "schedule", at=moment)
    with newsroom.app.app_context():
        assert db.session.get(Story, newsroom.story).scheduled_for == moment
    newsroom.move(newsroom.tomas, "unschedule")
    with newsroom.app.app_context():
        assert db.session.get(Story, newsroom.story).scheduled_for is None


def test_a_spiked_story_is_revived_where_it_was(newsroom):
    newsroom.through_copy()
    newsroom.move(newsroom.tomas, "spike")
    assert state(newsroom) == "spiked"
    newsroom.move(newsroom.tomas, "revive")
    assert state(newsroom) == "photo_check"


def test_a_move_that_does_not_exist_is_not_found(newsroom):
    with pytest.raises(NotFound):
        newsroom.move(newsroom.tomas, "teleport")


def test_what_a_story_was_started_with_is_its_starters(newsroom):
    """An editor who puts a few words into a pasted story has not written it."""
    newsroom.move(newsroom.jonas, "file")
    newsroom.type(newsroom.tomas, " on the dot")
    newsroom.check()
    newsroom.move(newsroom.tomas, "pass-copy")
    assert state(newsroom) == "photo_check"


def test_a_waiver_taken_back_after_the_captions_were_passed_lapses_them(newsroom):
    to_ready(newsroom)
    with newsroom.change():
        moving.waive_photo(newsroom.pavel, newsroom.story, " ")
    with newsroom.app.app_context():
        given = queries.approvals(newsroom.story)
        assert given["captions"].why == "took back the leave to run without a photo"
        assert given["copy"].lapsed_at is None


def test_a_long_reason_for_a_waiver_is_refused_and_not_cut(newsroom):
    with pytest.raises(Invalid, match="at most 500"), newsroom.change():
        moving.waive_photo(newsroom.pavel, newsroom.story, "x" * 501)


def test_a_note_is_kept_without_what_no_page_or_feed_can_hold(newsroom):
    newsroom.move(newsroom.jonas, "file")
    newsroom.move(newsroom.tomas, "return-to-reporter", note="Who\x00 says\x01 so?\r\nAsk.")
    with newsroom.app.app_context():
        (note,) = db.session.scalars(select(StoryNote.text))
        assert note == "Who says so?\nAsk."


def test_a_note_of_nothing_that_can_be_printed_is_no_note(newsroom):
    newsroom.move(newsroom.jonas, "file")
    with pytest.raises(Invalid, match="Say why"):
        newsroom.move(newsroom.tomas, "return-to-reporter", note="\x00\x01")

"""The server orders the edits of everybody, and loses none."""

from threading import Thread

import pytest
from prosemirror.transform import Transform
from sqlalchemy import select

from newsroom.db import db, transaction
from newsroom.errors import Invalid, NotAllowed, NotFound
from newsroom.stories import authority, document, documents, queries
from newsroom.stories.authority import Behind
from newsroom.stories.models import Approval, Story, StorySnapshot, StoryStep
from tests.stories.samples import block, figure, place, steps, story, typed


def current(story_id):
    row = db.session.get(Story, story_id)
    return documents.at(story_id, row.version)


def type_words(newsroom, actor, after, words, version=None, client="tab-1", story_id=None):
    wanted = story_id or newsroom.story
    with newsroom.app.app_context(), transaction():
        row = db.session.get(Story, wanted)
        changes = typed(documents.at(wanted, row.version), after, words)
        base = row.version if version is None else version
        return authority.commit(actor, wanted, base, client, changes)


def test_a_step_makes_the_next_version_and_is_kept_with_its_author(newsroom):
    assert type_words(newsroom, newsroom.jonas, "at noon", " sharp") == 1
    with newsroom.app.app_context():
        kept = db.session.get(StoryStep, (newsroom.story, 1))
        assert (kept.author_id, kept.client, kept.inserted) == (newsroom.jonas.id, "tab-1", 6)
        assert "at noon sharp" in document.write(current(newsroom.story))


def test_a_client_behind_is_told_so_and_nothing_changes(newsroom):
    type_words(newsroom, newsroom.jonas, "at noon", " sharp")
    with pytest.raises(Behind):
        type_words(newsroom, newsroom.jonas, "boat", "s", version=0)
    with newsroom.app.app_context():
        assert "boats" not in document.write(current(newsroom.story))


def test_a_request_sent_twice_is_made_once(newsroom):
    with newsroom.app.app_context():
        changes = typed(current(newsroom.story), "at noon", " sharp")
    with newsroom.change():
        assert authority.commit(newsroom.jonas, newsroom.story, 0, "tab-1", changes) == 1
    with pytest.raises(Behind), newsroom.change():
        authority.commit(newsroom.jonas, newsroom.story, 0, "tab-1", changes)
    with newsroom.app.app_context():
        assert document.write(current(newsroom.story)).count(" sharp") == 1


def test_any_process_reads_the_same_document_from_snapshot_and_steps(newsroom):
    for number in range(120):
        type_words(newsroom, newsroom.jonas, "at noon", f"{number % 10}")
    with newsroom.app.app_context():
        known = document.write(current(newsroom.story))
        snapshots = select(StorySnapshot.version).where(StorySnapshot.story_id == newsroom.story)
        assert list(db.session.scalars(snapshots)) == [0, 50, 100]
        newsroom.app.extensions.pop("story_documents", None)
        assert document.write(current(newsroom.story)) == known


def test_what_lists_show_follows_the_document(newsroom):
    type_words(newsroom, newsroom.jonas, "halted", " at last")
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        assert (row.headline, row.words) == ("Ferry service halted at last by storm", 6)


def test_a_refused_step_leaves_no_trace(newsroom):
    hostile = [{"stepType": "replace", "from": 0, "to": 9_000}]
    with pytest.raises(Invalid), newsroom.change():
        authority.commit(newsroom.jonas, newsroom.story, 0, "tab-1", hostile)
    with newsroom.app.app_context():
        assert db.session.get(Story, newsroom.story).version == 0


def test_a_step_that_reaches_beyond_its_authors_part_is_refused(newsroom):
    with pytest.raises(NotAllowed, match="photo desk changes pictures"):
        type_words(newsroom, newsroom.pavel, "at noon", " sharp")
    with pytest.raises(NotAllowed, match="neither a reporter of this story"):
        type_words(newsroom, newsroom.mira, "at noon", " sharp")


def test_a_client_that_is_nobody_or_the_server_is_refused(newsroom):
    for client in ("", "server", "x" * 65):
        with pytest.raises(Invalid, match="did not say who it is"):
            type_words(newsroom, newsroom.jonas, "at noon", "!", client=client)


def test_a_story_that_is_not_there_is_not_found(newsroom):
    with pytest.raises(NotFound), newsroom.change():
        authority.commit(newsroom.jonas, 9_999, 0, "tab-1", [])


def approvals(newsroom):
    with newsroom.app.app_context():
        return {kind: a.lapsed_at is None for kind, a in queries.approvals(newsroom.story).items()}


def pass_both(newsroom):
    with newsroom.change():
        row = queries.story_for_change(newsroom.lena, newsroom.story)
        row.state = "ready"
        for kind in ("copy", "captions"):
            db.session.add(Approval(story_id=row.id, kind=kind, version=0, by_id=newsroom.lena.id))


def test_an_edit_of_text_lapses_copy_approval_only_and_says_who(newsroom):
    pass_both(newsroom)
    type_words(newsroom, newsroom.lena, "at noon", " sharp")
    assert approvals(newsroom) == {"copy": False, "captions": True}
    with newsroom.app.app_context():
        lapsed = queries.approvals(newsroom.story)["copy"]
        assert (lapsed.lapsed_by_id, lapsed.lapsed_version) == (newsroom.lena.id, 1)
        assert lapsed.why == "changed the text"


def test_an_edit_of_a_caption_lapses_the_caption_approval_only(newsroom):
    with newsroom.change():
        wanted = story(block("paragraph", "The boat left."), figure("The pier."))
        row = db.session.get(StorySnapshot, (newsroom.story, 0))
        row.document = document.write(wanted)
    newsroom.app.extensions.pop("story_documents", None)
    pass_both(newsroom)
    type_words(newsroom, newsroom.pavel, "The pier", " at dawn")
    assert approvals(newsroom) == {"copy": True, "captions": False}


def test_a_figure_moved_while_text_was_typed_lapses_both_approvals(newsroom):
    body = (block("paragraph", "One."), figure("The pier."), block("paragraph", "Two."))
    with newsroom.change():
        row = db.session.get(StorySnapshot, (newsroom.story, 0))
        row.document = document.write(story(*body))
    newsroom.app.extensions.pop("story_documents", None)
    pass_both(newsroom)
    with newsroom.change():
        node = current(newsroom.story)
        at = place(node, "The pier.") - 1
        picture = node.node_at(at)
        change = Transform(node).delete(at, at + picture.node_size)
        change.insert(place(change.doc, "Two.") + len("Two.") + 1, picture)
        change.insert(place(change.doc, "One."), node.type.schema.text("No. "))
        authority.commit(newsroom.lena, newsroom.story, 0, "tab-1", steps(change))
    assert approvals(newsroom) == {"copy": False, "captions": False}


def test_eight_writers_at_once_lose_no_word(newsroom):
    """The client's loop: read what was missed, put the words in again, until it is taken."""
    failures = []

    def took(words, client):
        try:
            return type_words(newsroom, newsroom.jonas, "at noon", words, client=client)
        except Behind:
            return None

    def write(number):
        try:
            for word in range(5):
                while not took(f" w{number}x{word}", f"c{number}"):
                    pass
        except Exception as error:  # noqa: BLE001 - a thread cannot fail the test itself
            failures.append(error)

    threads = [Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with newsroom.app.app_context():
        text = document.write(current(newsroom.story))
        assert db.session.get(Story, newsroom.story).version == 40
        assert all(text.count(f"w{n}x{w}") == 1 for n in range(8) for w in range(5))
        assert place(current(newsroom.story), "w0x0") > 0


def test_each_letter_typed_counts_for_its_writer_though_others_were_erased(newsroom):
    with newsroom.app.app_context():
        node = current(newsroom.story)
    at = place(node, "noon")
    letters = [
        {
            "stepType": "replace",
            "from": at,
            "to": at,
            "slice": {"content": [{"type": "text", "text": "x"}]},
        }
        for _ in range(9)
    ]
    erase = {"stepType": "replace", "from": at, "to": at + 1}
    with newsroom.change():
        authority.commit(newsroom.jonas, newsroom.story, 0, "tab-1", [*letters, erase])
    with newsroom.app.app_context():
        kept = db.session.scalars(select(StoryStep.inserted).order_by(StoryStep.version))
        assert sum(kept) == 9

"""The checks read each version; what a person decided stays with its words."""

from dataclasses import replace
from datetime import timedelta

import pytest
from prosemirror.transform import Transform

from newsroom.db import db, now
from newsroom.errors import Conflict, Invalid, NotAllowed
from newsroom.stories import (
    authority,
    check_queue,
    checking,
    checks,
    deciding,
    document,
    documents,
    facts,
    queries,
)
from newsroom.stories.found import Found
from newsroom.stories.models import Approval, Finding, Story, StorySnapshot
from tests.stories.conftest import Newsroom
from tests.stories.samples import block, figure, steps, story
from tests.stories.style import put_in_lexicon

BODY = (
    block("paragraph", "He left Odessa on Monday, and Odessa was quiet."),
    block("paragraph", "“Odessa is ours,” the mayor said."),
    figure("The port of Odessa."),
)


@pytest.fixture
def newsroom(app, change):
    made = Newsroom(app, change)
    with change():
        put_in_lexicon("Odesa", "Odessa")
        row = db.session.get(StorySnapshot, (made.story, 0))
        row.document = document.write(story(*BODY))
    app.extensions.pop("story_documents", None)
    return made


def listed(newsroom, *statuses):
    with newsroom.app.app_context():
        rows = queries.findings(newsroom.story, statuses or {"open"})
        return [(row.words, row.kind, row.place) for row in rows if row.check == "house_style"]


def ids(newsroom, kind="known"):
    with newsroom.app.app_context():
        rows = queries.findings(newsroom.story, {"open", "dismissed"})
        return [row.id for row in rows if row.kind == kind]


def text(newsroom):
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        return document.write(documents.at(row.id, row.version))


def test_a_name_in_two_spellings_is_shown_once_with_their_counts(newsroom):
    newsroom.type(
        newsroom.jonas, " near Mordukhai, for Mordukhai and Mardukhai met", after="was quiet"
    )
    newsroom.check()
    with newsroom.app.app_context():
        [row] = [one for one in queries.findings(newsroom.story, {"open"}) if one.kind == "several"]
        assert (row.words, row.severity) == ("Mardukhai", "note")
        assert "Mordukhai (2), Mardukhai (1)" in row.detail


def test_house_style_flags_running_text_and_only_notes_a_quotation(newsroom):
    newsroom.check()
    assert listed(newsroom) == [
        ("Odessa", "known", "paragraph"),
        ("Odessa", "known", "paragraph"),
        ("Odessa", "quote", "paragraph"),
        ("Odessa", "known", "caption"),
    ]
    with newsroom.app.app_context():
        open_ones = facts.standing(db.session.get(Story, newsroom.story)).findings
        assert [(f.blocking, f.in_caption) for f in open_ones if f.check == "house style"] == [
            (True, False),
            (True, False),
            (False, False),
            (True, True),
        ]


def test_running_a_check_twice_changes_nothing(newsroom):
    newsroom.check()
    before = ids(newsroom)
    newsroom.check()
    assert ids(newsroom) == before


def test_accepting_puts_the_suggestion_in_as_an_ordinary_step(newsroom):
    newsroom.check()
    with newsroom.change():
        deciding.accept(newsroom.jonas, newsroom.story, ids(newsroom)[0])
    assert "left Odesa on Monday, and Odessa" in text(newsroom)
    with newsroom.app.app_context():
        assert db.session.get(Story, newsroom.story).version == 1
    newsroom.check()
    assert [words for words, kind, _ in listed(newsroom) if kind == "known"] == ["Odessa", "Odessa"]


def test_accepting_twice_is_accepting_once(newsroom):
    newsroom.check()
    first = ids(newsroom)[0]
    for _ in range(2):
        with newsroom.change():
            deciding.accept(newsroom.jonas, newsroom.story, first)
    assert text(newsroom).count("Odesa ") == 1


def test_accept_all_never_touches_a_quotation(newsroom):
    newsroom.check()
    with newsroom.change():
        assert deciding.accept_all(newsroom.jonas, newsroom.story) == 3
    assert "“Odessa is ours,”" in text(newsroom)
    assert text(newsroom).count("Odesa") == 3


def test_marks_on_the_words_are_kept(newsroom):
    def embolden(node):
        from tests.stories.samples import place

        at = place(node, "Odessa on Monday")
        return [{"stepType": "addMark", "mark": {"type": "strong"}, "from": at, "to": at + 6}]

    newsroom.edit(newsroom.jonas, embolden)
    newsroom.check()
    with newsroom.change():
        deciding.accept(newsroom.jonas, newsroom.story, ids(newsroom)[0])
    assert '"marks":[{"type":"strong"}],"text":"Odesa"' in text(newsroom).replace(" ", "") or (
        '"text":"Odesa","marks":[{"type":"strong"}]' in text(newsroom)
    )


def test_a_suggestion_is_refused_where_the_words_are_no_longer_there(newsroom):
    newsroom.check()
    first = ids(newsroom)[0]
    newsroom.type(newsroom.jonas, "xxx", after="He left Ode")
    with pytest.raises(Conflict, match="no longer there"), newsroom.change():
        deciding.accept(newsroom.jonas, newsroom.story, first)


def test_a_suggestion_finds_its_words_after_edits_around_them(newsroom):
    newsroom.check()
    first = ids(newsroom)[0]
    newsroom.type(newsroom.jonas, ", tired,", after="He")
    with newsroom.change():
        deciding.accept(newsroom.jonas, newsroom.story, first)
    assert "He, tired, left Odesa on Monday" in text(newsroom)


def test_a_dismissal_with_its_reason_survives_edits_and_later_runs(newsroom):
    newsroom.check()
    first = ids(newsroom)[0]
    with newsroom.change():
        deciding.dismiss(newsroom.lena, newsroom.story, first, "The opera's own name")
    newsroom.type(newsroom.jonas, ", tired,", after="He")
    newsroom.check()
    with newsroom.app.app_context():
        row = db.session.get(Finding, first)
        assert (row.status, row.reason, row.version) == ("dismissed", "The opera's own name", 1)
    assert len([1 for _, kind, _ in listed(newsroom) if kind == "known"]) == 2


def test_a_dismissal_needs_a_reason_and_an_editor(newsroom):
    newsroom.check()
    first = ids(newsroom)[0]
    with pytest.raises(Invalid, match="Say why it stays"), newsroom.change():
        deciding.dismiss(newsroom.lena, newsroom.story, first, "  ")
    with pytest.raises(NotAllowed, match="An editor of the desk decides"), newsroom.change():
        deciding.dismiss(newsroom.jonas, newsroom.story, first, "I like it")
    with newsroom.change():
        deciding.dismiss(newsroom.pavel, newsroom.story, ids(newsroom)[-1], "On the ship's hull")


def test_what_was_dismissed_as_a_quotation_is_asked_for_when_the_marks_have_gone(newsroom):
    newsroom.check()
    (quoted,) = ids(newsroom, "quote")
    with newsroom.change():
        deciding.dismiss(newsroom.lena, newsroom.story, quoted, "His own words")
    newsroom.erase(newsroom.jonas, "“")
    newsroom.erase(newsroom.jonas, ",” the mayor said")
    newsroom.check()
    with newsroom.app.app_context():
        row = db.session.get(Finding, quoted)
        assert (row.status, row.severity, row.reason) == ("open", "blocking", None)


def test_a_dismissal_covers_its_words_also_where_less_is_made_of_them(newsroom):
    newsroom.check()
    first = ids(newsroom)[0]
    with newsroom.change():
        deciding.dismiss(newsroom.lena, newsroom.story, first, "The opera's own name")
    newsroom.type(newsroom.jonas, "“", after="He left ")
    newsroom.type(newsroom.jonas, "”", after="“Odessa")
    newsroom.check()
    with newsroom.app.app_context():
        row = db.session.get(Finding, first)
        assert (row.status, row.kind) == ("dismissed", "quote")


def test_a_dismissal_whose_words_have_gone_is_not_followed_from_its_beginning_each_time(newsroom):
    newsroom.check()
    first = ids(newsroom)[0]
    with newsroom.change():
        deciding.dismiss(newsroom.lena, newsroom.story, first, "The opera's own name")
    newsroom.erase(newsroom.jonas, "Odessa on Monday, and ")
    newsroom.check()
    with newsroom.app.app_context():
        row = db.session.get(Finding, first)
        assert (row.status, row.version) == ("dismissed", 1)
    newsroom.type(newsroom.jonas, "Odessa for ", after="He left ")
    newsroom.check()
    assert listed(newsroom).count(("Odessa", "known", "paragraph")) == 2


def test_words_put_back_by_an_undo_have_their_dismissal_back(newsroom):
    newsroom.check()
    first = ids(newsroom)[0]
    with newsroom.change():
        deciding.dismiss(newsroom.lena, newsroom.story, first, "The opera's own name")
    gone = "Odessa on Monday, and "
    newsroom.erase(newsroom.jonas, gone)
    newsroom.check()
    newsroom.type(newsroom.jonas, "n", after="He")
    newsroom.check()
    newsroom.erase(newsroom.jonas, "n left")
    newsroom.type(newsroom.jonas, " left", after="He")
    newsroom.check()
    newsroom.type(newsroom.jonas, gone, after="He left ")
    newsroom.check()
    with newsroom.app.app_context():
        row = db.session.get(Finding, first)
        assert (row.status, row.end - row.start) == ("dismissed", 6)
    assert listed(newsroom).count(("Odessa", "known", "paragraph")) == 1


def test_a_check_that_finds_more_than_anybody_could_decide_shuts_the_gate(newsroom, monkeypatch):
    monkeypatch.setattr(checking, "MOST_FINDINGS", 3)
    newsroom.check()
    assert listed(newsroom) == []
    with newsroom.app.app_context():
        readings = facts.standing(db.session.get(Story, newsroom.story)).readings
        assert {r.check: r.failure for r in readings}["house style"] == (
            "More than 3 findings. It will be tried again."
        )


def test_a_dismissal_can_be_taken_back(newsroom):
    newsroom.check()
    first = ids(newsroom)[0]
    with newsroom.change():
        deciding.dismiss(newsroom.lena, newsroom.story, first, "As it was")
    with newsroom.change():
        deciding.reopen(newsroom.lena, newsroom.story, first)
    with newsroom.app.app_context():
        assert db.session.get(Finding, first).status == "open"


def test_words_that_were_erased_are_resolved_by_the_edit(newsroom):
    newsroom.check()
    newsroom.erase(newsroom.jonas, ", and Odessa was quiet")
    newsroom.check()
    assert len(listed(newsroom, "resolved")) == 1


def test_a_change_of_the_lexicon_makes_every_reading_old(newsroom):
    newsroom.check()
    with newsroom.change():
        put_in_lexicon("Kyiv", "Kiev")
    with newsroom.app.app_context():
        readings = facts.standing(db.session.get(Story, newsroom.story)).readings
        assert {r.check: r.version for r in readings}["house style"] is None
    newsroom.check()
    with newsroom.app.app_context():
        readings = facts.standing(db.session.get(Story, newsroom.story)).readings
        assert {r.check: r.version for r in readings}["house style"] == 0


def test_a_broken_check_is_said_and_does_not_stop_the_other(newsroom, monkeypatch):
    def breaks(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(checks, "house_style", breaks)
    newsroom.check()
    with newsroom.app.app_context():
        readings = {
            r.check: r for r in facts.standing(db.session.get(Story, newsroom.story)).readings
        }
        assert "ZeroDivisionError" in readings["house style"].failure
        assert readings["attribution"].version == 0
        assert db.session.get(Story, newsroom.story).checks_queued_at is not None


def test_an_older_run_that_ends_later_changes_nothing(newsroom):
    with newsroom.app.app_context():
        old = checking.examine(newsroom.story)
    newsroom.erase(newsroom.jonas, "Odessa on Monday, and ")
    newsroom.check()
    fresh = listed(newsroom)
    with newsroom.change():
        checking.record(old)
    assert listed(newsroom) == fresh


def test_typing_queues_one_reading_and_a_reading_of_an_old_version_another(newsroom):
    newsroom.check()
    with newsroom.app.app_context():
        assert db.session.get(Story, newsroom.story).checks_queued_at is None
        examination = checking.examine(newsroom.story)
    newsroom.type(newsroom.jonas, "n", after="He")
    with newsroom.change():
        checking.record(examination)
    with newsroom.app.app_context():
        assert db.session.get(Story, newsroom.story).checks_queued_at is not None


def test_what_waits_too_long_is_sent_again(newsroom):
    newsroom.check(newsroom.other)
    with newsroom.change():
        db.session.get(Story, newsroom.story).checks_queued_at = now() - timedelta(minutes=2)
    with newsroom.change():
        assert check_queue.resend_stale() == 1


def approve(newsroom, *kinds):
    with newsroom.change():
        row = db.session.get(Story, newsroom.story)
        row.state = "ready"
        for kind in kinds:
            db.session.add(Approval(story_id=row.id, kind=kind, version=row.version))


def lapsed(newsroom):
    with newsroom.app.app_context():
        given = queries.approvals(newsroom.story)
        return {kind: one.why for kind, one in given.items() if one.lapsed_at}


def test_what_is_opened_again_after_the_copy_was_passed_has_to_be_passed_again(newsroom):
    newsroom.check()
    first, *_, in_caption = ids(newsroom)
    for one in (first, in_caption):
        with newsroom.change():
            deciding.dismiss(newsroom.tomas, newsroom.story, one, "The port's own name.")
    approve(newsroom, "copy", "captions")
    with newsroom.change():
        deciding.reopen(newsroom.tomas, newsroom.story, first)
    assert lapsed(newsroom) == {"copy": "opened “Odessa” again"}
    with newsroom.change():
        deciding.reopen(newsroom.tomas, newsroom.story, in_caption)
    assert sorted(lapsed(newsroom)) == ["captions", "copy"]


def test_a_suggestion_inside_a_quotation_is_never_taken(newsroom):
    newsroom.check()
    before = text(newsroom)
    (quoted,) = ids(newsroom, "quote")
    with newsroom.change():
        db.session.get(Finding, quoted).suggestion = "Odesa"
    with pytest.raises(Invalid, match="stays as it was said"), newsroom.change():
        deciding.accept(newsroom.tomas, newsroom.story, quoted)
    assert text(newsroom) == before


def propose(newsroom, line):
    """A run of the attribution check that proposes this credit line."""
    with newsroom.app.app_context():
        seen = checking.examine(newsroom.story)
        row = db.session.get(Story, newsroom.story)
        at = documents.at(row.id, row.version).content.size - 1
    credit = Found(
        checks.CREDIT_RULE, at, at, "", "credit_line", "blocking", "credit_line", suggestion=line
    )
    results = tuple(
        replace(one, found=(credit,)) if one.check == checks.ATTRIBUTION else one
        for one in seen.results
    )
    with newsroom.change():
        checking.record(replace(seen, results=results))


def credit_lines(newsroom, *statuses):
    with newsroom.app.app_context():
        rows = queries.findings(newsroom.story, statuses)
        return [row.id for row in rows if row.rule == checks.CREDIT_RULE]


def test_a_credit_dismissed_for_one_source_is_asked_for_again_with_another(newsroom):
    propose(newsroom, "With reporting by Coastal News")
    (first,) = credit_lines(newsroom, "open")
    with newsroom.change():
        deciding.dismiss(newsroom.tomas, newsroom.story, first, "Ours before theirs.")
    propose(newsroom, "With reporting by Coastal News")
    assert credit_lines(newsroom, "open") == []
    propose(newsroom, "With reporting by Coastal News and Harbour Wire")
    assert len(credit_lines(newsroom, "open")) == 1


def test_a_proposed_credit_is_not_put_beside_one_typed_meanwhile(newsroom):
    propose(newsroom, "With reporting by Coastal News")
    (first,) = credit_lines(newsroom, "open")
    with newsroom.change():
        row = db.session.get(Story, newsroom.story)
        node = documents.at(row.id, row.version)
        typed_line = Transform(node).insert(node.content.size - 1, node.type.schema.text("By us."))
        authority.commit(newsroom.jonas, row.id, row.version, "tab", steps(typed_line))
    with pytest.raises(Conflict), newsroom.change():
        deciding.accept(newsroom.jonas, newsroom.story, first)
    assert "Coastal" not in text(newsroom)


@pytest.mark.parametrize("typed_reason", ["a\0b", "a\ud800b", "a\x01b"])
def test_a_reason_is_kept_without_what_no_database_can_hold(newsroom, browser, typed_reason):
    newsroom.check()
    first, *_ = ids(newsroom)
    browser.sign_in("lena")
    address = f"/stories/{newsroom.story}/findings/{first}/dismiss"
    assert browser.post_json(address, {"reason": typed_reason}).status_code == 200
    with newsroom.app.app_context():
        assert db.session.get(Finding, first).reason == "ab"


def test_a_longer_name_is_left_alone_with_its_reason_and_shuts_no_gate(newsroom, browser):
    newsroom.type(newsroom.jonas, " She sang at the Odessa Theatre.", after="was quiet.")
    newsroom.check()
    assert ("Odessa", "left", "paragraph") in listed(newsroom)
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        [left] = [one for one in queries.findings(row.id, {"open"}) if one.kind == "left"]
        [stands] = [one for one in facts.standing(row).findings if one.id == left.id]
        assert not stands.blocking
        assert left.suggestion is None
    browser.sign_in("tomas")
    page = browser.get(f"/stories/{newsroom.story}?tab=findings")
    told = page.text[page.text.index("Known, left alone") :]
    assert "Odessa" in told
    assert "As said, left alone" in page
    for path in ("accept", "leave"):
        answer = browser.post_json(
            f"/stories/{newsroom.story}/findings/{left.id}/{path}", {"reason": "It sings"}
        )
        assert answer.status_code == 422

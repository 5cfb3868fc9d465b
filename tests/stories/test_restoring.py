"""Restoring: the steps lead to the old document exactly, and leave alone what has not changed."""

import pytest
from hypothesis import given

from newsroom.db import db, transaction
from newsroom.errors import Conflict, NotAllowed
from newsroom.stories import authority, document, documents, history_restore, queries
from newsroom.stories.models import Approval, Story
from newsroom.stories.restoring import steps_to
from tests.stories.any_document import DOCUMENT
from tests.stories.samples import block, figure, place, story


def no_photos_asked(ids):
    return ids


def restored(present, wanted):
    steps = steps_to(present, wanted)
    return steps, document.apply(present, steps, no_photos_asked).document


@given(DOCUMENT, DOCUMENT)
def test_any_document_is_led_to_any_other(present, wanted):
    assert restored(present, wanted)[1].eq(wanted)


@given(DOCUMENT)
def test_a_document_that_is_already_so_needs_no_step(present):
    assert steps_to(present, document.read(document.write(present))) == []


def test_what_stands_around_a_change_is_left_alone():
    words = [f"Paragraph {n} of the report." for n in range(6)]
    present = story(*(block("paragraph", one) for one in words))
    changed = [*words[:1], "Paragraph 1 of a book.", *words[2:5], "An end."]
    wanted = story(*(block("paragraph", one) for one in changed))
    steps, made = restored(present, wanted)
    assert made.eq(wanted)
    first, last = sorted(steps, key=lambda step: step.from_)
    at = place(present, "Paragraph 1 of ") + len("Paragraph 1 of ")
    assert (first.from_, first.to) == (at, at + len("the report"))
    assert last.from_ >= place(present, words[5])


def test_a_credit_comes_back_without_touching_the_caption():
    present = story(figure("A ferry", credit="Flash90"))
    [step] = steps_to(present, story(figure("A ferry", credit="A. Roe/Flash90")))
    assert step.to_json()["stepType"] == "attr"


def restore(newsroom, actor, version, seen):
    with newsroom.app.app_context(), transaction():
        return history_restore.restore(actor, newsroom.story, version, seen).version


def words_now(newsroom):
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        return document.write(documents.at(row.id, row.version))


def test_an_old_version_comes_back_as_a_new_one_in_the_name_of_who_restored_it(newsroom):
    before = words_now(newsroom)
    newsroom.type(newsroom.jonas, " sharp")
    assert restore(newsroom, newsroom.tomas, 0, seen=1) == 2
    assert words_now(newsroom) == before
    with newsroom.app.app_context():
        assert [s.author_id for s in documents.rows_between(newsroom.story, 1)] == [
            newsroom.tomas.id
        ]


def test_restoring_what_is_already_so_changes_nothing(newsroom):
    newsroom.type(newsroom.jonas, " sharp")
    assert restore(newsroom, newsroom.jonas, 1, seen=1) == 1


def test_a_story_changed_since_is_not_overwritten(newsroom):
    newsroom.type(newsroom.jonas, " sharp")
    newsroom.type(newsroom.tomas, " today")
    kept = words_now(newsroom)
    with pytest.raises(Conflict, match="you saw version 1, it is now version 2"):
        restore(newsroom, newsroom.jonas, 0, seen=1)
    assert words_now(newsroom) == kept


def test_who_may_not_change_what_differs_may_not_restore_it(newsroom):
    newsroom.type(newsroom.jonas, " sharp")
    with pytest.raises(NotAllowed, match="neither a reporter"):
        restore(newsroom, newsroom.mira, 0, seen=1)
    with pytest.raises(NotAllowed, match="photo desk changes pictures"):
        restore(newsroom, newsroom.pavel, 0, seen=1)


def test_the_photo_desk_restores_a_caption(newsroom):
    with newsroom.change():
        row = db.session.get(Story, newsroom.story)
        node = documents.at(row.id, 0)
        wanted = story(block("paragraph", "The last boat left at noon."), figure("A ferry"))
        authority.take(newsroom.jonas, row, "tab-1", steps_to(node, wanted))
        authority.take(
            newsroom.jonas,
            row,
            "tab-1",
            steps_to(wanted, document.read(document.write(wanted).replace("A ferry", "A boat"))),
        )
    assert restore(newsroom, newsroom.pavel, 1, seen=2) == 3
    assert "A ferry" in words_now(newsroom)


def test_a_restored_text_lapses_the_approval_as_any_edit_does(newsroom):
    newsroom.type(newsroom.jonas, " sharp")
    with newsroom.change():
        row = db.session.get(Story, newsroom.story)
        row.state = "photo_check"
        db.session.add(Approval(story_id=row.id, kind="copy", version=1, by_id=newsroom.lena.id))
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        told = history_restore.outlook(newsroom.tomas, row, 0)
        assert told.lapsing == ["the copy approval of version 1 by Lena"]
        assert history_restore.outlook(newsroom.jonas, row, 0).refusal
    restore(newsroom, newsroom.tomas, 0, seen=1)
    with newsroom.app.app_context():
        given = queries.approvals(newsroom.story)["copy"]
        assert (given.lapsed_by_id, given.why) == (newsroom.tomas.id, "changed the text")


def test_the_page_asks_first_and_says_what_it_will_do(newsroom, browser):
    newsroom.type(newsroom.jonas, " sharp")
    browser.sign_in("jonas")
    address = f"/stories/{newsroom.story}/history/0/restore"
    asked = browser.get(address)
    assert "It puts in 0 words and takes out 1 word; 1 block differs." in asked
    assert "noon sharp" in words_now(newsroom)
    page = browser.post(address, {"seen": asked.hidden["seen"]})
    assert "Version 0 is restored, as version 2." in page
    assert "noon sharp" not in words_now(newsroom)
    again = browser.post(address, {"seen": "2"})
    assert "nothing was changed" in again


def test_the_page_refuses_what_changed_meanwhile_and_shows_it_anew(newsroom, browser):
    newsroom.type(newsroom.jonas, " sharp")
    browser.sign_in("jonas")
    address = f"/stories/{newsroom.story}/history/0/restore"
    asked = browser.get(address)
    newsroom.type(newsroom.tomas, " today")
    page = browser.post(address, {"seen": asked.hidden["seen"]}, status=409)
    assert "The story changed since you opened this page" in page
    assert page.hidden["seen"] == "2"
    assert "sharp" in words_now(newsroom)
    browser.post(address, {}, status=409)


def test_the_button_of_who_may_not_is_shut_and_says_why(newsroom, browser):
    newsroom.type(newsroom.jonas, " sharp")
    browser.sign_in("mira")
    address = f"/stories/{newsroom.story}/history/0/restore"
    assert "You are neither a reporter of this story" in browser.get(address)
    assert "neither" in browser.post(address, {"seen": "1"}, status=403)
    browser.get(f"/stories/{newsroom.story}/history/9/restore", 404)
    browser.post(f"/stories/{newsroom.story}/history/9/restore", {"seen": "1"}, status=404)

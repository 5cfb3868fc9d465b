"""The column beside the text is fetched again while somebody works in it: nothing goes from their hands."""

import pytest
from playwright.sync_api import expect

from tests.frontend.story_page import opened, type_at_end_of
from tests.frontend.test_comments import comment, talk

pytestmark = [pytest.mark.journey, pytest.mark.in_page]


@pytest.fixture
def page(tomas, address):
    """An editor's page with one thread, seen in the panel."""
    page = opened(tomas, address)
    comment(page, "Who says so?")
    expect(said(talk(page), "Who says so?")).to_be_visible()
    return page


@pytest.fixture
def place(page):
    """The Talk tab of it, which is open."""
    return page.locator("#talk")


def said(place, words):
    return place.locator(".talk__words", has_text=words)


def say(place, words):
    """Of the whole story."""
    place.get_by_label("Comment", exact=True).fill(words)
    place.get_by_role("button", name="Comment", exact=True).click()


@pytest.fixture
def another(jonas, address):
    """`another("Words.")` is what somebody else says meanwhile, about the whole story."""
    other = opened(jonas, address)

    def _another(words):
        place = talk(other)
        say(place, words)
        expect(place).to_contain_text(words)

    return _another


def test_the_focus_stays_at_a_button(page, place, another):
    resolve = place.locator("#thread-1").get_by_role("button", name="Resolve")
    resolve.focus()
    another("Call the port.")
    expect(said(place, "Call the port.")).to_be_visible()
    expect(resolve).to_be_focused()
    page.keyboard.press("Enter")
    expect(said(place, "Who says so?")).to_be_hidden()
    expect(said(place, "Call the port.")).to_be_visible()


def test_a_button_pressed_while_others_write_is_pressed(page, place, another):
    place.get_by_label("Comment", exact=True).fill("Ask the harbour.")
    place.get_by_role("button", name="Comment", exact=True).hover()
    page.mouse.down()
    another("Call the port.")
    expect(said(place, "Call the port.")).to_be_visible()
    page.mouse.up()
    expect(said(place, "Ask the harbour.")).to_be_visible()


def test_what_is_open_and_typed_stays(page, place, another):
    place.locator("summary", has_text="Edit").click()
    edit = place.get_by_label("Your comment")
    edit.fill("Who said so?")
    note = place.get_by_label("Note")
    note.fill("Half a no")
    another("Call the port.")
    expect(said(place, "Call the port.")).to_be_visible()
    expect(note).to_be_focused()
    page.keyboard.type("te")
    expect(note).to_have_value("Half a note")
    expect(edit).to_have_value("Who said so?")


def test_a_comment_whose_answer_was_lost_is_begun_once_however_often_it_is_sent(
    page, place, another
):
    sent = []

    def lose_the_answer(route):
        sent.append(route.fetch())
        route.abort()

    page.route("**/threads?*", lose_the_answer)
    say(place, "Ask the harbour.")
    refusal = place.get_by_role("alert")
    expect(refusal).to_contain_text("does not answer")
    another("Call the port.")
    expect(place).to_contain_text("Call the port.")
    expect(refusal).to_be_visible()
    page.unroute("**/threads?*")
    place.get_by_role("button", name="Comment", exact=True).click()
    expect(place.get_by_label("Comment", exact=True)).to_have_value("")
    expect(refusal).to_be_hidden()
    expect(said(place, "Ask the harbour.")).to_have_count(1)
    assert [one.status for one in sent] == [200]


def test_the_card_of_a_suggestion_stays_as_it_is(tomas, jonas, address):
    theirs = opened(jonas, address)
    theirs.get_by_role("button", name="File story").click()
    expect(theirs.locator("#story-state")).to_have_text("Edit")
    type_at_end_of(theirs, "The last boat left at noon.", " Nobody was hurt.")
    page = opened(tomas, address)
    page.locator(".ProseMirror .mark-insertion").click()
    card = page.get_by_role("dialog", name="Suggestion")
    reject = card.get_by_role("button", name="Reject")
    reject.focus()
    say(talk(theirs), "It is so.")
    expect(page.locator("label[for=tab-talk]")).to_contain_text("1")
    expect(reject).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".ProseMirror .mark-insertion")).to_have_count(0)

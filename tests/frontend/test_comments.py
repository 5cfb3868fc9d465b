"""Two people talk about a story at their own browsers: marks, cards, names, the inbox, the gate."""

import pytest
from playwright.sync_api import expect

from tests.frontend.story_page import (
    choose_line,
    opened,
    put_cursor_before,
    saved,
    text_on_server,
)

pytestmark = [pytest.mark.journey, pytest.mark.in_page]

PHONE = {"width": 390, "height": 844}
WORDS = "The last boat left at noon."


def card(page):
    return page.get_by_role("dialog", name="Comment")


def comment(page, text, words=WORDS):
    choose_line(page, words)
    page.keyboard.press("Control+Alt+m")
    card(page).get_by_label("Comment", exact=True).fill(text)
    card(page).get_by_role("button", name="Comment").click()
    expect(card(page)).to_be_hidden()


def marks(page):
    return page.locator(".ProseMirror .mark-thread")


def talk(page):
    page.locator("label[for=tab-talk]").click()
    return page.locator("#talk")


def held_back(_route):
    """A request that is not sent on until its page is unrouted."""


def test_one_comments_and_names_another_who_sees_it_answers_on_a_phone_and_resolves(
    tomas, jonas, address
):
    phone = opened(jonas, address)
    phone.set_viewport_size(PHONE)
    expect(phone.locator("#inbox-unread")).to_be_hidden()
    page = opened(tomas, address)
    choose_line(page, WORDS)
    page.get_by_role("button", name="Comment", exact=True).first.click()
    field = card(page).get_by_label("Comment", exact=True)
    field.press_sequentially("Who says so, @jon")
    expect(page.get_by_role("option", name="Jonas")).to_be_visible()
    field.press("Enter")
    expect(field).to_have_value("Who says so, @jonas ")
    card(page).get_by_role("button", name="Comment").click()
    expect(marks(page)).to_have_text([WORDS])
    expect(marks(phone)).to_have_text([WORDS])
    expect(phone.locator("[data-unread]")).to_have_text("1")
    expect(phone.locator("#inbox-unread")).to_be_visible()
    marks(phone).first.click()
    card(phone).get_by_label("Answer").fill("The harbour master.")
    card(phone).get_by_role("button", name="Answer").click()
    expect(talk(page)).to_contain_text("The harbour master.")
    talk(phone).get_by_role("button", name="Resolve").click()
    expect(marks(page)).to_have_count(0)
    expect(talk(page)).to_contain_text("Nothing open")
    talk(page).get_by_role("link", name="Resolved 1").click()
    expect(talk(page).get_by_text("Resolved by Jonas")).to_be_visible()


def test_the_inbox_leads_to_the_thread_and_counts_it_as_read(tomas, jonas, address):
    page = opened(tomas, address)
    inbox = jonas.open("/inbox")
    expect(inbox.locator("#main")).to_contain_text("Nothing here yet")
    comment(page, "@jonas, call the port.")
    expect(inbox.locator("[data-unread]")).to_have_text("1")
    inbox.get_by_role("link", name="Tomas named you in ferry-halted").click()
    expect(inbox.locator("#talk")).to_contain_text("@jonas, call the port.")
    expect(inbox.locator("#inbox-unread")).to_be_hidden()


def test_copy_is_not_passed_while_a_comment_must_be_fixed(tomas, jonas, address, newsroom):
    first = opened(jonas, address)
    first.get_by_role("button", name="File story").click()
    expect(first.locator("#story-state")).to_have_text("Edit")
    newsroom.check()
    page = opened(tomas, address)
    choose_line(page, WORDS)
    page.keyboard.press("Control+Alt+m")
    card(page).get_by_label("Comment", exact=True).fill("Which boat?")
    card(page).get_by_label("Must be fixed").check()
    card(page).get_by_role("button", name="Comment").click()
    refusal = page.get_by_role("link", name="must be fixed, or resolved, first")
    expect(refusal).to_be_visible()
    expect(page.get_by_role("button", name="Pass copy")).to_be_disabled()
    refusal.click()
    card(page).get_by_role("button", name="Resolve").click()
    expect(page.get_by_role("button", name="Pass copy")).to_be_enabled()
    page.get_by_role("button", name="Pass copy").click()
    expect(page.locator("#story-state")).to_have_text("Photo check")


def test_a_comment_stays_with_its_words_while_it_is_written_and_after(tomas, address, newsroom):
    page = opened(tomas, address)
    choose_line(page, "PORT ELLEN")
    page.keyboard.press("Control+Alt+m")
    card(page).get_by_label("Comment", exact=True).fill("East or west?")
    newsroom.type(newsroom.lena, "a heavy ", after="halted by ")
    expect(page.locator("#editor")).to_contain_text("halted by a heavy storm")
    card(page).get_by_label("Comment", exact=True).press("Control+Enter")
    expect(marks(page)).to_have_text(["PORT ELLEN"])
    put_cursor_before(page, "Ferry service halted")
    page.keyboard.type("Again: ")
    saved(page)
    expect(marks(page)).to_have_text(["PORT ELLEN"])
    assert "Again: Ferry" in text_on_server(newsroom)


def test_a_thread_whose_words_were_deleted_says_so_in_talk(tomas, address):
    page = opened(tomas, address)
    comment(page, "Cut this?")
    expect(marks(page)).to_have_count(1)
    choose_line(page, WORDS)
    page.keyboard.press("Delete")
    saved(page)
    expect(talk(page)).to_contain_text("These words were deleted.")
    expect(talk(page).locator(".is-deleted")).to_have_text(WORDS)
    expect(marks(page)).to_have_count(0)


def test_an_open_card_shows_an_answer_as_it_comes(tomas, jonas, address):
    page, other = opened(tomas, address), opened(jonas, address)
    comment(page, "Who says so?")
    # Where somebody's cursor stands in them the words are marked in two pieces.
    marks(page).first.click()
    expect(card(page)).to_contain_text("Who says so?")
    marks(other).first.click()
    card(other).get_by_label("Answer").fill("The harbour master.")
    card(other).get_by_role("button", name="Answer").click()
    expect(card(page)).to_contain_text("The harbour master.")


def test_a_mark_clicked_before_the_panel_has_its_thread_opens_as_soon_as_it_has(
    tomas, jonas, address
):
    page, other = opened(tomas, address), opened(jonas, address)
    other.route("**/stories/1/panel", held_back)
    comment(page, "Who says so?")
    marks(other).first.click()
    expect(card(other)).to_be_hidden()
    other.unroute("**/stories/1/panel")
    expect(card(other)).to_contain_text("Who says so?")


def test_what_was_typed_in_a_card_that_closed_is_in_the_panel(tomas, address):
    page = opened(tomas, address)
    choose_line(page, WORDS)
    page.keyboard.press("Control+Alt+m")
    card(page).get_by_label("Comment", exact=True).fill("Half a thought")
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(talk(page).get_by_label("Comment", exact=True)).to_have_value("Half a thought")


def test_who_may_not_write_in_the_story_comments_all_the_same(at_browser, newsroom, address):
    page = opened(at_browser("ada"), address)
    expect(page.get_by_role("textbox", name="The story")).to_have_attribute(
        "contenteditable", "false"
    )
    page.get_by_text(WORDS).click(click_count=3)
    page.get_by_role("toolbar").get_by_role("button", name="Comment").click()
    card(page).get_by_label("Comment", exact=True).fill("Is this public?")
    card(page).get_by_role("button", name="Comment").click()
    expect(marks(page)).to_have_text([WORDS])

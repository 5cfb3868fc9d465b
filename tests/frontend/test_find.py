"""Find and replace in the story, with the keyboard, in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.frontend.story_page import opened, put_cursor_after, saved, text_on_server

pytestmark = [pytest.mark.journey, pytest.mark.in_page]


def find(page, words):
    page.keyboard.press("ControlOrMeta+f")
    field = page.get_by_role("textbox", name="Find in the story")
    expect(field).to_be_focused()
    field.fill(words)
    return page.get_by_role("search", name="Find in the story").get_by_role("status")


def test_words_are_found_by_keyboard_counted_and_left_with_escape(jonas, address):
    page = opened(jonas, address)
    put_cursor_after(page, "left at noon.")
    count = find(page, "a")
    expect(count).to_have_text("1 of 5")
    page.keyboard.press("Enter")
    expect(count).to_have_text("2 of 5")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    expect(count).to_have_text("5 of 5")
    page.get_by_role("button", name="Whole words").click()
    expect(count).to_have_text("Not in the story")
    find(page, "zebra")
    expect(count).to_have_text("Not in the story")
    page.keyboard.press("Escape")
    expect(page.get_by_role("search", name="Find in the story")).to_be_hidden()
    expect(page.get_by_role("textbox", name="The story")).to_be_focused()
    expect(page).to_have_url(jonas.server + address)


def test_replacing_is_saved_and_one_undo_takes_all_of_it_back(jonas, address, newsroom):
    page = opened(jonas, address)
    before = text_on_server(newsroom)
    count = find(page, "the last boat")
    expect(count).to_have_text("1 of 1")
    page.get_by_role("textbox", name="Replace with").fill("$1 ferry")
    page.get_by_role("button", name="Replace all").click()
    expect(count).to_have_text("1 replaced")
    saved(page)
    assert "$1 ferry left at noon." in text_on_server(newsroom)
    page.keyboard.press("Escape")
    page.keyboard.press("ControlOrMeta+z")
    expect(page.locator("#editor")).to_contain_text("The last boat left at noon.")
    saved(page)
    assert text_on_server(newsroom) == before


def test_the_photo_desk_finds_in_all_of_it_and_replaces_nothing_in_the_copy(
    at_browser, newsroom, address
):
    page = opened(at_browser("pavel"), address)
    count = find(page, "noon")
    expect(count).to_have_text("1 of 1")
    expect(page.get_by_role("button", name="Replace all")).to_be_disabled()
    page.get_by_role("textbox", name="Replace with").fill("ten")
    page.keyboard.press("Enter")
    expect(count).to_have_text("This one stands where you may not write")
    assert "noon" in text_on_server(newsroom)

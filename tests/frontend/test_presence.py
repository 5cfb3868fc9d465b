"""Who is in a story, at real browsers: cursors with names in the text, faces in its head."""

import re

import pytest
from playwright.sync_api import expect

from newsroom.notifications import live
from tests.frontend.story_page import (
    opened,
    put_cursor_after,
    put_cursor_before,
    saved,
    type_at_end_of,
)

pytestmark = pytest.mark.journey


def faces(page):
    return page.locator("#presence").get_by_role("img")


def cursors(page):
    return page.locator(".ProseMirror .others-cursor")


STANDS_AFTER = """words => {
    const cursor = document.querySelector(".ProseMirror .others-cursor");
    if (!cursor) return false;
    const range = document.createRange();
    range.setStart(cursor.closest("p, h2"), 0);
    range.setEndBefore(cursor);
    return range.toString() === words;
}"""


def cursor_stands_after(page, words):
    """The other's cursor, after these words from the beginning of its line."""
    page.wait_for_function(STANDS_AFTER, arg=words)


def test_two_people_see_each_other_s_cursor_and_what_the_other_does(jonas, tomas, address):
    one, other = opened(jonas, address), opened(tomas, address)
    expect(faces(one)).to_have_accessible_name("Tomas, reading")
    type_at_end_of(one, "left at noon.", " Nobody waited.")
    expect(faces(other)).to_have_accessible_name("Jonas, typing in paragraph 1")
    expect(cursors(other)).to_have_attribute("data-name", "Jonas")
    expect(other.locator("#editor")).to_contain_text("Nobody waited.")
    cursor_stands_after(other, "The last boat left at noon. Nobody waited.")
    put_cursor_after(other, "halted by storm")
    expect(faces(one)).to_have_accessible_name("Tomas, in the headline")
    cursor_stands_after(one, "Ferry service halted by storm")
    expect(faces(other)).to_have_accessible_name("Jonas, in paragraph 1")


def test_a_cursor_goes_along_with_its_words_while_another_types_before_them(jonas, tomas, address):
    one, other = opened(jonas, address), opened(tomas, address)
    put_cursor_after(one, "left at noon.")
    cursor_stands_after(other, "The last boat left at noon.")
    put_cursor_before(other, "The last boat left")
    other.keyboard.type("Again: ")
    saved(other)
    cursor_stands_after(other, "Again: The last boat left at noon.")


def test_what_another_has_selected_is_marked_in_their_colour(jonas, tomas, address):
    one, other = opened(jonas, address), opened(tomas, address)
    put_cursor_after(one, "left at noon.")
    one.keyboard.press("Shift+Home")
    expect(other.locator(".ProseMirror .others-words")).to_have_text("The last boat left at noon.")
    colour = re.search(r"person-\d", faces(other).get_attribute("class"))[0]
    expect(other.locator(".others-words")).to_have_class(re.compile(colour))
    expect(cursors(other)).to_have_class(re.compile(colour))


def test_who_closes_the_story_is_gone_from_it(jonas, tomas, address):
    one, other = opened(jonas, address), opened(tomas, address)
    put_cursor_after(one, "left at noon.")
    expect(cursors(other)).to_have_count(1)
    one.close(run_before_unload=True)
    expect(faces(other)).to_have_count(0)
    expect(cursors(other)).to_have_count(0)


def test_one_s_own_other_tabs_are_not_others(jonas, tomas, address):
    first, second = opened(jonas, address), opened(jonas, address)
    type_at_end_of(first, "left at noon.", " First.")
    expect(second.locator("#editor")).to_contain_text("First.")
    opened(tomas, address)
    for page in (first, second):
        expect(faces(page)).to_have_accessible_name("Tomas, reading")
        expect(cursors(page)).to_have_count(0)


def test_cursors_are_nothing_to_hear_to_copy_or_to_save(jonas, tomas, address):
    one, other = opened(jonas, address), opened(tomas, address)
    put_cursor_after(one, "left at noon.")
    expect(cursors(other)).to_have_attribute("aria-hidden", "true")
    assert other.locator(".ProseMirror").inner_text().count("Jonas") == 0
    put_cursor_after(other, "left at noon.")
    other.keyboard.type(" Typed beside it.")
    saved(other)
    expect(one.locator("#editor")).to_contain_text("left at noon. Typed beside it.")


def test_without_redis_the_editor_writes_on(jonas, address, monkeypatch):
    away = live.client.__wrapped__("redis://127.0.0.1:1/0")
    monkeypatch.setattr(live, "client", lambda *_: away)
    page = opened(jonas, address)
    type_at_end_of(page, "left at noon.", " Nobody watched.")
    saved(page)
    expect(faces(page)).to_have_count(0)


def test_the_desk_shows_by_itself_who_is_in_a_story(jonas, tomas, address, newsroom):
    desk = tomas.open("/?all=1")
    in_it = desk.locator(f'[data-in-it-now="{newsroom.story}"]')
    expect(in_it).to_have_count(1)
    desk.wait_for_load_state("networkidle")
    page = opened(jonas, address)
    expect(in_it.get_by_role("img")).to_have_accessible_name("Jonas")
    page.close(run_before_unload=True)
    expect(in_it.get_by_role("img")).to_have_count(0)

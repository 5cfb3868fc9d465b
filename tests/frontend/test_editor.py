"""The editor in a real browser: what is typed is kept, through two tabs, reloads and no network."""

import pytest
from playwright.sync_api import expect

from newsroom.db import db
from newsroom.stories import documents
from newsroom.stories.models import Story
from tests.frontend.story_page import (
    PASTE,
    choose_line,
    opened,
    put_cursor_after,
    put_cursor_before,
    saved,
    text_on_server,
    type_at_end_of,
    type_offline,
)

pytestmark = [pytest.mark.journey, pytest.mark.in_page]


def test_what_is_typed_is_saved_and_the_page_says_so(jonas, address, newsroom):
    page = opened(jonas, address)
    type_at_end_of(page, "left at noon.", " Nobody waited.")
    saved(page)
    assert "left at noon. Nobody waited." in text_on_server(newsroom)


def test_two_tabs_of_one_person_write_at_once_and_both_see_all(jonas, address, newsroom):
    first, second = opened(jonas, address), opened(jonas, address)
    type_at_end_of(first, "left at noon.", " First tab.")
    type_at_end_of(second, "PORT ELLEN", ", Tuesday")
    for page in (first, second):
        expect(page.locator("#editor")).to_contain_text("First tab.")
        expect(page.locator("#editor")).to_contain_text("PORT ELLEN, Tuesday")
        saved(page)
    assert "PORT ELLEN, Tuesday|The last boat left at noon. First tab." in text_on_server(newsroom)


def test_without_a_live_stream_the_pages_ask_and_still_see_all(jonas, address):
    jonas.context.route("**/live*", lambda route: route.abort())
    first, second = opened(jonas, address), opened(jonas, address)
    type_at_end_of(first, "left at noon.", " Asked for.")
    expect(second.locator("#editor")).to_contain_text("Asked for.")
    saved(second)


def test_words_typed_offline_survive_a_reload_and_are_sent_when_the_network_is_back(
    jonas, address, newsroom
):
    page = opened(jonas, address)
    type_offline(page, " Offline words.")
    kept = "Offline: 15 unsent changes, kept on this device"
    expect(page.locator("#save-state")).to_have_text(kept)
    page.reload()
    expect(page.locator("#editor")).to_contain_text("Offline words.")
    page.unroute("**/steps*")
    saved(page)
    assert "Offline words." in text_on_server(newsroom)


def test_a_lost_answer_writes_nothing_twice(jonas, address, newsroom):
    page = opened(jonas, address)
    losses = []

    def lose_answer(route):
        route.fetch()
        losses.append(route.request.url)
        route.abort()

    page.route("**/steps", lose_answer, times=1)
    type_at_end_of(page, "left at noon.", " Once.")
    saved(page)
    assert losses
    assert text_on_server(newsroom).count("Once.") == 1


def test_the_head_lines_go_on_with_enter_and_cannot_be_joined(jonas, address, newsroom):
    page = opened(jonas, address)
    put_cursor_after(page, "Ferry service halted")
    page.keyboard.press("Enter")
    page.keyboard.type("No boats till Friday")
    page.keyboard.press("Home")
    page.keyboard.press("Backspace")
    put_cursor_before(page, "The last boat left")
    page.keyboard.press("Backspace")
    saved(page)
    assert text_on_server(newsroom).startswith(
        "Ferry service halted by storm|No boats till Friday|By Mira Stone|PORT ELLEN|The last boat"
    )


def test_select_all_takes_the_body_and_only_then_the_whole_story(jonas, address, newsroom):
    page = opened(jonas, address)
    page.get_by_text("The last boat left").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("New")
    saved(page)
    assert text_on_server(newsroom).endswith("|By Mira Stone|PORT ELLEN|New|")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("All new")
    saved(page)
    assert text_on_server(newsroom) == "All new|||||"
    page.keyboard.press("ControlOrMeta+z")
    page.keyboard.press("ControlOrMeta+z")
    page.keyboard.press("ControlOrMeta+z")
    saved(page)
    assert "The last boat left at noon." in text_on_server(newsroom)


def test_pasted_pages_keep_only_what_a_story_can_hold(jonas, address, newsroom):
    page = opened(jonas, address)
    put_cursor_after(page, "left at noon.")
    html = (
        '<p>So:</p><h1 style="color:red">Rank</h1>'
        '<p>Kept <span style="font-weight:700">bold</span>, <a href="javascript:x()">bad</a>, '
        '<a href="https://port.example/a">good</a><script>x()</script></p><table><tr><td>cell'
    )
    page.evaluate(PASTE, {"text/html": html})
    put_cursor_after(page, "halted by storm")
    page.evaluate(PASTE, {"text/plain": " two\n\nlines"})
    saved(page)
    with newsroom.app.app_context():
        story = db.session.get(Story, newsroom.story)
        kept = str(documents.at(story.id, story.version).to_json())
    assert "Ferry service halted by stormtwo lines" in kept
    assert "{'level': 2}" in kept
    assert "[{'type': 'strong'}], 'text': 'bold'" in kept
    assert "https://port.example/a" in kept
    assert "javascript" not in kept
    assert "cell" in kept


def test_a_link_takes_only_an_address_a_story_may_point_to(jonas, address, newsroom):
    page = opened(jonas, address)
    choose_line(page, "The last boat left")
    page.get_by_role("button", name="Link").click()
    page.get_by_label("Address").fill("javascript:alert(1)")
    page.get_by_role("dialog").get_by_role("button", name="Link").click()
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("https://")
    page.get_by_label("Address").fill("port.example/boats")
    page.keyboard.press("Enter")
    expect(page.locator('.ProseMirror a[href="https://port.example/boats"]')).to_be_visible()
    saved(page)


def test_an_editor_who_looks_at_a_draft_of_another_desk_reads_and_is_told_why(
    at_browser, address, newsroom
):
    page = at_browser("pavel").open(address)
    expect(page.locator(".editor-notices")).to_contain_text("photo desk")
    page.get_by_text("The last boat left").click()
    page.keyboard.type("Not mine")
    expect(page.locator("#editor")).not_to_contain_text("Not mine")


def test_enter_at_the_end_of_a_paragraph_begins_the_next(jonas, address, newsroom):
    page = opened(jonas, address)
    put_cursor_after(page, "left at noon.")
    page.keyboard.press("Enter")
    page.keyboard.type("Nobody waited.")
    saved(page)
    assert text_on_server(newsroom).endswith("left at noon.|Nobody waited.|")

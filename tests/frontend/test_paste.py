"""What comes in from other programs' clipboards, pasted into the story in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from newsroom.db import db
from newsroom.stories import documents
from newsroom.stories.models import Story
from tests.frontend.story_page import PASTE, opened, put_cursor_after, saved

pytestmark = [pytest.mark.journey, pytest.mark.in_page]

CLIPBOARDS = Path(__file__).parents[1] / "samples" / "clipboard"


def pasted(page, sample):
    html = (CLIPBOARDS / f"{sample}.html").read_text(encoding="utf-8")
    put_cursor_after(page, "left at noon.")
    page.keyboard.press("Enter")
    page.evaluate(PASTE, {"text/html": html})


def body(newsroom):
    """The blocks after the first paragraph, each as its kind and what it holds, plainly."""
    with newsroom.app.app_context():
        story = db.session.get(Story, newsroom.story)
        blocks = documents.at(story.id, story.version).to_json()["content"]
    return [plain(block) for block in blocks[5:-1]]


def plain(node):
    if node["type"] == "text":
        marks = "".join(
            f"<{mark['type']}{' ' + mark['attrs']['href'] if mark['type'] == 'link' else ''}>"
            for mark in node.get("marks", ())
        )
        return marks + node["text"]
    inside = [plain(one) for one in node.get("content", ())]
    if node["type"] == "paragraph":
        return "".join(inside)
    if node["type"] == "figure":
        return ["figure", node["attrs"]["photo"], node["attrs"]["alt"], "".join(inside)]
    return [node["type"], *inside]


LINK = "<link https://port.example/timetable>"

EXPECTED = {
    "word": [
        ["heading", "Boats and storms"],
        "The harbour was <strong>closed on Monday, and the <em>Sea Star stayed in.",
        [
            "bullet_list",
            ["list_item", "First item"],
            ["list_item", "Second item", ["ordered_list", ["list_item", "Counted item"]]],
        ],
        f"See the {LINK}timetable for more.",
    ],
    "google-docs": [
        ["heading", "Boats and storms"],
        "The harbour was <strong>closed on Monday.",
        ["bullet_list", ["list_item", "First item"], ["list_item", "Second item"]],
        f"See the {LINK}timetable.",
    ],
    "mail": [
        "Dear desk, the line was full here and goes on.",
        "A second paragraph after a gap.",
        ["blockquote", "What they wrote before."],
        "Boat",
        "Noon",
    ],
    "page": [
        "The harbour was closed on Monday.",
        ["figure", None, "Boats at the pier", "Boats at the pier. Photo: Avi Lev"],
        f"See the {LINK}timetable, or this place.",
        "It opened again 🌊 on Friday.",
    ],
}


@pytest.mark.parametrize("sample", EXPECTED)
def test_a_clipboard_brings_its_structure_and_links_and_no_more(jonas, address, newsroom, sample):
    page = opened(jonas, address)
    pasted(page, sample)
    if sample == "page":
        expect(page.locator(".set-aside")).to_contain_text("Subscribe to our newsletter")
    saved(page)
    assert body(newsroom) == EXPECTED[sample]


def test_prompts_are_set_aside_shown_and_put_back(jonas, address, newsroom):
    page = opened(jonas, address)
    pasted(page, "page")
    aside = page.locator(".set-aside")
    expect(aside).to_contain_text("2 lines of what you pasted set aside")
    expect(page.locator(".ProseMirror")).not_to_contain_text("Subscribe")
    aside.get_by_role("button", name="Put back").click()
    expect(aside).to_be_hidden()
    expect(page.locator(".ProseMirror")).to_contain_text("Subscribe to our newsletter")
    saved(page)
    assert body(newsroom)[2] == "Subscribe to our newsletter"


def test_without_an_answer_all_that_was_pasted_stays(jonas, address, newsroom):
    page = opened(jonas, address)
    page.route("**/stories/pasted", lambda route: route.abort())
    pasted(page, "page")
    saved(page)
    assert "Subscribe to our newsletter" in body(newsroom)
    expect(page.locator(".set-aside")).to_be_hidden()

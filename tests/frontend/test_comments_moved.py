"""A comment goes with its words in every open page: dragged, cut and pasted, taken out and undone."""

import pytest
from playwright.sync_api import expect

from newsroom.db import db
from newsroom.stories import document
from newsroom.stories.models import Story, StorySnapshot
from tests.frontend.story_page import opened, saved
from tests.frontend.test_comments import marks
from tests.frontend.test_dragging import (
    SCREEN,
    choose,
    grab_figure,
    grab_words,
    let_go,
    point,
    undo,
)
from tests.stories.samples import block, figure, story
from tests.stories.talking import Talk

pytestmark = [pytest.mark.journey, pytest.mark.in_page]


@pytest.fixture
def newsroom(newsroom):
    """Its story has two paragraphs and a figure."""
    body = (
        block("paragraph", "The last boat left at noon."),
        block("paragraph", "Nobody was hurt."),
        figure("The port at dawn.", alt="Boats in a row"),
    )
    with newsroom.change():
        row = db.session.get(StorySnapshot, (newsroom.story, 0))
        row.document = document.write(story(*body))
        db.session.get(Story, newsroom.story).figures = 1
    newsroom.app.extensions.pop("story_documents", None)
    return newsroom


@pytest.fixture
def held(newsroom):
    return Talk(newsroom)


def in_two_pages(person, other, address):
    pages = opened(person, address), opened(other, address)
    for page in pages:
        page.set_viewport_size(SCREEN)
        expect(marks(page)).to_have_count(1)
    return pages


def block_of_mark(page):
    """The whole text of the block in which the thread is marked."""
    return page.locator(".ProseMirror > *", has=page.locator(".mark-thread"))


def words_on_server(held):
    [thread] = held.threads()
    return None if thread.deleted else held.text_of(thread)


def deaf_to_threads(*pages):
    """From here on what a page shows is what it followed by itself."""
    for page in pages:
        page.route("**/stories/*/threads", lambda route: route.abort())


def test_words_are_dragged_and_their_comment_with_them(held, newsroom, tomas, jonas, address):
    held.start(newsroom.tomas, words="last boat")
    page, other = in_two_pages(jonas, tomas, address)
    deaf_to_threads(page, other)
    choose(page, "last boat", "left")
    grab_words(page, "last boat")
    let_go(page, *point(page, "was hurt"))
    for one in (page, other):
        expect(marks(one)).to_have_text(["last boat"])
        expect(block_of_mark(one)).to_have_text("Nobody last boat leftwas hurt.")
    saved(page)
    assert words_on_server(held) == "last boat"
    undo(page)
    for one in (page, other):
        expect(block_of_mark(one)).to_have_text("The last boat left at noon.")
    saved(page)
    assert words_on_server(held) == "last boat"


def test_a_figure_is_dragged_and_the_comment_on_its_caption_with_it(
    held, newsroom, tomas, jonas, address
):
    held.start(newsroom.tomas, words="port")
    page, other = in_two_pages(jonas, tomas, address)
    deaf_to_threads(page, other)
    grab_figure(page)
    let_go(page, *point(page, "The last"))
    kinds = "newsroomEditor.view.state.doc.content.content.map(one => one.type.name)"
    for one in (page, other):
        one.wait_for_function(f"() => {kinds}[4] === 'figure'")
        expect(marks(one)).to_have_text(["port"])
    saved(page)
    assert words_on_server(held) == "port"


def test_words_cut_and_pasted_later_take_their_comment_along_once(
    held, newsroom, tomas, jonas, address
):
    held.start(newsroom.tomas, words="last boat")
    page, other = in_two_pages(jonas, tomas, address)
    choose(page, "last boat", "left")
    page.keyboard.press("Control+x")
    expect(marks(page)).to_have_count(0)
    expect(marks(other)).to_have_count(0)
    saved(page)
    assert words_on_server(held) is None
    newsroom.check()
    newsroom.type(newsroom.lena, "at all ", after="Nobody was ")
    expect(page.locator("#editor")).to_contain_text("Nobody was at all hurt.")
    # Whoever opens the story meanwhile knows of it too.
    other.reload()
    expect(other.locator("#editor")).to_contain_text("Nobody was at all hurt.")
    page.get_by_text("Nobody was at all hurt.").click()
    page.keyboard.press("End")
    page.keyboard.press("Control+v")
    for one in (page, other):
        expect(marks(one)).to_have_text(["last boat"])
        expect(block_of_mark(one)).to_have_text("Nobody was at all hurt.last boat left")
    saved(page)
    assert words_on_server(held) == "last boat"
    page.keyboard.press("Home")
    page.keyboard.press("Control+v")
    pasted_twice = "last boat leftNobody was at all hurt.last boat left"
    expect(block_of_mark(page)).to_have_text(pasted_twice)
    expect(marks(page)).to_have_count(1)
    saved(page)
    [thread] = held.threads()
    assert held.text_of(thread) == "last boat"
    newsroom.check()
    [thread] = held.threads()
    assert thread.start > len(pasted_twice)


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_a_deletion_is_undone_and_the_comment_has_its_place_again(
    held, newsroom, tomas, jonas, address, key
):
    held.start(newsroom.tomas, words="last boat")
    page, other = in_two_pages(jonas, tomas, address)
    choose(page, "last boat", "left")
    page.keyboard.press(key)
    expect(marks(other)).to_have_count(0)
    newsroom.check()
    undo(page)
    for one in (page, other):
        expect(marks(one)).to_have_text(["last boat"])
    saved(page)
    assert words_on_server(held) == "last boat"


def test_words_erased_letter_by_letter_come_back_with_their_comment(
    held, newsroom, tomas, jonas, address
):
    held.start(newsroom.tomas, words="boat")
    page, other = in_two_pages(jonas, tomas, address)
    choose(page, "boat")
    page.keyboard.press("ArrowRight")
    for _ in "boat":
        page.keyboard.press("Backspace")
    expect(marks(other)).to_have_count(0)
    undo(page)
    for one in (page, other):
        expect(marks(one)).to_have_text(["boat"])
    saved(page)
    assert words_on_server(held) == "boat"


def test_who_only_suggests_moves_words_and_the_comment_goes_when_that_is_accepted(
    held, newsroom, tomas, jonas, address
):
    newsroom.move(newsroom.jonas, "file")
    held.start(newsroom.tomas, words="last boat")
    page, other = in_two_pages(jonas, tomas, address)
    choose(page, "last boat", "left")
    grab_words(page, "last boat")
    let_go(page, *point(page, "was hurt"))
    saved(page)
    for one in (page, other):
        expect(one.locator(".ProseMirror")).to_contain_text("Nobody last boat leftwas hurt.")
        expect(marks(one)).to_have_text(["last boat"])
        expect(block_of_mark(one)).to_have_text("The last boat left at noon.")
    assert words_on_server(held) == "last boat"
    other.locator("label[for=tab-findings]").click()
    suggestions = other.locator("#suggestions")
    expect(suggestions.get_by_role("link", name="Move last boat left")).to_be_visible()
    suggestions.get_by_role("button", name="Accept").click()
    for one in (page, other):
        expect(block_of_mark(one)).to_have_text("Nobody last boat leftwas hurt.")
        expect(marks(one)).to_have_text(["last boat"])
    saved(other)
    assert words_on_server(held) == "last boat"
    undo(other)
    for one in (page, other):
        expect(one.locator(".ProseMirror .mark-deletion")).to_have_text("last boat left")
        expect(marks(one)).to_have_text(["last boat"])
    saved(other)
    assert words_on_server(held) == "last boat"

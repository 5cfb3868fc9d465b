"""The story's page as the tests use it: open it, type into it, see what was kept."""

from contextlib import suppress

from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from playwright.sync_api import expect

from newsroom.db import db
from newsroom.stories import documents
from newsroom.stories.models import Story


def opened(person, address):
    page = person.open(address)
    expect(page.get_by_role("textbox", name="The story")).to_be_visible()
    return page


def type_at_end_of(page, words, more):
    """Key by key: each is a change of its own."""
    put_cursor_after(page, words)
    page.keyboard.type(more)


def say_at_end_of(page, words, more):
    """All at once, as dictation does it: no part of it is sent before the rest is there."""
    put_cursor_after(page, words)
    page.keyboard.insert_text(more)


def type_offline(page, more):
    """Behind the story's last words, on a page whose steps go nowhere from here on."""
    page.route("**/steps*", lambda route: route.abort())
    type_at_end_of(page, "left at noon.", more)
    expect(page.locator("#save-state")).to_contain_text("Offline")


def two_tabs_offline(person, address):
    """One says “First.” and the other “Second.”; neither knows of the other's words."""
    first, second = opened(person, address), opened(person, address)
    type_offline(first, " First.")
    type_offline(second, " Second.")
    return first, second


SELECTED = """([named, from, to]) => {
    const { $anchor, $head } = newsroomEditor.view.state.selection, line = $head.parent;
    const ends = { start: 0, end: line.content.size };
    return (line.type.name === named || line.textContent.includes(named))
        && $anchor.parent === line
        && $head.parentOffset === ends[to] && $anchor.parentOffset === ends[from];
}"""
"""Whether the selection goes from one end of that line to the other, or stands at one of them."""

TRIES = 5


def put_cursor_after(page, words):
    """At the end of the line with these words; the editor knows then that it is there."""
    _press(page, _line(page, words), words, ["End"], ["end", "end"])


def put_cursor_before(page, words):
    """At the beginning of that line."""
    _press(page, _line(page, words), words, ["Home"], ["start", "start"])


def put_cursor_in(page, name):
    """At the end of the one line that is called so: headline, standfirst, byline, dateline."""
    _press(page, page.locator(f"#editor [data-node={name}]"), name, ["End"], ["end", "end"])


def choose_line(page, words):
    """The whole line with these words, from its beginning to its end."""
    _press(page, _line(page, words), words, ["Home", "Shift+End"], ["start", "end"])


def _line(page, words):
    return page.locator("#editor").get_by_text(words)


def _press(page, line, named, keys, ends):
    """Where findings come in between a key and the browser's word of it, the line is drawn anew and
    the cursor is where it was: a person presses again, and so do the tests.
    """
    for _ in range(TRIES):
        line.click()
        for key in keys:
            page.keyboard.press(key)
        with suppress(PlaywrightTimeoutError):
            page.wait_for_function(SELECTED, arg=[named, *ends], timeout=6_000)
            return
    raise AssertionError(f"the cursor does not stand where it should in “{named}”")


def saved(page):
    expect(page.locator("#save-state")).to_have_text("Saved")


def text_on_server(newsroom):
    with newsroom.app.app_context():
        story = db.session.get(Story, newsroom.story)
        node = documents.at(story.id, story.version)
        return node.text_between(0, node.content.size, "|")


PASTE = """(kinds) => {
    const data = new DataTransfer();
    for (const [kind, value] of Object.entries(kinds)) data.setData(kind, value);
    const paste = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
    document.querySelector(".ProseMirror").dispatchEvent(paste);
}"""

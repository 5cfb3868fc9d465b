"""The wire page in a real browser: it grows by itself, and keeps the place of who reads it."""

import pytest
from playwright.sync_api import expect

from tests.wire.sent_copy import Wire

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]


@pytest.fixture
def wire(newsroom):
    wire = Wire(newsroom.app)
    for number in range(40):
        wire.send(f"Story {number}", ago=100 - number)
    return wire


def top(row):
    return row.evaluate("row => row.getBoundingClientRect().top")


def test_copy_that_comes_in_stands_on_the_open_page_and_moves_nothing(wire, tomas):
    page = tomas.open("/wire")
    row = page.get_by_role("link", name="Story 15", exact=True)
    row.focus()
    row.evaluate("row => row.scrollIntoView({ block: 'center', behavior: 'instant' })")
    before = top(row)
    wire.send("Just in")
    expect(page.get_by_role("link", name="Just in")).to_be_attached()
    expect(row).to_be_focused()
    assert abs(top(row) - before) < 2


def test_the_wire_is_read_by_keyboard(wire, tomas):
    page = tomas.open("/wire")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Story 38", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Story 38")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("row", name="Story 38")).not_to_contain_text("unread")

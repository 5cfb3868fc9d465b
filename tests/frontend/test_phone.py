"""A reporter in the street: everything that is theirs to do, at the width of a phone."""

import pytest
from playwright.sync_api import expect

from newsroom.db import db
from newsroom.stories import documents
from newsroom.stories.models import Story
from tests.frontend.story_page import opened, saved, text_on_server, type_at_end_of
from tests.photos import pictures

pytestmark = [pytest.mark.journey, pytest.mark.in_page]

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def phone(jonas, address):
    page = opened(jonas, address)
    page.set_viewport_size(PHONE)
    return page


def reaches_no_further_than_the_screen(page):
    wide, screen = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return wide <= screen


def test_a_paragraph_is_edited_and_the_story_filed(phone, newsroom):
    type_at_end_of(phone, "left at noon.", " Nobody was hurt.")
    saved(phone)
    assert "Nobody was hurt." in text_on_server(newsroom)
    assert reaches_no_further_than_the_screen(phone)
    phone.get_by_role("link", name="To the gate").click()
    phone.get_by_role("button", name="File story").click()
    expect(phone.locator("#story-state")).to_have_text("Edit")


def test_a_photo_is_taken_into_the_story(phone, newsroom):
    phone.get_by_text("The last boat left at noon.").click()
    phone.get_by_role("toolbar").get_by_role("button", name="Figure").click()
    phone.get_by_role("button", name="Choose a photo").click()
    library = phone.get_by_role("dialog", name="Choose a photo")
    file = {"name": "pier.jpg", "mimeType": "image/jpeg", "buffer": pictures.jpeg()}
    library.locator("input[type=file]").set_input_files(file)
    expect(library).to_be_hidden()
    saved(phone)
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        assert (row.figures, row.pictures) == (1, 1)
        assert documents.at(row.id, row.version).child(5).attrs["photo"]
    assert reaches_no_further_than_the_screen(phone)


def test_right_to_left_paragraphs_run_their_own_way_beside_the_others(phone, newsroom):
    type_at_end_of(phone, "left at noon.", "")
    phone.keyboard.press("Enter")
    phone.keyboard.type("הסירה האחרונה יצאה ב-12 בצהריים (Port Ellen).")
    phone.keyboard.press("Enter")
    phone.keyboard.type("غادر آخر قارب عند الظهر.")
    saved(phone)
    directions = phone.evaluate(
        "[...document.querySelectorAll('.ProseMirror > p:not([data-node])')]"
        ".map(one => getComputedStyle(one).direction)"
    )
    assert directions == ["ltr", "rtl", "rtl"]
    assert "הסירה האחרונה יצאה ב-12 בצהריים (Port Ellen).|غادر" in text_on_server(newsroom)

"""What helps to write in the story, in a real browser: its length, signs, quotation marks."""

import pytest
from playwright.sync_api import expect

from newsroom.accounts.models import Desk
from newsroom.db import db
from newsroom.stories.models import Story
from tests.frontend.story_page import (
    PASTE,
    opened,
    put_cursor_after,
    saved,
    text_on_server,
    type_at_end_of,
)
from tests.stories.style import put_in_lexicon

pytestmark = [pytest.mark.journey, pytest.mark.in_page]


def test_the_head_counts_words_while_they_are_typed_and_warms_over_the_length(
    jonas, address, newsroom
):
    with newsroom.change():
        db.session.get(Story, newsroom.story).commissioned_words = 7
    page = opened(jonas, address)
    length = page.locator("#story-length")
    expect(length).to_have_text("6 of 7 words · 1 min")
    type_at_end_of(page, "left at noon.", " Nobody")
    expect(length).to_have_text("7 of 7 words · 1 min")
    expect(length).not_to_contain_class("is-over")
    page.keyboard.type(" waited.")
    expect(length).to_have_text("8 of 7 words · 1 min")
    expect(length).to_contain_class("is-over")
    saved(page)
    with newsroom.app.app_context():
        assert db.session.get(Story, newsroom.story).words == 8


def on_desk(newsroom, **writing):
    with newsroom.change():
        desk = db.session.get(Desk, newsroom.world)
        for name, value in writing.items():
            setattr(desk, name, value)


def test_quotation_marks_print_as_the_desk_says_and_one_undo_gives_back_what_was_typed(
    jonas, address, newsroom
):
    on_desk(newsroom, quotes="low", language="de")
    page = opened(jonas, address)
    expect(page.locator("#editor")).to_have_attribute("lang", "de")
    type_at_end_of(page, "left at noon.", ' "Ja"')
    expect(page.locator("#editor")).to_contain_text("noon. „Ja“")
    page.keyboard.press("ControlOrMeta+z")
    expect(page.locator("#editor")).to_contain_text('noon. „Ja"')
    page.evaluate(PASTE, {"text/plain": ' "as -- it was"'})
    expect(page.locator("#editor")).to_contain_text('noon. „Ja" "as -- it was"')
    saved(page)
    assert '„Ja" "as -- it was"' in text_on_server(newsroom)


def test_on_other_desks_all_is_left_as_typed(jonas, address):
    page = opened(jonas, address)
    type_at_end_of(page, "left at noon.", ' "Ja" -- don\'t')
    expect(page.locator("#editor")).to_contain_text('noon. "Ja" -- don\'t')


def test_a_special_character_is_found_by_its_name_and_put_in_with_keys_alone(
    jonas, address, newsroom
):
    page = opened(jonas, address)
    put_cursor_after(page, "left at noon.")
    page.keyboard.press("ControlOrMeta+Shift+6")
    palette = page.get_by_role("dialog", name="Special characters")
    page.keyboard.type("numero")
    page.keyboard.press("Enter")
    expect(palette).to_have_count(0)
    page.keyboard.type("5")
    page.get_by_role("button", name="Signs").click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    saved(page)
    assert "left at noon.№5”" in text_on_server(newsroom)
    page.keyboard.press("ControlOrMeta+Shift+6")
    page.keyboard.press("Escape")
    expect(palette).to_have_count(0)
    expect(page.get_by_role("textbox", name="The story")).to_be_focused()


def test_how_we_write_a_name_is_asked_in_any_spelling_and_put_in_from_the_answer(
    jonas, address, newsroom
):
    with newsroom.change():
        put_in_lexicon("Khartum", "Hartum")
    page = opened(jonas, address)
    put_cursor_after(page, "left at noon.")
    page.keyboard.press("ControlOrMeta+Shift+l")
    asked = page.get_by_role("dialog", name="How do we write …?")
    page.keyboard.type("hartum")
    expect(asked).to_contain_text("Instead of Hartum.")
    page.get_by_label("Any spelling").fill("Khartuum")
    expect(asked).to_contain_text("Did you mean:")
    page.get_by_label("Any spelling").fill("Nobody knows")
    expect(asked).to_contain_text("No entry has that spelling.")
    page.get_by_label("Any spelling").fill("Hartum")
    asked.get_by_role("button", name="Khartum").click()
    expect(asked).to_have_count(0)
    saved(page)
    assert "left at noon.Khartum" in text_on_server(newsroom)

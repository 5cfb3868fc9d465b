"""Suggesting at two browsers: the reporter proposes, the editor decides, and print waits for it."""

import pytest
from playwright.sync_api import expect

from newsroom.db import db
from newsroom.stories import documents, suggestions
from newsroom.stories.models import Story
from newsroom.stories.passages import blocks
from newsroom.stories.queries import desk_of
from tests.frontend.story_page import (
    opened,
    put_cursor_after,
    put_cursor_before,
    saved,
    type_at_end_of,
)

pytestmark = [pytest.mark.journey, pytest.mark.in_page]

WORDS = "The last boat left at noon."


def standing(newsroom):
    """The words of the copy as it stands."""
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        return "\n".join(one.text for one in blocks(documents.at(row.id, row.version)))


def open_ones(newsroom):
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        found = suggestions.listed(documents.at(row.id, row.version))
        return [(one.deleted_words, one.inserted_words) for one in found]


def put_in(page):
    return page.locator(".ProseMirror .mark-insertion")


def struck(page):
    return page.locator(".ProseMirror .mark-deletion")


def card(page):
    return page.get_by_role("dialog", name="Suggestion")


@pytest.fixture
def filed(jonas, address):
    """The story is with its editors, and open at its reporter's."""
    page = opened(jonas, address)
    page.get_by_role("button", name="File story").click()
    expect(page.locator("#story-state")).to_have_text("Edit")
    return page


def test_the_reporter_suggests_and_the_editor_accepts_one_and_rejects_another(
    filed, tomas, address, newsroom
):
    expect(filed.get_by_text("what you change here is a suggestion")).to_be_visible()
    expect(filed.get_by_role("button", name="Suggest", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    type_at_end_of(filed, WORDS, " Nobody was hurt.")
    expect(put_in(filed)).to_have_text(" Nobody was hurt.")
    put_cursor_before(filed, "Ferry service halted")
    for _ in "Ferry":
        filed.keyboard.press("Delete")
    filed.keyboard.type("Boat")
    saved(filed)
    assert open_ones(newsroom) == [("Ferry", "Boat"), ("", " Nobody was hurt.")]
    assert "Ferry service" in standing(newsroom)
    assert "hurt" not in standing(newsroom)

    page = opened(tomas, address)
    expect(page.locator("#findings")).to_contain_text("Jonas")
    put_in(page).last.click()
    expect(card(page)).to_contain_text("Nobody was hurt.")
    card(page).get_by_role("button", name="Accept").click()
    expect(put_in(page)).to_have_count(1)
    put_in(page).first.click()
    card(page).get_by_role("button", name="Reject").click()
    expect(put_in(page)).to_have_count(0)
    expect(struck(page)).to_have_count(0)
    saved(page)
    assert open_ones(newsroom) == []
    assert "Nobody was hurt." in standing(newsroom)
    assert "Ferry service" in standing(newsroom)


def test_a_decision_can_be_undone(filed, tomas, address, newsroom):
    type_at_end_of(filed, WORDS, " Nobody was hurt.")
    saved(filed)
    page = opened(tomas, address)
    put_in(page).click()
    card(page).get_by_role("button", name="Reject").click()
    expect(put_in(page)).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(put_in(page)).to_have_text(" Nobody was hurt.")
    saved(page)
    assert open_ones(newsroom) == [("", " Nobody was hurt.")]


def test_copy_waits_for_the_suggestion_and_says_so(filed, tomas, address, newsroom):
    type_at_end_of(filed, WORDS, " Nobody was hurt.")
    saved(filed)
    newsroom.check()
    page = opened(tomas, address)
    refusal = page.get_by_role("link", name="must be accepted or rejected first")
    expect(refusal).to_be_visible()
    refusal.click()
    card(page).get_by_role("button", name="Accept").click()
    expect(refusal).to_be_hidden()


def test_an_editor_begins_by_suggesting_where_the_desk_says_so_and_turns_it_off(
    filed, tomas, address, newsroom
):
    with newsroom.change():
        desk_of(db.session.get(Story, newsroom.story)).editors_suggest = True
    page = opened(tomas, address)
    toggle = page.get_by_role("button", name="Suggest", exact=True)
    expect(toggle).to_have_attribute("aria-pressed", "true")
    type_at_end_of(page, WORDS, " Nobody was hurt.")
    expect(put_in(page)).to_have_count(1)
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "false")
    put_cursor_after(page, "Ferry service halted")
    page.keyboard.type(" today")
    saved(page)
    assert "halted by storm today" in standing(newsroom)
    assert open_ones(newsroom) == [("", " Nobody was hurt.")]
    page.reload()
    expect(toggle).to_have_attribute("aria-pressed", "false")


def test_all_of_one_person_and_all_are_decided_at_once(filed, tomas, at_browser, address, newsroom):
    type_at_end_of(filed, WORDS, " Nobody was hurt.")
    saved(filed)
    with newsroom.change():
        desk_of(db.session.get(Story, newsroom.story)).editors_suggest = True
    lena = opened(at_browser("lena"), address)
    put_cursor_after(lena, "Ferry service halted")
    lena.keyboard.type(" today")
    saved(lena)
    page = opened(tomas, address)
    page.locator("label[for=tab-findings]").click()
    expect(page.get_by_role("button", name="Accept all 2")).to_be_visible()
    lena.locator("label[for=tab-findings]").click()
    lena.get_by_role("button", name="Reject", exact=True).first.click()
    expect(put_in(page)).to_have_count(1)
    saved(lena)
    assert [inserted for _, inserted in open_ones(newsroom)] == [" Nobody was hurt."]


def test_words_chosen_by_keyboard_are_accepted(filed, tomas, address, newsroom):
    type_at_end_of(filed, WORDS, " Nobody was hurt.")
    saved(filed)
    page = opened(tomas, address)
    page.locator("#editor").get_by_text("The last boat").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+Shift+Enter")
    expect(put_in(page)).to_have_count(0)
    saved(page)
    assert "Nobody was hurt." in standing(newsroom)


def test_a_paragraph_is_suggested_and_its_words_are_typed_in_it(filed, tomas, address, newsroom):
    put_cursor_after(filed, WORDS)
    filed.keyboard.press("Enter")
    filed.keyboard.type("Nobody was hurt.")
    expect(filed.locator(".ProseMirror .mark-insertion--block")).to_have_text("Nobody was hurt.")
    saved(filed)
    assert "hurt" not in standing(newsroom)
    page = opened(tomas, address)
    page.locator("label[for=tab-findings]").click()
    page.locator("#suggestions").get_by_role("button", name="Accept").click()
    expect(page.locator(".ProseMirror .mark-insertion--block")).to_have_count(0)
    saved(page)
    assert standing(newsroom).endswith("noon.\nNobody was hurt.")

"""Somebody corrects a comment of theirs, or takes it back, and the others see it at once."""

import pytest
from playwright.sync_api import expect

from tests.frontend.story_page import opened
from tests.frontend.test_comments import card, comment, marks, talk

pytestmark = [pytest.mark.journey, pytest.mark.in_page]


def edit_field(place):
    place.locator("summary", has_text="Edit").click()
    field = place.get_by_label("Your comment")
    expect(field).to_be_focused()
    return field


def delete(page, place):
    place.get_by_role("button", name="Delete").click()
    page.get_by_role("dialog", name="Delete your comment?").get_by_role(
        "button", name="Delete"
    ).click()


def answer(page, text):
    marks(page).first.click()
    card(page).get_by_label("Answer").fill(text)
    card(page).get_by_role("button", name="Answer").click()
    expect(card(page)).to_be_hidden()


def test_an_edit_in_the_panel_is_seen_by_all_and_tells_who_is_named_in_it(tomas, jonas, address):
    page, other = opened(tomas, address), opened(jonas, address)
    comment(page, "Who says so?")
    field = edit_field(talk(page))
    expect(field).to_have_value("Who says so?")
    field.fill("Who says so, @jonas?")
    talk(page).get_by_role("button", name="Save").click()
    expect(field).to_be_hidden()
    expect(talk(other)).to_contain_text("Who says so, @jonas?")
    expect(talk(other).locator("time", has_text="edited")).to_be_visible()
    expect(other.locator("[data-unread]")).to_have_text("1")


def test_a_form_is_cleared_though_the_panel_was_drawn_anew_before_the_answer(tomas, jonas, address):
    page, other = opened(tomas, address), opened(jonas, address)
    comment(page, "Who says so?")
    field = edit_field(talk(page))
    field.fill("Who said so?")
    held = []

    def hold(route):
        held.append(route)

    page.route("**/edit", hold)
    with page.expect_request("**/edit"):
        talk(page).get_by_role("button", name="Save").click()
    answer(other, "The harbour master.")
    expect(talk(page)).to_contain_text("The harbour master.")
    expect(field).to_have_value("Who said so?")
    held[0].continue_()
    expect(field).to_be_hidden()
    expect(talk(page)).to_contain_text("Who said so?")


def test_a_form_is_cleared_though_its_card_was_closed_before_the_answer(tomas, address):
    page = opened(tomas, address)
    comment(page, "Who says so?")
    held = []

    def hold(route):
        held.append(route)

    page.route("**/replies*", hold)
    marks(page).first.click()
    card(page).get_by_label("Answer").fill("The harbour master.")
    with page.expect_request("**/replies*"):
        card(page).get_by_role("button", name="Answer").click()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    field = talk(page).get_by_label("Answer")
    expect(field).to_have_value("The harbour master.")
    held[0].continue_()
    expect(talk(page).locator(".talk__words", has_text="The harbour master.")).to_be_visible()
    expect(field).to_have_value("")


def test_an_edit_in_the_card_at_the_words(tomas, address):
    page = opened(tomas, address)
    comment(page, "Who says so?")
    marks(page).first.click()
    edit_field(card(page)).fill("Who said so?")
    card(page).get_by_role("button", name="Save").click()
    expect(card(page)).to_be_hidden()
    expect(talk(page)).to_contain_text("Who said so?")
    marks(page).first.click()
    expect(card(page)).to_contain_text("Who said so?")
    expect(edit_field(card(page))).to_have_value("Who said so?")


def test_a_card_opened_by_key_is_for_an_answer_and_not_for_deleting(tomas, address):
    page = opened(tomas, address)
    comment(page, "Who says so?")
    marks(page).first.click()
    expect(card(page)).to_be_visible()
    page.wait_for_function("() => newsroomEditor.view.state.selection.empty")
    page.keyboard.press("Control+Alt+m")
    expect(card(page).get_by_label("Answer")).to_be_focused()


def test_a_comment_is_deleted_only_when_its_author_says_so_twice(tomas, jonas, address):
    page, other = opened(tomas, address), opened(jonas, address)
    comment(page, "Who says so?")
    expect(marks(other)).to_have_count(1)
    talk(page).get_by_role("button", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    expect(talk(page)).to_contain_text("Who says so?")
    delete(page, talk(page))
    for one in (page, other):
        expect(marks(one)).to_have_count(0)
        expect(talk(one)).not_to_contain_text("Who says so?")


def test_a_comment_deleted_in_the_card_keeps_its_place_for_those_who_answered(
    tomas, jonas, address
):
    page, other = opened(tomas, address), opened(jonas, address)
    comment(page, "Who says so?")
    answer(other, "The harbour master.")
    expect(talk(page)).to_contain_text("The harbour master.")
    marks(page).first.click()
    delete(page, card(page))
    expect(talk(other)).to_contain_text("Deleted by its author")
    marks(other).first.click()
    expect(card(other)).to_contain_text("The harbour master.")
    expect(card(other)).not_to_contain_text("Who says so?")


def test_a_half_written_edit_stays_while_others_talk(tomas, jonas, address):
    page, other = opened(tomas, address), opened(jonas, address)
    comment(page, "Who says so?")
    field = edit_field(talk(page))
    field.fill("Who says so, and")
    answer(other, "The harbour master.")
    # The panel itself: a click on its tab would take the focus.
    expect(page.locator("#talk")).to_contain_text("The harbour master.")
    expect(field).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value("Who says so, and")


def test_a_half_written_edit_in_an_open_card_stays_while_others_talk(tomas, jonas, address):
    page, other = opened(tomas, address), opened(jonas, address)
    comment(page, "Who says so?")
    marks(page).first.click()
    field = edit_field(card(page))
    answer(other, "The harbour master.")
    expect(card(page)).to_contain_text("The harbour master.")
    expect(field).to_be_focused()
    field.fill("Who says so, and")
    answer(other, "And the mate.")
    expect(page.locator("#talk")).to_contain_text("And the mate.")
    expect(field).to_have_value("Who says so, and")


@pytest.mark.parametrize("place", [talk, card])
def test_words_for_a_thread_that_was_resolved_meanwhile_are_kept_in_a_new_comment(
    tomas, jonas, address, place
):
    page, other = opened(tomas, address), opened(jonas, address)
    comment(page, "Who says so?")
    if place is card:
        marks(page).first.click()
    edit_field(place(page)).fill("Who says so, and when?")
    talk(other).get_by_role("button", name="Resolve").click()
    expect(marks(page)).to_have_count(0)
    if place is card:
        expect(page.locator("#talk").get_by_label("Your comment")).to_have_count(0)
        page.keyboard.press("Escape")
    expect(talk(page).get_by_label("Comment", exact=True)).to_have_value("Who says so, and when?")


def test_deleting_what_was_resolved_while_the_page_asked_says_why_it_stays(tomas, jonas, address):
    page, other = opened(tomas, address), opened(jonas, address)
    comment(page, "Who says so?")
    talk(page).get_by_role("button", name="Delete").click()
    talk(other).get_by_role("button", name="Resolve").click()
    expect(page.locator("#talk").get_by_role("button", name="Resolve")).to_have_count(0)
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.get_by_role("alert")).to_contain_text("This thread is resolved; open it again")

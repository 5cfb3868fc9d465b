"""Findings at the words just typed, and what one undo takes back, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from newsroom.stories import queries
from tests.frontend.story_page import (
    opened,
    put_cursor_after,
    saved,
    text_on_server,
    type_at_end_of,
)
from tests.frontend.test_findings import address as address_with_findings
from tests.frontend.test_findings import marks

pytestmark = [pytest.mark.journey, pytest.mark.in_page]

address = address_with_findings


def provisional(page):
    return page.locator('.ProseMirror [data-finding^="-"]')


class Held:
    """Requests whose answers wait."""

    def __init__(self):
        self.routes = []

    def take(self, route):
        self.routes.append(route)

    def let_go(self):
        for route in self.routes:
            route.continue_()


def test_a_finding_appears_at_its_words_before_any_worker_has_read_them(tomas, address, newsroom):
    page = opened(tomas, address)
    expect(marks(page)).to_have_count(3)
    type_at_end_of(page, "Odessa was quiet.", " Odessa slept.")
    expect(marks(page)).to_have_text(["Odessa"] * 4)
    expect(provisional(page)).to_have_text(["Odessa"])
    provisional(page).click()
    expect(page.get_by_role("dialog", name="Finding")).to_contain_text("Odesa")
    saved(page)
    newsroom.check()
    with newsroom.app.app_context():
        rows = queries.findings(newsroom.story, {"open"})
        assert len([row for row in rows if row.check == "house_style"]) == 4
    put_cursor_after(page, "Odessa was quiet.")
    page.keyboard.type(" ")
    saved(page)
    expect(provisional(page)).to_have_count(0)
    expect(marks(page)).to_have_text(["Odessa"] * 4)


def test_a_spelling_just_typed_is_written_as_the_house_does_from_its_card(tomas, address, newsroom):
    page = opened(tomas, address)
    expect(marks(page)).to_have_count(3)
    type_at_end_of(page, "Odessa was quiet.", " Odessa’s port slept.")
    provisional(page).click()
    page.get_by_role("dialog", name="Finding").get_by_role("button", name="Accept").click()
    expect(page.locator("#editor")).to_contain_text("Odessa was quiet. Odesa’s port slept.")
    expect(provisional(page)).to_have_count(0)
    saved(page)
    assert "Odesa’s port slept." in text_on_server(newsroom)
    page.keyboard.press("Control+z")
    expect(page.locator("#editor")).to_contain_text("Odessa was quiet. Odessa’s port slept.")


def test_only_the_changed_paragraph_and_its_neighbours_are_sent(tomas, address):
    page = opened(tomas, address)
    expect(marks(page)).to_have_count(3)
    with page.expect_request("**/findings/typed") as asked:
        type_at_end_of(page, "Odessa was quiet.", " At last.")
    blocks = asked.value.post_data_json["blocks"]
    assert [one["kind"] for one in blocks if one["asked"]] == ["paragraph"]


def test_a_mark_goes_with_the_word_that_was_changed(tomas, address):
    page = opened(tomas, address)
    expect(marks(page)).to_have_count(3)
    type_at_end_of(page, "Odessa was quiet.", " Odessa")
    expect(provisional(page)).to_have_count(1)
    page.keyboard.type("n")
    expect(provisional(page)).to_have_count(0)


def test_an_answer_finds_its_words_after_what_others_typed_meanwhile(tomas, address, newsroom):
    page = opened(tomas, address)
    expect(marks(page)).to_have_count(3)
    held = Held()
    page.route("**/findings/typed", held.take)
    with page.expect_request("**/findings/typed"):
        type_at_end_of(page, "Odessa was quiet.", " Odessa slept.")
    saved(page)
    newsroom.type(newsroom.jonas, " West", after="PORT ELLEN")
    expect(page.locator("#editor")).to_contain_text("PORT ELLEN West")
    held.let_go()
    expect(provisional(page)).to_have_text(["Odessa"])


def test_accepting_all_listed_is_one_step_back(tomas, address, newsroom):
    page = opened(tomas, address)
    expect(marks(page)).to_have_count(3)
    type_at_end_of(page, "Odessa was quiet.", " At last.")
    saved(page)
    page.locator("label[for=tab-findings]").click()
    page.get_by_role("button", name=re.compile("Accept all 3 listed")).click()
    expect(page.locator("#editor")).to_contain_text("He left Odesa on Monday, and Odesa was")
    page.keyboard.press("ControlOrMeta+z")
    expect(page.locator("#editor")).to_contain_text(
        "He left Odessa on Monday, and Odessa was quiet. At last."
    )
    expect(page.locator("#editor")).to_contain_text("The port of Odessa.")
    saved(page)
    text = text_on_server(newsroom)
    assert text.count("Odessa") == 3
    assert "At last." in text


def test_the_keys_for_findings_stand_on_the_sheet_of_keys(tomas, address):
    page = opened(tomas, address)
    page.get_by_role("heading", name="ferry-halted").click()
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog")
    expect(sheet).to_contain_text("Next finding")
    expect(sheet).to_contain_text("Finding before")


def test_a_spelling_the_story_leaves_does_not_come_back_when_typed_again(tomas, address, newsroom):
    page = opened(tomas, address)
    expect(marks(page)).to_have_count(3)
    marks(page).first.click()
    card = page.get_by_role("dialog", name="Finding")
    card.get_by_text("Leave it in this story …").click()
    card.get_by_label("Why the story leaves it").fill("The ship is called so")
    card.get_by_role("button", name="Leave it in this story").click()
    expect(marks(page)).to_have_count(0)
    type_at_end_of(page, "Odessa was quiet.", " Odessa slept.")
    saved(page)
    expect(marks(page)).to_have_count(0)

"""Findings, figures and moves on the story's page in a real browser."""

import pytest
from playwright.sync_api import expect

from newsroom.db import db
from newsroom.stories import document, documents, queries
from newsroom.stories.models import Finding, Story, StorySnapshot
from tests.frontend.story_page import opened, put_cursor_after, saved, text_on_server
from tests.stories.samples import block, figure, story
from tests.stories.style import put_in_lexicon

pytestmark = pytest.mark.journey

BODY = (
    block("paragraph", "He left Odessa on Monday, and Odessa was quiet."),
    figure("The port of Odessa."),
)


@pytest.fixture
def address(newsroom):
    with newsroom.change():
        put_in_lexicon("Odesa", "Odessa")
        row = db.session.get(StorySnapshot, (newsroom.story, 0))
        row.document = document.write(story(*BODY))
    newsroom.app.extensions.pop("story_documents", None)
    newsroom.check()
    return f"/stories/{newsroom.story}"


def marks(page):
    return page.locator(".ProseMirror .mark-finding--house_style")


def test_a_finding_stays_with_its_words_and_its_suggestion_becomes_a_step(tomas, address, newsroom):
    page = opened(tomas, address)
    expect(marks(page)).to_have_count(3)
    put_cursor_after(page, "PORT ELLEN")
    page.keyboard.type(" WEST")
    expect(marks(page)).to_have_text(["Odessa", "Odessa", "Odessa"])
    marks(page).first.click()
    page.get_by_role("dialog", name="Finding").get_by_role("button", name="Accept").click()
    expect(page.locator("#editor")).to_contain_text("He left Odesa on Monday")
    expect(marks(page)).to_have_count(2)
    saved(page)
    assert "PORT ELLEN WEST|He left Odesa on Monday, and Odessa" in text_on_server(newsroom)


def test_a_dismissal_asks_for_its_reason_and_takes_the_mark_away(tomas, address):
    page = opened(tomas, address)
    marks(page).first.hover()
    card = page.get_by_role("dialog", name="Finding")
    card.get_by_text("Dismiss …").click()
    card.get_by_label("Why it stays").fill("So written by the mayor")
    card.get_by_role("button", name="Dismiss").click()
    expect(marks(page)).to_have_count(2)
    page.get_by_text("Findings", exact=False).first.click()
    expect(page.locator("#findings")).to_contain_text("So written by the mayor")


def test_the_keys_go_from_finding_to_finding_and_into_the_card(tomas, address):
    page = opened(tomas, address)
    expect(marks(page)).to_have_count(3)
    put_cursor_after(page, "PORT ELLEN")
    page.keyboard.press("F8")
    expect(page.get_by_role("dialog", name="Finding")).to_be_visible()
    page.keyboard.press("ControlOrMeta+.")
    expect(page.get_by_role("dialog", name="Finding").get_by_text("Accept")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Finding")).to_be_hidden()


def test_a_card_opened_by_key_stays_whatever_the_pointer_passes_over(tomas, address):
    page = tomas.open("/")
    page.clock.install()
    page.goto(address)
    expect(marks(page)).to_have_count(3)
    put_cursor_after(page, "PORT ELLEN")
    page.keyboard.press("F8")
    card = page.get_by_role("dialog", name="Finding")
    opened_by_key = card.locator("[data-goto]").get_attribute("data-goto")
    marks(page).nth(1).hover()
    page.clock.run_for(5000)
    expect(card.locator(f'[data-goto="{opened_by_key}"]')).to_be_visible()
    page.get_by_role("heading", name="ferry-halted").hover()
    page.clock.run_for(5000)
    expect(card).to_be_visible()
    page.get_by_role("heading", name="ferry-halted").click()
    expect(card).to_be_hidden()


def test_a_name_to_change_that_is_a_source_too_shows_and_offers_the_change(
    tomas, address, newsroom
):
    with newsroom.change():
        name, *_ = queries.findings(newsroom.story, {"open"})
        at = {"version": name.version, "start": name.start, "end": name.end, "words": name.words}
        kind = {"check": "attribution", "rule": "source", "kind": "named", "severity": "note"}
        db.session.add(Finding(story_id=newsroom.story, place="paragraph", **kind, **at))
    page = opened(tomas, address)
    both = page.locator(f'[data-finding="{name.id}"]')
    expect(both).to_have_css("text-decoration-style", "wavy")
    both.click()
    card = page.get_by_role("dialog", name="Finding")
    expect(card.get_by_role("button", name="Accept")).to_be_visible()


def test_a_line_of_the_panel_leads_to_its_words(tomas, address):
    page = opened(tomas, address)
    expect(marks(page)).to_have_count(3)
    page.locator("label[for=tab-findings]").click()
    page.locator('#findings [data-goto^="finding:"]').first.click()
    expect(page.get_by_role("dialog", name="Finding")).to_be_visible()
    selected = page.evaluate("document.getSelection().toString()")
    assert selected == "Odessa"


def test_a_move_waits_for_the_words_and_names_the_version_that_was_seen(jonas, address, newsroom):
    page = opened(jonas, address)
    put_cursor_after(page, "Odessa was quiet.")
    page.keyboard.type(" At last.")
    page.get_by_role("button", name="File story").click()
    expect(page.locator("#story-state")).to_have_text("Edit")
    assert "Odessa was quiet. At last." in text_on_server(newsroom)
    with newsroom.app.app_context():
        assert db.session.get(Story, newsroom.story).state == "edit"


def test_a_story_that_is_filed_elsewhere_takes_only_suggestions_of_its_reporter(jonas, address):
    first, second = opened(jonas, address), opened(jonas, address)
    first.get_by_role("button", name="File story").click()
    expect(first.locator("#story-state")).to_have_text("Edit")
    expect(second.locator(".editor-notices")).to_contain_text("with its editors")
    expect(second.locator("#story-state")).to_have_text("Edit")
    expect(second.get_by_role("button", name="Suggest", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(second.get_by_label("Creator")).to_be_disabled()
    expect(second.get_by_role("button", name="Choose a photo")).to_be_hidden()


def test_the_facts_of_a_figure_are_edited_in_place(jonas, address, newsroom):
    page = opened(jonas, address)
    expect(page.locator(".copy__figure")).to_contain_text("awaits its image")
    page.get_by_label("Creator").press_sequentially("Avi Stone")
    page.get_by_label("Credit line").press_sequentially("Avi Stone/Pool")
    put_cursor_after(page, "The port of Odessa.")
    page.keyboard.type(" Seen from the sea.")
    page.keyboard.press("Enter")
    page.keyboard.type("A paragraph after it.")
    saved(page)
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        kept = documents.at(row.id, row.version).child(5)
    assert kept.attrs["creator"] == "Avi Stone"
    assert kept.attrs["credit"] == "Avi Stone/Pool"
    assert kept.text_content == "The port of Odessa. Seen from the sea."
    assert "|A paragraph after it.|" in text_on_server(newsroom)


def test_a_line_of_the_panel_leads_to_its_words_and_opens_their_card(tomas, address):
    page = opened(tomas, address)
    page.set_viewport_size({"width": 1200, "height": 400})
    expect(marks(page)).to_have_count(3)
    page.get_by_text("Findings", exact=False).first.click()
    page.locator("#findings").get_by_role("link", name="Odessa").last.click()
    expect(page.get_by_role("dialog", name="Finding")).to_be_in_viewport()
    expect(marks(page).last).to_be_in_viewport()


def test_the_address_of_a_finding_leads_to_its_words(tomas, address, newsroom):
    with newsroom.app.app_context():
        [first, *_] = queries.findings(newsroom.story, {"open"})
    page = opened(tomas, f"{address}?tab=findings#finding-{first.id}")
    expect(page.get_by_role("dialog", name="Finding")).to_be_visible()


def test_a_note_that_is_asked_for_is_asked_for_at_its_field(tomas, address, newsroom):
    with newsroom.change():
        db.session.get(Story, newsroom.story).state = "edit"
    page = opened(tomas, address)
    page.get_by_text("Return to reporter …").click()
    page.get_by_role("button", name="Return to reporter").click()
    expect(page.get_by_label("Why it goes back")).to_be_focused()
    page.get_by_label("Why it goes back").fill("Call the port.")
    page.get_by_role("button", name="Return to reporter").click()
    expect(page.locator("#gate")).to_contain_text("Call the port.")


def test_on_a_phone_the_tabs_change_in_place(tomas, address):
    page = tomas.open("/")
    page.set_viewport_size({"width": 390, "height": 500})
    page.goto(address)
    expect(marks(page)).to_have_count(3)
    page.get_by_role("link", name="To the gate").click()
    tab = page.locator("label[for=tab-findings]")
    expect(tab).to_be_in_viewport()
    tab.click()
    expect(page.locator("#findings")).to_be_visible()
    expect(tab).to_be_in_viewport()

"""The switch of the Talk tab: which threads are shown, by pointer, by key, and without a script."""

import pytest
from playwright.sync_api import expect

from newsroom.db import db
from newsroom.stories.models import Story
from tests.frontend.story_page import opened
from tests.frontend.test_accessibility import complaints_on_all_screens
from tests.frontend.test_comments import card, marks, talk
from tests.page_client import PASSWORD
from tests.people import sign_in
from tests.stories.talking import Talk

pytestmark = [pytest.mark.journey, pytest.mark.in_page]

OPEN, SETTLED = "Who says so?", "One word?"


@pytest.fixture
def held(newsroom):
    return Talk(newsroom)


@pytest.fixture
def asked(held, newsroom):
    return held.start(newsroom.tomas, OPEN)


@pytest.fixture
def settled(held, newsroom):
    thread = held.start(newsroom.jonas, SETTLED, "")
    held.do("resolve", newsroom.jonas, thread)
    return thread


def shows(page, *words):
    """Of the two threads exactly these."""
    for one in (OPEN, SETTLED):
        found = page.locator("#talk").get_by_text(one)
        expect(found.first).to_be_visible() if one in words else expect(found.first).to_be_hidden()


def choose_threads(page, kind):
    page.get_by_role("navigation", name="Threads that are shown").get_by_role(
        "link", name=kind
    ).click()


def test_the_switch_takes_effect_at_once_and_is_kept_in_the_address(tomas, address, asked, settled):
    page = opened(tomas, address)
    talk(page)
    shows(page, OPEN)
    choose_threads(page, "Resolved")
    shows(page, SETTLED)
    choose_threads(page, "All")
    shows(page, OPEN, SETTLED)
    choose_threads(page, "Mine")
    shows(page, OPEN)
    page.reload()
    shows(page, OPEN)
    expect(page.locator("[data-shows][aria-current]")).to_have_text("Mine 1")


def test_the_switch_by_key_keeps_its_choice_and_the_focus_while_others_talk(
    held, newsroom, tomas, address, asked, settled
):
    page = opened(tomas, address)
    talk(page)
    link = page.get_by_role("link", name="Resolved 1")
    link.focus()
    page.keyboard.press("Enter")
    shows(page, SETTLED)
    held.reply(newsroom.jonas, asked, "The harbour master.")
    expect(page.locator("#talk")).to_contain_text("The harbour master.")
    shows(page, SETTLED)
    expect(link).to_be_focused()


def test_a_thread_somebody_is_led_to_is_shown_whatever_was_chosen(
    held, newsroom, jonas, address, asked, settled
):
    whole = held.start(newsroom.tomas, "@jonas, cut it.", "")
    page = opened(jonas, f"{address}?tab=talk&talk=resolved#thread-{whole}")
    expect(page.get_by_text("@jonas, cut it.")).to_be_visible()
    choose_threads(page, "Resolved")
    shows(page, SETTLED)
    marks(page).first.click()
    expect(card(page)).to_contain_text(OPEN)


def test_the_gate_leads_to_a_thread_that_is_left_out(held, newsroom, tomas, address, settled):
    thread = held.start(newsroom.tomas, OPEN, "")
    held.do("demand", newsroom.tomas, thread)
    with newsroom.change():
        db.session.get(Story, newsroom.story).state = "edit"
    page = opened(tomas, f"{address}?tab=talk&talk=resolved")
    shows(page, SETTLED)
    page.locator("label[for=tab-gate]").click()
    page.get_by_role("link", name="must be fixed, or resolved, first").click()
    shows(page, OPEN)


def test_a_comment_begun_while_the_resolved_are_shown_is_seen(tomas, address, settled):
    page = opened(tomas, address)
    talk(page)
    choose_threads(page, "Resolved")
    talk(page).get_by_label("Comment", exact=True).fill(OPEN)
    talk(page).get_by_role("button", name="Comment").click()
    shows(page, OPEN)


def test_the_switch_without_a_script(chromium, server, address, asked, settled):
    context = chromium.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/sign-in")
    sign_in(page, "mira", PASSWORD)
    page.goto(f"{address}?tab=talk")
    shows(page, OPEN)
    page.goto(f"{address}?tab=talk#thread-{settled}")
    shows(page, OPEN, SETTLED)
    choose_threads(page, "Resolved")
    shows(page, SETTLED)
    page.get_by_role("button", name="Open again").click()
    shows(page, SETTLED)
    choose_threads(page, "Mine")
    expect(page.locator("#talk")).to_contain_text("None of yours")
    shows(page)
    choose_threads(page, "Open")
    shows(page, OPEN, SETTLED)
    context.close()


def test_the_talk_is_there_for_all(tomas, address, asked, settled):
    page = tomas.open(f"{address}?tab=talk&talk=all")
    expect(page.get_by_role("textbox", name="The story")).to_be_visible()
    shows(page, OPEN, SETTLED)
    page.locator("#talk summary", has_text="Edit").click()
    assert complaints_on_all_screens(page) == []

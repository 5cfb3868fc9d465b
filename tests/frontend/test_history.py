"""A story's history in a real browser: played back by slider, compared, and restored."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.frontend.story_page import saved, text_on_server

pytestmark = [pytest.mark.journey, pytest.mark.in_page]

NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)


@pytest.fixture
def written(newsroom):
    """Three versions after the first: each says one word more."""
    for after, words in (("at noon", " sharp"), ("noon sharp", " today"), ("sharp today", " only")):
        newsroom.type(newsroom.jonas, words, after)


def test_a_version_is_played_back_compared_and_restored(jonas, newsroom, address, written):
    page = jonas.open(address)
    page.get_by_role("link", name="History", exact=True).click()
    page.wait_for_url("**/history")
    shown = page.locator("#shown")
    expect(shown).to_contain_text("at noon sharp today only")
    slider = page.get_by_role("slider", name="Play back the story's versions")
    expect(slider).to_have_value("3")

    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(shown).to_contain_text("Version 1")
    expect(shown).to_contain_text("at noon sharp.")
    page.wait_for_url("**/history/1")
    expect(page.get_by_label("Version of 0 to 3")).to_have_value("1")
    expect(slider).to_be_focused()
    page.keyboard.press("Home")
    expect(shown).to_contain_text("started by Jonas")
    shown.get_by_role("link", name="Version after").click()
    expect(slider).to_have_value("1")
    expect(shown.get_by_role("link", name="Version after")).to_be_focused()

    shown.get_by_role("link", name="Compare with the newest").click()
    expect(page.locator("#counts")).to_contain_text("2 words inserted")
    expect(page.locator(".change ins")).to_have_text(" today only")
    page.go_back()
    page.get_by_role("link", name="Restore this version").click()
    expect(page.get_by_text("takes out 2 words")).to_be_visible()
    page.get_by_role("button", name="Restore version 1").click()
    expect(page.get_by_text("Version 1 is restored, as version 4.")).to_be_visible()
    assert "at noon sharp.|" in text_on_server(newsroom)


def test_a_version_that_cannot_be_fetched_is_said_and_the_one_shown_stays(
    jonas, newsroom, address, written
):
    page = jonas.open(f"{address}/history")
    jonas.context.set_offline(True)
    slider = page.get_by_role("slider", name="Play back the story's versions")
    slider.press("ArrowLeft")
    expect(page.get_by_text("Version 2 could not be fetched.")).to_be_visible()
    expect(page.locator("#shown")).to_contain_text("Version 3, the newest")
    jonas.context.set_offline(False)
    slider.press("ArrowLeft")
    expect(page.locator("#shown")).to_contain_text("at noon sharp.")
    expect(page.get_by_text("could not be fetched")).to_have_count(0)


@pytest.fixture
def player(jonas, address, written):
    """The history at its first version, in a page whose clock goes on only by hand."""
    page = jonas.open("/password")
    page.clock.install(time=NOON)
    page.goto(f"{address}/history/0")
    page.clock.pause_at(NOON + timedelta(hours=1))
    return page


def a_second_later(page):
    page.clock.run_for(1000)


def press(page, word):
    page.get_by_role("button", name=word, exact=True).click()


def test_the_versions_are_played_one_a_second_up_to_the_newest_and_then_again(player):
    page, shown = player, player.locator("#shown")
    press(page, "Play")
    for number in (1, 2):
        expect(shown).to_contain_text(f"Version {number}")
        expect(page.get_by_role("button", name="Pause")).to_be_visible()
        a_second_later(page)
    expect(shown).to_contain_text("Version 3, the newest")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    a_second_later(page)
    expect(shown).to_contain_text("Version 3, the newest")
    press(page, "Play")
    expect(shown).to_contain_text("started by Jonas")


def test_a_long_history_is_played_in_a_minute_or_as_slowly_as_one_likes(jonas, newsroom, address):
    for number in range(130):
        newsroom.type(newsroom.jonas, str(number % 10))
    page = jonas.open("/password")
    page.clock.install(time=NOON)
    page.goto(f"{address}/history/0")
    page.clock.pause_at(NOON + timedelta(hours=1))
    slider, pace = page.get_by_role("slider"), page.get_by_label("Pace")
    press(page, "Play")
    expect(slider).to_have_value("3")
    pace.select_option("Each version")
    expect(page.locator("#shown")).to_contain_text("Version 3")
    a_second_later(page)
    expect(slider).to_have_value("4")


@pytest.mark.parametrize(
    "stop",
    [
        lambda page: press(page, "Pause"),
        lambda page: page.get_by_role("slider").press("ArrowLeft"),
        lambda page: page.locator("#sittings").get_by_role("link", name="Read version 0").click(),
        lambda page: page.evaluate(
            "Object.defineProperty(document, 'hidden', { value: true });"
            "document.dispatchEvent(new Event('visibilitychange'));"
        ),
    ],
    ids=["by its button", "by the slider", "by a link", "by leaving the page"],
)
def test_the_play_back_is_stopped(player, stop):
    page, slider = player, player.get_by_role("slider")
    press(page, "Play")
    expect(page.locator("#shown")).to_contain_text("Version 1")
    stop(page)
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    stood_at = slider.input_value()
    a_second_later(page)
    expect(slider).to_have_value(stood_at)


def test_a_version_that_cannot_be_fetched_stops_the_play_back(jonas, player):
    page = player
    jonas.context.set_offline(True)
    press(page, "Play")
    expect(page.get_by_text("Version 1 could not be fetched.")).to_be_visible()
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()


def test_a_story_without_versions_has_nothing_to_play(jonas, newsroom, address):
    page = jonas.open(f"{address}/history")
    expect(page.get_by_role("slider")).to_be_visible()
    expect(page.get_by_role("button", name="Play", exact=True)).to_have_count(0)


def test_an_open_editor_takes_a_restored_version_over(jonas, tomas, newsroom, address, written):
    page = jonas.open(address)
    expect(page.get_by_role("textbox", name="The story")).to_contain_text("sharp today only")
    saved(page)
    other = tomas.open(f"{address}/history/0/restore")
    other.get_by_role("button", name="Restore version 0").click()
    expect(page.get_by_role("textbox", name="The story")).to_contain_text("left at noon.")

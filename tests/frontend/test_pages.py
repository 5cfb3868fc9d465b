"""Every page in a real browser: keys, menus, what changes by itself, and what still asks first."""

import pytest
from playwright.sync_api import expect

from tests.factories import make_person, make_story
from tests.frontend.story_page import opened, text_on_server, type_at_end_of

pytestmark = [pytest.mark.journey, pytest.mark.in_page]


def test_the_question_mark_lists_every_key(jonas):
    page = jonas.open("/")
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    for words in ("Desk", "Wire", "Search stories", "Next row", "Open the row"):
        expect(keys).to_contain_text(words)
    page.keyboard.press("Escape")
    expect(keys).to_have_count(0)


def test_keys_go_to_places_and_letters_in_a_field_stay_letters(jonas):
    page = jonas.open("/")
    page.keyboard.press("/")
    page.keyboard.type("g l")
    expect(page.get_by_label("Search stories")).to_have_value("g l")
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("l")
    page.wait_for_url("**/lexicon")


def test_rows_are_walked_and_opened_by_keyboard_and_escape_goes_back(jonas, newsroom):
    page = jonas.open("/?all=1")
    rows = page.locator("[data-rows] .row-link")
    page.keyboard.press("j")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/*")
    page.keyboard.press("Escape")
    page.wait_for_url(f"{jonas.server}/")


def test_the_moves_of_a_row_come_when_its_menu_opens(jonas, newsroom):
    page = jonas.open("/?all=1")
    page.keyboard.press("j")
    page.keyboard.press(".")
    file = page.get_by_role("button", name="File story")
    expect(file).to_be_focused()
    page.keyboard.press("Escape")
    expect(file).to_be_hidden()


def test_a_move_asked_for_twice_before_the_newsroom_answers_is_sent_once(jonas, newsroom, address):
    page, sent = opened(jonas, address), []
    page.on("request", lambda request: sent.append(request.url))
    file = page.get_by_role("button", name="File story")
    file.evaluate(
        "button => { button.click(); requestAnimationFrame(() => setTimeout(() => button.click())) }"
    )
    expect(page.locator("body")).to_contain_text("Filed. The editors have it now.")
    assert len([one for one in sent if one.endswith("/moves/file")]) == 1


def test_a_menu_that_opens_while_the_rows_are_fetched_again_stays_open(jonas, newsroom):
    page = jonas.open("/?all=1")
    page.wait_for_load_state("networkidle")
    held = []

    def hold(route):
        held.append(route)

    page.route("**/?all=1", hold)
    with page.expect_request("**/?all=1"), newsroom.change():
        make_story(make_person("vera", "reporter"), slug="harbour-fire")
    page.keyboard.press("j")
    page.keyboard.press(".")
    file = page.get_by_role("button", name="File story")
    expect(file).to_be_focused()
    with page.expect_response("**/?all=1"):
        held.pop().continue_()
    page.unroute("**/?all=1")
    page.wait_for_load_state("networkidle")
    expect(file).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#desk-rows")).to_contain_text("harbour-fire")


def test_the_desk_shows_a_new_story_by_itself_in_every_tab(jonas, newsroom):
    first, second = jonas.open("/?all=1"), jonas.open("/?all=1")
    expect(first.locator("#desk-rows")).to_contain_text("ferry-halted")
    # The stream has to be open before something happens that is told only once.
    for page in (first, second):
        page.wait_for_load_state("networkidle")
    with newsroom.change():
        make_story(make_person("vera", "reporter"), slug="harbour-fire")
    for page in (first, second):
        expect(page.locator("#desk-rows")).to_contain_text("harbour-fire")


def test_the_tabs_of_a_browser_share_one_stream_and_the_next_tab_takes_it_over(jonas, newsroom):
    streams = []
    jonas.context.on("request", lambda one: streams.append(one) if "/live" in one.url else None)
    first = jonas.open("/?all=1")
    first.wait_for_load_state("networkidle")
    second = jonas.open("/?all=1")
    second.wait_for_load_state("networkidle")
    assert [one.frame.page for one in streams] == [first]
    with jonas.context.expect_event("request", lambda one: "/live" in one.url) as taken_over:
        first.close()
    assert taken_over.value.frame.page == second
    with newsroom.change():
        make_story(make_person("vera", "reporter"), slug="harbour-fire")
    expect(second.locator("#desk-rows")).to_contain_text("harbour-fire")


def test_a_dangerous_move_asks_first(at_browser, newsroom):
    page = at_browser("tomas").open(f"/stories/{newsroom.story}")
    page.get_by_role("button", name="Spike story").click()
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    expect(page.locator("#story-state")).to_have_text("Draft")
    page.get_by_role("button", name="Spike story").click()
    page.get_by_role("dialog").get_by_role("button", name="Spike story").click()
    expect(page.locator("#story-state")).to_have_text("Spiked")


def test_a_dangerous_move_asks_once_even_while_words_are_on_their_way(tomas, address, newsroom):
    page = opened(tomas, address)
    page.route("**/steps", lambda _route: None)  # on their way, and never there
    type_at_end_of(page, "left at noon.", " Last words.")
    page.get_by_role("button", name="Spike story").click()
    page.get_by_role("dialog").get_by_role("button", name="Spike story").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.unroute("**/steps")
    expect(page.locator("#story-state")).to_have_text("Spiked")
    assert "left at noon. Last words." in text_on_server(newsroom)


def test_a_half_filled_form_is_not_left_by_accident(jonas):
    page = jonas.open("/stories/new")
    page.get_by_label("Headline").fill("Half a headline")
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.close(run_before_unload=True)
    expect(page.get_by_label("Headline")).to_have_value("Half a headline")
    assert asked == ["beforeunload"]
    page.close()

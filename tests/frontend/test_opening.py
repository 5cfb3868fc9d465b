"""How a story opens in the browser: with what came in its page, however old that page is."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.frontend.story_page import opened, saved, text_on_server, type_at_end_of

SCRIPTS = """() => performance.getEntriesByType("resource")
    .map((one) => one.name).filter((name) => name.endsWith(".js"))"""
CAME_BACK = "() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }"


def test_the_editor_begins_with_what_came_in_its_page(jonas, newsroom, address):
    asked = []
    jonas.context.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page = opened(jonas, address)
    type_at_end_of(page, "left at noon.", " At last.")
    saved(page)
    assert f"{address}/document" not in asked
    assert "left at noon. At last." in text_on_server(newsroom)


def test_its_page_has_one_script(jonas, address):
    """Another part would be found late, and what two scripts share would be there twice."""
    [script] = opened(jonas, address).evaluate(SCRIPTS)
    assert "/static/dist/editor" in script


def test_a_page_older_than_the_story_catches_up(jonas, newsroom, address):
    old = jonas.context.request.get(address)
    newsroom.type(newsroom.lena, ", and the next one at dawn")
    page = jonas.context.new_page()
    page.route(f"**{address}", lambda route: route.fulfill(response=old))
    page.goto(address)
    text = page.get_by_role("textbox", name="The story")
    expect(text).to_contain_text("at noon, and the next one at dawn.")
    type_at_end_of(page, "one at dawn.", " Perhaps.")
    saved(page)
    assert "at noon, and the next one at dawn. Perhaps." in text_on_server(newsroom)


def test_who_goes_back_to_a_story_finds_what_was_written_meanwhile(jonas, newsroom, address):
    page = opened(jonas, address)
    page.goto("/")
    newsroom.type(newsroom.lena, ", and the next one at dawn")
    page.go_back()
    text = page.get_by_role("textbox", name="The story")
    expect(text).to_contain_text("at noon, and the next one at dawn.")
    type_at_end_of(page, "one at dawn.", " Perhaps.")
    saved(page)
    assert "at noon, and the next one at dawn. Perhaps." in text_on_server(newsroom)


def test_a_page_that_the_browser_kept_as_it_was_asks_what_it_missed(jonas, address):
    page = opened(jonas, address)
    saved(page)
    with page.expect_request(f"**{address}/steps?since=0"):
        page.evaluate(CAME_BACK)


def test_a_page_without_what_it_begins_with_asks_for_it(jonas, newsroom, address):
    whole = jonas.context.request.get(address)
    without = whole.text().replace('id="opening"', 'id="of-another-release"')
    page = jonas.context.new_page()
    page.route(f"**{address}", lambda route: route.fulfill(response=whole, body=without))
    page.goto(address)
    type_at_end_of(page, "left at noon.", " At last.")
    saved(page)
    assert "left at noon. At last." in text_on_server(newsroom)

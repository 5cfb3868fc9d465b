"""What becomes of typed words when the server refuses them, or the person, or the page is lost."""

import json

import pytest
from playwright.sync_api import expect

from newsroom.db import db
from newsroom.stories.models import Story
from tests.frontend.story_page import (
    opened,
    saved,
    say_at_end_of,
    text_on_server,
    two_tabs_offline,
    type_at_end_of,
    type_offline,
)
from tests.page_client import PASSWORD

pytestmark = pytest.mark.journey

REFUSAL = "A heading's level is 2, 3 or 4."


def refuse_once(page, status):
    body = json.dumps({"title": "Not taken", "status": status, "detail": REFUSAL})
    page.route(
        "**/steps",
        lambda route: route.fulfill(
            status=status, body=body, content_type="application/problem+json"
        ),
        times=1,
    )


def test_refused_words_are_handed_over_and_stay_through_a_reload(jonas, address, newsroom):
    page = opened(jonas, address)
    refuse_once(page, 422)
    say_at_end_of(page, "left at noon.", " Refused.")
    expect(page.locator("#save-state")).to_have_text(f"Refused: {REFUSAL}")
    expect(page.locator("#editor")).not_to_contain_text("Refused.")
    page.reload()
    words = page.get_by_label("Your words")
    expect(words).to_have_value("The last boat left at noon. Refused.")
    page.get_by_role("button", name="Done with them").click()
    page.reload()
    expect(page.get_by_role("textbox", name="The story")).to_be_visible()
    expect(words).to_have_count(0)
    assert "Refused." not in text_on_server(newsroom)


def test_a_person_who_may_not_write_any_more_reads_on_with_the_sentence(jonas, address):
    page = opened(jonas, address)
    refuse_once(page, 403)
    say_at_end_of(page, "left at noon.", " Too late.")
    expect(page.locator(".editor-notices")).to_contain_text(REFUSAL)
    expect(page.get_by_label("Your words")).to_have_value("The last boat left at noon. Too late.")
    expect(page.get_by_role("textbox", name="The story")).to_have_attribute(
        "contenteditable", "false"
    )


def test_signed_out_words_wait_until_the_person_is_back(jonas, address, newsroom):
    page, other = opened(jonas, address), jonas.open("/")
    other.evaluate("document.querySelector('form[action=\"/sign-out\"]').requestSubmit()")
    other.wait_for_url("**/sign-in*")
    type_at_end_of(page, "left at noon.", " Kept.")
    expect(page.locator("#save-state")).to_contain_text("Signed out: 6 unsent changes")
    expect(page.locator(".editor-notices")).to_contain_text("your words are kept")
    other.get_by_label("Name or e-mail").fill("jonas")
    other.get_by_label("Password").fill(PASSWORD)
    other.get_by_role("button", name="Sign in").click()
    expect(other.get_by_role("button", name="Sign in")).to_be_hidden()
    # Back at the page with the words, as a person comes back to a window.
    page.evaluate("() => window.dispatchEvent(new Event('focus'))")
    saved(page)
    expect(page.locator(".editor-notices")).not_to_contain_text("signed out")
    assert text_on_server(newsroom).count("Kept.") == 1


def test_words_of_two_lost_tabs_are_both_sent_by_the_next_page(jonas, address, newsroom):
    first, second = two_tabs_offline(jonas, address)
    first.close()
    second.close()
    page = opened(jonas, address)
    for words in ("First.", "Second."):
        expect(page.locator("#editor")).to_contain_text(words)
    saved(page)
    for words in ("First.", "Second."):
        assert text_on_server(newsroom).count(words) == 1


def test_words_of_a_page_that_heard_of_others_while_the_next_one_was_written_are_sent(
    jonas, address, newsroom
):
    page = opened(jonas, address)
    next_page = jonas.context.request.get(address)
    unreachable = [True]
    page.route("**/steps", lambda route: route.abort() if unreachable[0] else route.continue_())
    type_at_end_of(page, "left at noon.", " Mine.")
    newsroom.type(newsroom.lena, " sharp")
    page.wait_for_function("() => newsroomEditor.version() === 1")
    page.route(f"**{address}", lambda route: route.fulfill(response=next_page), times=1)
    page.reload()
    unreachable[0] = False
    expect(page.locator("#editor")).to_contain_text("left at noon sharp. Mine.")
    saved(page)
    assert text_on_server(newsroom).count("Mine.") == 1


def test_words_of_one_person_are_never_sent_by_another_at_the_same_browser(
    jonas, address, newsroom
):
    page = opened(jonas, address)
    type_offline(page, " Mine alone.")
    # A page that closes lets a request of its last moment through, and the words would be saved: his.
    jonas.context.set_offline(True)
    page.close()
    jonas.context.set_offline(False)
    jonas.context.clear_cookies()
    jonas.sign_in("tomas", PASSWORD)
    page = opened(jonas, address)
    expect(page.locator("#save-state")).to_have_text("Saved")
    expect(page.locator("#editor")).not_to_contain_text("Mine alone.")


def test_words_of_a_lost_tab_are_handed_over_where_the_story_was_filed_meanwhile(
    jonas, address, newsroom
):
    page = opened(jonas, address)
    type_offline(page, " Too late.")
    page.close()
    with newsroom.change():
        db.session.get(Story, newsroom.story).state = "edit"
    page = jonas.open(address)
    expect(page.get_by_label("Your words")).to_have_value("The last boat left at noon. Too late.")
    expect(page.locator(".editor-notices")).to_contain_text("The story is with its editors")
    assert "Too late." not in text_on_server(newsroom)

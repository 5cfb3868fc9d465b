"""At an address without TLS, as in a first try on a network of one's own, everything works too."""

import pytest
from playwright.sync_api import expect

from tests.frontend.story_page import (
    opened,
    saved,
    say_at_end_of,
    text_on_server,
    two_tabs_offline,
    type_at_end_of,
)
from tests.page_client import PASSWORD
from tests.people import Person

pytestmark = [pytest.mark.journey, pytest.mark.in_page]


@pytest.fixture
def jonas(chromium, server, newsroom):
    person = Person(chromium, server.replace("127.0.0.1", "newsroom.test"))
    yield person.sign_in("jonas", PASSWORD)
    person.context.close()
    assert [fault for fault in person.faults if "Cross-Origin-Opener-Policy" not in fault] == []


def test_a_story_is_written_and_saved(jonas, address, newsroom):
    page = opened(jonas, address)
    assert page.evaluate("isSecureContext") is False
    type_at_end_of(page, "left at noon.", " Plainly.")
    saved(page)
    assert text_on_server(newsroom).count("Plainly.") == 1


def test_two_tabs_send_their_own_words_and_the_words_of_one_that_was_lost(jonas, address, newsroom):
    first, second = two_tabs_offline(jonas, address)
    first.close()
    third = opened(jonas, address)
    expect(third.locator("#editor")).to_contain_text("First.")
    saved(third)
    expect(third.locator("#editor")).not_to_contain_text("Second.")
    second.unroute_all()
    saved(second)
    for words in ("First.", "Second."):
        assert text_on_server(newsroom).count(words) == 1


def test_refused_words_are_selected_to_be_copied_by_hand(jonas, address):
    page = opened(jonas, address)
    page.route("**/steps", lambda route: route.fulfill(status=422, body="{}"), times=1)
    say_at_end_of(page, "left at noon.", " Refused.")
    page.get_by_role("button", name="Copy the words").click()
    expect(page.get_by_role("button", name="Selected, to be copied by hand")).to_be_visible()
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == (
        "The last boat left at noon. Refused."
    )

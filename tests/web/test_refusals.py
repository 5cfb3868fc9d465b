"""How a refusal reaches a person and a script, and what a broken newsroom still says."""

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from newsroom.accounts import service
from newsroom.errors import Conflict, Invalid, NotAllowed, NotFound
from newsroom.roles import machine
from newsroom.web.access import public
from tests.factories import make_person
from tests.page_client import PASSWORD, Browser, Page

SENTENCE = "You wrote this story; another editor must pass it."


@pytest.fixture
def refusing(app: Flask):
    """Opens an address that refuses with the given error."""

    def add(error: Exception) -> Browser:
        def view() -> str:
            raise error

        app.add_url_rule("/refusing", "refusing", public(view))
        return Browser(app)

    return add


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotAllowed(SENTENCE), 403),
        (NotFound(SENTENCE), 404),
        (Conflict(SENTENCE), 409),
        (Invalid(SENTENCE), 422),
    ],
)
def test_each_refusal_is_a_page_with_its_sentence(refusing, error: Exception, status: int):
    assert SENTENCE in refusing(error).get("/refusing", status=status)


def test_a_script_gets_the_refusal_as_a_problem_document_with_its_fields(refusing):
    browser = refusing(Invalid(SENTENCE, {"caption": "There is none."}))
    answer = browser.client.get("/refusing", headers={"Accept": "application/json"})
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    assert answer.json["detail"] == SENTENCE
    assert answer.json["fields"] == {"caption": "There is none."}


def test_an_address_that_leads_nowhere_says_so(browser: Browser):
    assert "There is nothing at this address." in browser.get("/no-such-place", status=404)


def test_a_signed_out_script_is_told_that_its_words_are_kept(browser: Browser):
    answer = browser.client.get("/people", headers={"Accept": "application/json"})
    assert answer.status_code == 401
    assert "You are signed out. Sign in again" in answer.json["detail"]


def test_a_signed_out_stream_is_refused_and_not_led_to_a_page(browser: Browser):
    answer = browser.client.get("/live?story=1", headers={"Accept": "text/event-stream"})
    assert answer.status_code == 401


def test_without_its_database_the_newsroom_still_says_what_is_the_matter(
    app: Flask, change, monkeypatch
):
    with change():
        make_person("editor")
    browser = Browser(app)
    browser.sign_in("editor")

    def away(_token: str) -> None:
        raise OperationalError("SELECT", {}, Exception("away"))

    monkeypatch.setattr(app.login_manager, "_user_callback", away)
    page = Page(browser.client.get("/sessions"))
    assert page.status == 503
    assert "The newsroom cannot reach its database" in page
    assert "Nothing was changed." in page


def test_who_has_no_role_yet_is_told_who_gives_one_and_not_sent_in_a_circle(app: Flask, change):
    with change():
        named = service.Named("nora", "Nora Vale", "nora@gazette.test")
        service.add_person(machine("test set-up"), named, PASSWORD, temporary=False)
    browser = Browser(app)
    refused = browser.sign_in("nora")
    assert refused.status == 403
    assert "You have no role yet. An administrator of the newsroom gives you one" in refused
    assert "Go to the desk" not in refused
    assert "Search stories" not in refused.answer.text


def test_a_fault_is_owned_and_never_a_traceback(app: Flask):
    app.testing = False

    def view() -> str:
        raise ZeroDivisionError("deep inside")

    app.add_url_rule("/broken", "broken", public(view))
    page = Page(Browser(app).client.get("/broken"))
    assert page.status == 500
    assert "It was our fault and has been written down." in page
    assert "deep inside" not in page.answer.text


def test_a_refused_form_shows_what_was_written_and_never_a_password(app: Flask, change):
    with change():
        make_person("editor")
    browser = Browser(app)
    browser.sign_in("editor")
    sent = {"text": "Call the harbour master.", "password": "correct horse battery"}
    refused = browser.post("/stories/7/notes", sent, status=404)
    assert "There is no such story." in refused
    assert "Call the harbour master." in refused
    assert "horse" not in refused
    stale = Page(browser.client.post("/stories/7/notes", data=sent))
    assert (stale.status, "Call the harbour master." in stale) == (400, True)
    signed_out = Page(Browser(app).client.post("/stories/7/notes", data=sent))
    assert "Call the harbour master." in signed_out

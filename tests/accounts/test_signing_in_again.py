"""A page whose session ended asks its person in again: the door answers its script."""

import uuid

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from newsroom.accounts import queries, signing_in
from newsroom.accounts.models import SignIn
from newsroom.db import db
from tests.factories import make_person
from tests.page_client import PASSWORD, Browser

JSON = {"Accept": "application/json"}


@pytest.fixture(autouse=True)
def ids(change) -> dict[str, int]:
    with change():
        return {name: make_person(name).id for name in ("editor", "reporter")}


def look(browser: Browser) -> dict[str, object]:
    """Who is in at this browser, as the door says it."""
    return browser.client.get("/sign-in", headers=JSON).json


def enter(browser: Browser, **form: object) -> TestResponse:
    sent = {"csrf_token": look(browser)["token"], "password": PASSWORD, **form}
    return browser.client.post("/sign-in", data=sent, headers=JSON)


def test_the_person_of_the_page_is_in_and_has_a_token_that_holds(app: Flask, ids):
    browser = Browser(app)
    answer = enter(browser, name="reporter", person=ids["reporter"])
    assert answer.status_code == 200
    assert (answer.json["person"], answer.json["name"]) == (ids["reporter"], "Reporter")
    assert answer.json["must_choose_password"] is False
    proof = {"X-CSRFToken": answer.json["token"]}
    assert browser.client.post("/sessions/end-others", headers=proof).status_code == 303


def test_nothing_of_the_session_before_survives_not_even_its_token(app: Flask, ids):
    browser = Browser(app)
    before = look(browser)["token"]
    with browser.client.session_transaction() as session:
        session["planted"] = "by somebody else"
    enter(browser, name="reporter", person=ids["reporter"])
    with browser.client.session_transaction() as session:
        assert "planted" not in session
    old = browser.client.post("/sessions/end-others", headers={"X-CSRFToken": before})
    assert old.status_code == 400


def test_without_the_token_of_the_door_nobody_is_let_in(app: Flask, ids):
    browser = Browser(app)
    answer = enter(browser, name="reporter", person=ids["reporter"], csrf_token="made up")
    assert answer.status_code == 400
    assert look(browser)["person"] is None


@pytest.mark.parametrize("name", ["editor", "nobody.here"])
def test_a_wrong_password_is_refused_in_the_sentence_of_the_sign_in_page(app: Flask, ids, name):
    browser = Browser(app)
    answer = enter(browser, name=name, password="not the password", person=ids["editor"])
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    assert answer.json["detail"] == signing_in.WRONG
    assert look(browser)["person"] is None


def test_another_persons_account_is_refused_and_no_sign_in_begins(app: Flask, ids):
    browser = Browser(app)
    answer = enter(browser, name="editor", person=ids["reporter"])
    assert (answer.status_code, answer.json["detail"]) == (422, signing_in.ANOTHERS)
    assert look(browser)["person"] is None
    with app.app_context():
        assert db.session.scalars(select(SignIn)).all() == []


def test_a_field_that_is_not_filled_or_no_number_is_refused_in_its_own_sentence(app: Flask, ids):
    browser = Browser(app)
    empty = enter(browser, name="editor", password="", person=ids["editor"])
    assert (empty.status_code, empty.json["fields"]) == (422, {"password": "Type your password."})
    assert enter(browser, name="editor", person="somebody").status_code == 422
    assert look(browser)["person"] is None


def test_guessing_in_place_is_slowed_as_at_the_door_and_says_for_how_long(app: Flask, change):
    name = f"guessed-{uuid.uuid4().hex[:8]}"
    with change():
        own = make_person(name, "reporter").id
    browser = Browser(app)
    for _ in range(5):
        assert enter(browser, name=name, password="a guess", person=own).status_code == 422
    slowed = enter(browser, name=name, person=own)
    assert slowed.status_code == 429
    assert "Too many tries. Wait" in slowed.json["detail"]
    assert int(slowed.headers["Retry-After"]) <= 60


def test_a_page_is_told_who_came_in_meanwhile_and_nobody_takes_their_place(app: Flask, ids):
    browser = Browser(app)
    browser.sign_in("editor")
    assert look(browser)["person"] == ids["editor"]
    answer = enter(browser, name="reporter", person=ids["reporter"])
    assert (answer.status_code, answer.json["person"]) == (200, ids["editor"])
    assert look(browser)["name"] == "Editor"


def test_what_the_door_says_is_kept_by_no_cache(app: Flask):
    browser = Browser(app)
    for _ in range(2):
        answer = browser.client.get("/sign-in", headers=JSON)
        assert answer.headers["Cache-Control"] == "private, no-store"
        browser.sign_in("editor")


def test_a_temporary_password_lets_its_person_in_to_choose_their_own(app: Flask, change, ids):
    with change():
        queries.person_named("reporter").password_is_temporary = True
    browser = Browser(app)
    answer = enter(browser, name="reporter", person=ids["reporter"])
    assert answer.json["must_choose_password"] is True
    script = browser.client.get("/inbox/unread", headers=JSON)
    assert script.status_code == 401
    assert "Choose your own password first" in script.json["detail"]
    assert browser.client.get("/").location == "/password"

"""Signing in and out, and what a browser may do before and after."""

import pytest
from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import select

from newsroom import db as db_module
from newsroom.accounts import passwords, queries, service, signing_in
from newsroom.accounts.models import Person, SignIn
from newsroom.accounts.session import own_path
from newsroom.db import db
from newsroom.errors import Invalid
from tests.factories import TEST_SET_UP, make_person
from tests.page_client import PASSWORD, Browser, Page


@pytest.fixture(autouse=True)
def _people(change):
    with change():
        make_person("editor", desk="World")
        make_person("miriam", "reporter", "National")


def _send(browser: Browser, **form: str) -> Page:
    page = browser.get("/sign-in")
    answer = browser.client.post("/sign-in", data={**page.hidden, **form}, follow_redirects=True)
    return Page(answer)


def test_a_person_signs_in_by_name_or_by_e_mail_in_any_case(app: Flask):
    for name in ("editor", " EDITOR ", "editor@gazette.test", "Editor@Gazette.Test"):
        browser = Browser(app)
        browser.sign_in(name)
        assert "Where you are signed in" in browser.get("/sessions")


def test_a_wrong_password_and_an_unknown_name_get_the_same_sentence(browser: Browser):
    wrong = _send(browser, name="editor", password="not the password")
    unknown = _send(browser, name="nobody.here", password="not the password")
    sentence = "That name and password do not belong together."
    assert wrong.status == unknown.status == 422
    assert sentence in wrong
    assert sentence in unknown


def test_an_unknown_name_costs_as_much_work_as_a_known_one(monkeypatch):
    asked = []
    monkeypatch.setattr(
        passwords, "_hasher", type("Counting", (), {"verify": lambda _s, h, _p: asked.append(h)})()
    )
    assert not passwords.matches(None, "a password")
    assert len(asked) == 1


def test_the_typed_name_is_kept_after_a_refusal_and_the_password_is_not(browser: Browser):
    page = _send(browser, name="editor", password="not the password")
    assert page.values["name"] == "editor"
    assert page.values["password"] == ""


def test_a_visitor_is_sent_to_sign_in_and_back_to_where_they_wanted(app: Flask):
    browser = Browser(app)
    asked = browser.client.get("/sessions?from=mail")
    assert asked.status_code == 302
    page = Page(browser.client.get(asked.location))
    answer = browser.client.post(
        "/sign-in", data={**page.hidden, "name": "editor", "password": PASSWORD}
    )
    assert answer.location == "/sessions?from=mail"


@pytest.mark.parametrize(
    "path",
    [
        "https://elsewhere.test/",
        "//elsewhere.test/",
        "/\\elsewhere.test",
        "/\t/elsewhere.test",
        "javascript:alert(1)",
        "sessions",
        "",
        None,
    ],
)
def test_next_never_leads_away_from_the_newsroom(path: str | None):
    assert own_path(path) is None


def test_next_may_be_any_path_of_the_newsroom():
    assert own_path("/stories/4?tab=talk") == "/stories/4?tab=talk"


def test_the_session_before_signing_in_does_not_survive_it(app: Flask):
    browser = Browser(app)
    browser.get("/sign-in")
    with browser.client.session_transaction() as session:
        session["planted"] = "by somebody else"
        token_before = session["csrf_token"]
    browser.sign_in("editor")
    with browser.client.session_transaction() as session:
        assert "planted" not in session
        assert session.get("csrf_token") != token_before


def test_two_pages_that_open_at_once_after_signing_in_share_one_token(app: Flask):
    browser, other_tab = Browser(app), Browser(app)
    form = {**browser.get("/sign-in").hidden, "name": "editor", "password": PASSWORD}
    browser.client.post("/sign-in", data=form)
    other_tab.client.set_cookie("newsroom", browser.client.get_cookie("newsroom").value)
    for page in (browser.client.get("/password"), other_tab.client.get("/password")):
        assert "csrf_token" in page.text
        assert "Set-Cookie" not in page.headers


def test_the_database_never_holds_the_token_of_a_sign_in(app: Flask):
    browser = Browser(app)
    browser.sign_in("editor")
    with browser.client.session_transaction() as session:
        token = session["_user_id"]
    with app.app_context():
        kept = db.session.scalars(select(SignIn)).one()
        assert token not in {kept.token_hash, str(kept.id)}


def test_a_request_finds_its_person_grants_and_desks_in_one_statement(app: Flask):
    browser = Browser(app)
    browser.sign_in("editor")
    answer = browser.client.get("/password")
    assert answer.headers["X-SQL-Queries"] == "1"


def test_signing_out_ends_the_sign_in_even_for_a_copied_cookie(app: Flask):
    browser, thief = Browser(app), Browser(app)
    browser.sign_in("editor")
    cookie = browser.client.get_cookie("newsroom")
    thief.client.set_cookie("newsroom", cookie.value)
    assert thief.client.get("/sessions").status_code == 200
    browser.post("/sign-out")
    assert thief.client.get("/sessions").status_code == 302


def test_a_sign_in_ends_after_its_time(app: Flask, change, monkeypatch):
    browser = Browser(app)
    browser.sign_in("editor")
    from newsroom.accounts.signing_in import LASTS
    from newsroom.db import now

    later = now() + LASTS
    monkeypatch.setattr(queries, "now", lambda: later)
    assert browser.client.get("/sessions").status_code == 302


def test_a_password_kept_at_an_older_cost_is_hashed_anew_at_sign_in(app: Flask, change):
    with change():
        cheap = PasswordHasher(time_cost=1, memory_cost=16, parallelism=1).hash(PASSWORD)
        queries.person_named("editor").password_hash = cheap
    Browser(app).sign_in("editor")
    with app.app_context():
        kept = db.session.scalars(select(Person).where(Person.name == "editor")).one()
        assert kept.password_hash != cheap
        assert passwords.matches(kept.password_hash, PASSWORD)


@pytest.mark.parametrize("meanwhile", [service.reset_password, service.deactivate])
def test_who_was_shut_out_while_their_password_was_compared_is_not_let_in(
    app: Flask, change, meanwhile
):
    with app.app_context():
        proof = signing_in.authenticate("editor", PASSWORD)
    with change():
        meanwhile(TEST_SET_UP, queries.person_named("editor"))
    with change(), pytest.raises(Invalid, match="do not belong together"):
        signing_in.start(proof, address="", device="")


def test_a_password_is_never_hashed_while_the_database_waits(app: Flask, change, monkeypatch):
    with change():
        queries.person_named("editor").password_hash = PasswordHasher(2, 16, 1).hash(PASSWORD)
    held = []
    for name in ("matches", "hashed"):
        real = getattr(passwords, name)
        monkeypatch.setattr(
            passwords,
            name,
            lambda *args, real=real: held.append(db_module.writing()) or real(*args),
        )
    browser = Browser(app)
    browser.sign_in("editor")
    new = "four words in no order"
    browser.post("/password", {"current": PASSWORD, "new": new, "again": new})
    assert held == [False] * 4


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(app: Flask):
    browser = Browser(app)
    browser.sign_in("editor")
    cookie = browser.client.get_cookie("newsroom")
    assert cookie.http_only
    assert cookie.same_site == "Lax"


def test_a_name_that_no_database_can_hold_is_a_wrong_name(browser: Browser):
    page = _send(browser, name="edi\0tor", password=PASSWORD)
    assert "That name and password do not belong together." in page

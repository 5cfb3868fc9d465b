"""Changing one's own password, and choosing one after an administrator made one."""

import pytest
from flask import Flask

from newsroom.accounts import passwords, queries, service
from newsroom.errors import Invalid
from tests.factories import TEST_SET_UP, make_person
from tests.page_client import PASSWORD, Browser

NEW = "four words in no order"


@pytest.fixture(autouse=True)
def _people(change):
    with change():
        make_person("reporter", desk="World")
        make_person("editor")


def _form(current: str = PASSWORD, new: str = NEW, again: str = NEW) -> dict[str, str]:
    return {"current": current, "new": new, "again": again}


def test_a_new_password_replaces_the_old_one(app: Flask):
    browser = Browser(app)
    browser.sign_in("reporter")
    assert "Your password is changed." in browser.post("/password", _form())
    fresh = Browser(app)
    fresh.sign_in("reporter", NEW)
    assert fresh.client.get("/sessions").status_code == 200


def test_a_new_password_signs_out_every_other_browser_and_nobody_else(app: Flask):
    here, elsewhere, colleague = Browser(app), Browser(app), Browser(app)
    for browser, name in ((here, "reporter"), (elsewhere, "reporter"), (colleague, "editor")):
        browser.sign_in(name)
    here.post("/password", _form())
    assert here.client.get("/sessions").status_code == 200
    assert elsewhere.client.get("/sessions").status_code == 302
    assert colleague.client.get("/sessions").status_code == 200


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (_form(current="a wrong password"), "That is not your password."),
        (_form(new="short", again="short"), "At least 10 characters."),
        (_form(again="four words in an order"), "The two are not the same."),
        (_form(new=PASSWORD, again=PASSWORD), "That is the password you have already."),
        (_form(new="Reporter2026", again="Reporter2026"), "Too easy to guess"),
        (_form(new="a" * 12, again="a" * 12), "Too easy to guess"),
    ],
)
def test_a_password_is_refused_with_the_reason_beside_its_field(
    app: Flask, form: dict[str, str], sentence: str
):
    browser = Browser(app)
    browser.sign_in("reporter")
    assert sentence in browser.post("/password", form, status=422)
    with app.app_context():
        assert passwords.matches(queries.person_named("reporter").password_hash, PASSWORD)


def test_a_password_given_by_an_administrator_meanwhile_stays(app: Flask, change):
    with app.app_context():
        reporter = queries.person_named("reporter")
        choice = service.choose_password(reporter, PASSWORD, NEW)
    with change():
        given = service.reset_password(TEST_SET_UP, queries.person_named("reporter"))
    with change(), pytest.raises(Invalid, match="Nothing was changed"):
        service.change_password(queries.person_named("reporter"), choice)
    with app.app_context():
        assert passwords.matches(queries.person_named("reporter").password_hash, given)


def test_whoever_got_a_one_time_password_must_choose_their_own_first(app: Flask, change):
    with change():
        queries.person_named("reporter").password_is_temporary = True
    browser = Browser(app)
    browser.sign_in("reporter")
    assert "Choose a password of your own first." in browser.get("/sessions")
    browser.post("/password", _form())
    assert "Where you are signed in" in browser.get("/sessions")


def test_what_a_page_asks_for_meanwhile_does_not_repeat_that(app: Flask, change):
    with change():
        queries.person_named("reporter").password_is_temporary = True
    browser = Browser(app)
    browser.sign_in("reporter")
    for _ in range(3):
        assert browser.client.get("/live").location == "/password"
    assert browser.get("/password").words.count("Choose a password of your own first.") == 1

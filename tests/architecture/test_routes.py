"""Every address of the newsroom: who may open it, how it is spelt, what a forged form gets."""

import re

import pytest
from flask import Flask
from werkzeug.routing import IntegerConverter, Rule

from newsroom.accounts import grants
from newsroom.roles import GRANTS, Actor, Permission, Role, machine
from newsroom.web.access import PUBLIC, SIGNED_IN, rule_of
from newsroom.web.security import csrf
from tests.factories import make_person
from tests.page_client import Browser

P = Permission

ALLOWED: dict[Permission, str] = {
    P.READ_STORIES: "reporter editor photo_desk administrator",
    P.CREATE_STORY: "reporter editor",
    P.FILE_STORY: "reporter editor",
    P.WRITE_COPY: "reporter editor",
    P.EDIT_COPY: "editor",
    P.EDIT_FIGURES: "photo_desk",
    P.PASS_COPY: "editor",
    P.PASS_CAPTIONS: "photo_desk",
    P.RETURN_STORY: "editor photo_desk",
    P.PUBLISH: "editor",
    P.WITHDRAW: "editor",
    P.SPIKE: "editor",
    P.DECIDE_FINDINGS: "editor",
    P.PLAN_STORY: "editor",
    P.USE_PHOTOS: "reporter editor photo_desk administrator",
    P.ADD_PHOTOS: "reporter editor photo_desk",
    P.EDIT_PHOTOS: "photo_desk",
    P.EDIT_CLEANERS: "photo_desk administrator",
    P.USE_LEXICON: "reporter editor photo_desk administrator",
    P.EDIT_LEXICON: "editor administrator",
    P.USE_WIRE: "reporter editor photo_desk administrator",
    P.EDIT_OUTLETS: "editor administrator",
    P.MANAGE_FEEDS: "editor administrator",
    P.MANAGE_PEOPLE: "administrator",
    P.MANAGE_DESKS: "administrator",
    P.READ_AUDIT: "administrator",
}
"""Written out a second time on purpose: a slip in the table of grants fails here."""

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?")
SENT = ("POST", "PUT", "PATCH", "DELETE")


def _rules(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]


def _address(app: Flask, rule: Rule) -> str:
    """The route's address with something in each place that fits its converter."""
    values: dict[str, object] = {}
    for name in rule.arguments:
        number = isinstance(rule._converters[name], IntegerConverter)
        values[name] = 1 if number else "some-name"
    with app.test_request_context():
        built = rule.build(values)
    assert built is not None, rule
    return built[1]


def test_each_role_may_do_what_the_table_says_and_nothing_else():
    assert set(ALLOWED) == set(Permission)
    for permission, roles in ALLOWED.items():
        assert {r.value for r in Role if permission in GRANTS[r]} == set(roles.split()), permission


def test_a_role_on_one_desk_counts_there_and_nowhere_else():
    editor = Actor(1, "Miriam", frozenset({(Role.EDITOR, 4)}))
    assert editor.may(P.PASS_COPY, 4)
    assert not editor.may(P.PASS_COPY, 5)
    assert editor.may(P.PASS_COPY)
    assert editor.desks_with(P.PASS_COPY) == {4}


def test_every_route_says_who_may_open_it(app: Flask):
    for rule in _rules(app):
        assert rule_of(app, rule.endpoint) is not None, rule


def test_a_route_without_a_rule_keeps_the_newsroom_from_starting(app: Flask):
    from newsroom.web import access

    app.view_functions["forgotten"] = lambda: "open to all"
    with pytest.raises(RuntimeError, match="forgotten"):
        access.install(app)


def test_every_address_is_spelt_in_small_words_with_dashes(app: Flask):
    for rule in _rules(app):
        for part in re.split(r"/|<[^>]+>", rule.rule):
            assert not part or KEBAB.fullmatch(part), rule


def test_every_parameter_of_an_address_says_what_it_takes(app: Flask):
    for rule in _rules(app):
        for parameter in re.findall(r"<([^>]+)>", rule.rule):
            assert ":" in parameter, rule


def test_a_visitor_opens_public_pages_only(app: Flask, browser: Browser):
    for rule in _rules(app):
        if rule_of(app, rule.endpoint) is PUBLIC or "GET" not in rule.methods:
            continue
        answer = browser.client.get(_address(app, rule))
        assert answer.status_code == 302, rule
        assert answer.location.startswith("/sign-in?next="), rule


@pytest.mark.parametrize("role", list(Role))
def test_each_role_is_refused_what_it_may_not_open(app: Flask, change, browser: Browser, role):
    with change():
        make_person(role.value)
    browser.sign_in(role.value)
    token = browser.token()
    for rule in _rules(app):
        needed = rule_of(app, rule.endpoint)
        if not isinstance(needed, Permission):
            continue
        may = needed in GRANTS[role]
        method = "GET" if "GET" in rule.methods else next(m for m in SENT if m in rule.methods)
        if method != "GET" and may:
            continue  # what it does is tested where it belongs
        answer = browser.client.open(
            _address(app, rule), method=method, headers={"X-CSRFToken": token}
        )
        refused = answer.status_code == 403
        assert refused is not may, (rule, answer.status_code)
        assert answer.status_code < 500, (rule, answer.status_code)


def test_whoever_has_no_role_opens_nothing_but_their_own_pages(app: Flask, change, browser):
    from sqlalchemy import delete

    from newsroom.accounts.models import Grant
    from newsroom.db import db

    with change():
        make_person("newcomer", "reporter")
        db.session.execute(delete(Grant))
    browser.sign_in("newcomer")
    for rule in _rules(app):
        if "GET" in rule.methods and isinstance(rule_of(app, rule.endpoint), Permission):
            assert browser.client.get(_address(app, rule)).status_code == 403, rule


@pytest.fixture
def everybody(browser: Browser, change) -> Browser:
    """Signed in as somebody with every role on every desk."""
    with change():
        person = make_person("everybody", "administrator")
        for role in (Role.REPORTER, Role.EDITOR, Role.PHOTO_DESK):
            grants.grant(machine("office"), person, role, None)
    browser.sign_in("everybody")
    return browser


WITHOUT_FORM_TOKEN = {
    "wire_push.push",
    "websub.receive",
    "photo_send.send",
    "photo_send.begin",
    "photo_send.add",
    "photo_send.cancel",
}
"""Routes whose visitor proves itself at every request in its own way: a secret, no cookie."""


def test_only_routes_with_a_proof_of_their_own_need_no_form_token(app: Flask):
    exempt = {
        endpoint
        for endpoint, view in app.view_functions.items()
        if f"{view.__module__}.{view.__name__}" in csrf._exempt_views
    }
    assert exempt == WITHOUT_FORM_TOKEN
    assert not csrf._exempt_blueprints
    assert {rule_of(app, endpoint) for endpoint in exempt} == {PUBLIC}


def test_only_these_routes_are_open_to_everybody(app: Flask):
    opened = {rule.endpoint for rule in _rules(app) if rule_of(app, rule.endpoint) is PUBLIC}
    assert {name for name in opened if name.startswith("photo")} == {
        "photo_send.open_link",
        "photo_send.send",
        "photo_send.begin",
        "photo_send.progress",
        "photo_send.add",
        "photo_send.cancel",
    }
    assert {name for name in opened if "wire" in name or "websub" in name} == {
        "wire_push.push",
        "websub.confirm",
        "websub.receive",
    }


def test_a_form_without_its_token_changes_nothing(app: Flask, everybody: Browser):
    for rule in _rules(app):
        if rule.endpoint in WITHOUT_FORM_TOKEN:
            continue
        for method in set(SENT) & rule.methods:
            answer = everybody.client.open(_address(app, rule), method=method)
            assert answer.status_code == 400, (rule, answer.status_code)
            assert "Nothing was changed" in answer.text, rule


def test_a_number_that_no_row_can_have_is_not_found(app: Flask, everybody: Browser):
    for rule in _rules(app):
        if "GET" not in rule.methods or "<int:" not in rule.rule:
            continue
        address = re.sub(r"\d+", str(10**30), _address(app, rule))
        assert everybody.client.get(address).status_code == 404, rule


def test_an_address_with_a_nul_is_refused_before_the_database_sees_it(app, everybody: Browser):
    for rule in _rules(app):
        if "GET" not in rule.methods:
            continue
        answer = everybody.client.get(f"{_address(app, rule)}?q=%00")
        assert answer.status_code == 400, (rule, answer.status_code)


def test_only_these_rules_stand_on_routes(app: Flask):
    for rule in _rules(app):
        found = rule_of(app, rule.endpoint)
        assert found in {PUBLIC, SIGNED_IN} or isinstance(found, Permission), rule

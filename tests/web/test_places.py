"""The bar: which places a person sees, and which one they are in."""

import pytest
from flask import Flask

from newsroom.web.places import PLACES
from tests.factories import make_person
from tests.page_client import Browser


@pytest.mark.parametrize(
    ("role", "seen", "hidden"),
    [
        ("reporter", {"Desk", "Photos", "Wire", "Lexicon", "The paper"}, {"Captions", "People"}),
        ("photo_desk", {"Captions", "Photos"}, {"People", "Audit"}),
        ("administrator", {"People", "Desks", "Audit"}, {"Captions"}),
    ],
)
def test_each_role_sees_its_own_places(app: Flask, change, role: str, seen, hidden):
    with change():
        make_person(role)
    browser = Browser(app)
    browser.sign_in(role)
    links = set(browser.get("/password").links)
    shown = {place.name for place in PLACES if place.path in links - {"/"} or place.path == "/"}
    assert seen <= shown
    assert not hidden & shown


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "Desk"),
        ("/stories/4", "Desk"),
        ("/wire/outlets", "Wire"),
        ("/people/7", "People"),
        ("/paper", "The paper"),
        ("/password", None),
    ],
)
def test_each_page_belongs_to_one_place_at_most(path: str, name: str | None):
    assert [place.name for place in PLACES if place.holds(path)] == ([name] if name else [])

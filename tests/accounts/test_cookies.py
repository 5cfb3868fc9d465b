"""What the session leaves alone: public answers that are kept in caches."""

import pytest
from flask import Flask

from newsroom.web.access import public
from tests.factories import make_person
from tests.page_client import Browser


@pytest.fixture
def front(app: Flask) -> Flask:
    """The newsroom with one more public page, which asks for nobody."""
    app.add_url_rule("/front", "front", public(lambda: "The news of the day."))
    return app


def test_a_public_page_asks_no_cookie_and_sets_none_even_for_who_is_signed_in(front: Flask, change):
    with change():
        make_person("reporter")
    browser = Browser(front)
    browser.sign_in("reporter")
    answer = browser.client.get("/front")
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "Cache-Control" not in answer.headers
    assert answer.headers["X-SQL-Queries"] == "0"


def test_a_page_with_a_form_is_kept_by_no_cache(front: Flask):
    answer = Browser(front).client.get("/sign-in")
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("header", ["X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options"])
def test_every_answer_carries_the_usual_headers(front: Flask, header: str):
    assert Browser(front).client.get("/front").headers[header]


def test_scripts_run_only_with_the_nonce_of_their_own_answer(front: Flask):
    first, second = (Browser(front).client.get("/sign-in") for _ in range(2))
    policy = first.headers["Content-Security-Policy"]
    nonce = policy.partition("'nonce-")[2].partition("'")[0]
    assert f'nonce="{nonce}"' in first.text
    assert nonce not in second.text
    assert "unsafe" not in policy

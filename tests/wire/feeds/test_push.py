"""What agencies push: only with the token, kept before it is confirmed, and answered for programs."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from newsroom.db import db
from newsroom.wire import feed_queries, feeds, push_limits, push_views
from newsroom.wire.feed_facts import FeedKind
from newsroom.wire.feed_models import WireDelivery, WireFeed
from newsroom.wire.item_models import ItemRow
from tests.factories import TEST_SET_UP
from tests.wire.feeds.copy import FERRY
from workers import wire as tasks


@pytest.fixture(autouse=True)
def fresh_limits(monkeypatch) -> None:
    """Each test counts by itself; other processes share the broker."""
    push_limits._own.cache_clear()
    monkeypatch.setattr(push_limits, "_shared", lambda _url: push_limits._own())


@pytest.fixture
def feed(make_feed) -> WireFeed:
    return make_feed("AFP", FeedKind.PUSH)


@pytest.fixture
def token(change, feed) -> str:
    with change():
        return feeds.make_token(TEST_SET_UP, feed_queries.feed_to_change(feed.id))


@pytest.fixture
def push(app, feed):
    """Send these bytes; the answer as JSON and its status."""

    def _push(raw: bytes, token: str, key: str = "", **headers: str):
        answer = app.test_client().post(
            f"/wire/push/{key or feed.key}",
            data=raw,
            headers={"Authorization": f"Bearer {token}", **headers},
        )
        return answer.status_code, answer.get_json(), answer

    return _push


def test_a_push_is_kept_and_then_taken_in(app, feed, token, push, wire):
    raw = wire.pack(FERRY)
    status, said, _ = push(raw, token)
    assert (status, said) == (202, {"delivery": 1, "bytes": len(raw)})
    with app.app_context():
        tasks.take_in(said["delivery"])
        assert db.session.scalars(select(ItemRow)).one().headline == FERRY.headline
        assert feed_queries.feed(feed.id).last_success_at is not None
    assert push(raw, token)[1]["delivery"] == 1, "again it is the same delivery"


def test_a_form_is_taken_as_the_bytes_that_it_is(app, token, push):
    status, said, _ = push(
        b"a=1&b=2", token, **{"Content-Type": "application/x-www-form-urlencoded"}
    )
    assert (status, said["bytes"]) == (202, 7)


@pytest.mark.parametrize("kind", ["Bearer", "bearer"])
def test_the_token_opens_and_no_other(app, feed, token, push, kind):
    assert push(b"x", token, Authorization=f"{kind} {token}")[0] == 202
    for wrong in ("", "x", token[:-1], token + "x", feed.token_hash):
        status, said, answer = push(b"x", wrong)
        assert status == 401
        assert said["detail"] == "There is no such feed, or this is not its token."
        assert answer.content_type == "application/problem+json"
        assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert push(b"x", token, Authorization=f"Basic {token}")[0] == 401


def test_a_feed_without_a_token_and_a_feed_that_is_none_answer_alike(feed, push):
    assert push(b"x", "")[1] == push(b"x", "", key="no-such-feed")[1]
    assert push(b"x", "")[0] == 401


def test_a_new_token_ends_the_one_before(change, feed, token, push):
    with change():
        newer = feeds.make_token(TEST_SET_UP, feed_queries.feed_to_change(feed.id))
    assert push(b"x", token)[0] == 401
    assert push(b"x", newer)[0] == 202


def test_only_the_fingerprint_of_a_token_is_kept(app, feed, token):
    with app.app_context():
        row = feed_queries.feed(feed.id)
        assert len(row.token_hash) == 64
        assert token not in {str(value) for value in vars(row).values()}


def test_another_kind_of_feed_takes_no_push(change, make_feed, push):
    web = make_feed("Web", FeedKind.UPLOAD)
    with change():
        feed_queries.feed_to_change(web.id).token_hash = push_views.fingerprint("t")
    assert push(b"x", "t", key=web.key)[0] == 401


def test_what_is_too_large_is_refused_before_it_is_read(token, push):
    status, said, _ = push(b"x" * 1_000_001, token)
    assert (status, said["detail"]) == (413, "The newsroom takes 1 MB at most.")


def test_nothing_is_not_taken(token, push):
    assert push(b"", token)[0] == 422


def test_a_paused_feed_says_so(change, feed, token, push):
    with change():
        feeds.pause_feed(TEST_SET_UP, feed_queries.feed_to_change(feed.id))
    assert push(b"x", token)[0] == 409


def test_whoever_guesses_is_shut_out_for_a_while(token, push):
    for _ in range(push_limits.REFUSALS.amount):
        assert push(b"x", "wrong")[0] == 401
    assert push(b"x", token)[0] == 429


def test_a_feed_that_pushes_without_end_is_slowed(app, feed, token, push, monkeypatch):
    monkeypatch.setattr(push_views, "PUSHES", push_limits.parse("2 per 1 minute"))
    assert [push(b"x", token)[0] for _ in range(3)] == [202, 202, 429]


def test_a_disk_that_is_full_is_not_confirmed(app, token, push, settings, tmp_path):
    folder = tmp_path / "data" / "wire"
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in the way")
    status, said, _ = push(b"x", token)
    assert status == 503
    assert said["detail"].startswith("The newsroom cannot write to its wire folder.")
    with app.app_context():
        assert db.session.scalars(select(WireDelivery)).all() == []

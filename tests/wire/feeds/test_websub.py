"""WebSub, the whole conversation with a small hub: asked, confirmed, pushed, renewed, refused."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from sqlalchemy import select

from newsroom.db import db, now
from newsroom.jobs import Job
from newsroom.wire import feed_queries, feeds, push_limits, subscriptions
from newsroom.wire.feed_facts import FeedKind
from newsroom.wire.feed_models import WireDelivery, WireFeed, WireSubscription
from newsroom.wire.item_models import ItemRow
from newsroom.wire.signatures import METHODS, is_signed, sign
from tests.factories import TEST_SET_UP
from tests.wire.feeds.copy import FERRY, version
from workers import wire as tasks

TOPIC = "https://afp.test/rss"


class Hub:
    """Remembers what it was asked, and speaks to the newsroom as hubs do."""

    def __init__(self, app, server) -> None:
        self.client = app.test_client()
        self.asked: list[dict[str, str]] = []
        self.address = server.url("/hub")
        server.answers["/hub"] = self._hear

    def _hear(self, it) -> None:
        form = {name: value for name, [value] in parse_qs(it.body.decode()).items()}
        self.asked.append(form)
        it.say(202)

    @property
    def path(self) -> str:
        return urlsplit(self.asked[-1]["hub.callback"]).path

    def verify(self, **changes: str) -> tuple[int, str]:
        question = {
            "hub.mode": "subscribe",
            "hub.topic": TOPIC,
            "hub.challenge": "<b>once</b>",
            "hub.lease_seconds": "864000",
        }
        question |= {f"hub.{name}": value for name, value in changes.items()}
        answer = self.client.get(f"{self.path}?{urlencode(question)}")
        assert answer.content_type == "text/plain; charset=utf-8"
        return answer.status_code, answer.text

    def push(self, raw: bytes, signature: str) -> int:
        headers = {"X-Hub-Signature": signature} if signature else {}
        return self.client.post(self.path, data=raw, headers=headers).status_code


@pytest.fixture(autouse=True)
def fresh_limits(monkeypatch) -> None:
    push_limits._own.cache_clear()
    monkeypatch.setattr(push_limits, "_shared", lambda _url: push_limits._own())


@pytest.fixture
def hub(app, server) -> Hub:
    return Hub(app, server)


@pytest.fixture
def feed(make_feed, server) -> WireFeed:
    return make_feed("AFP", FeedKind.WEB, address=server.url("/rss"))


@pytest.fixture
def subscribed(app, feed, hub, server, wire) -> Hub:
    """A feed was read that offers the hub, and the worker asked it."""
    server.answer("/rss", body=wire.pack(FERRY, hub=hub.address, topic=TOPIC))
    with app.app_context():
        tasks.read_feed(feed.id)
        tasks.subscribe(feed.id)
    return hub


@pytest.fixture
def row(app, feed):
    def _row() -> WireSubscription:
        with app.app_context():
            return db.session.get_one(WireSubscription, feed.id)

    return _row


def deliveries(app) -> int:
    with app.app_context():
        return len(db.session.scalars(select(WireDelivery)).all())


def test_a_feed_that_offers_a_hub_is_subscribed_to(subscribed, row):
    [asked] = subscribed.asked
    assert (asked["hub.mode"], asked["hub.topic"]) == ("subscribe", TOPIC)
    assert asked["hub.callback"].startswith("http://newsroom.test/wire/websub/")
    assert len(row().callback) > 40, "nobody can guess it"
    assert asked["hub.secret"] == row().secret
    assert row().state == "asked"


def test_the_hubs_question_is_answered_and_the_lease_begins(subscribed, row):
    assert subscribed.verify() == (200, "<b>once</b>")
    assert row().state == "active"
    assert timedelta(days=9) < row().lease_until - now() <= timedelta(days=10)
    assert row().renew_at < row().lease_until
    subscribed.verify(lease_seconds="999999999")
    assert row().lease_until - now() <= subscriptions.LONGEST_LEASE


@pytest.mark.parametrize(
    "odd",
    [
        {"topic": "https://afp.test/other"},
        {"mode": "unsubscribe"},
        {"mode": ""},
        {"challenge": ""},
        {"challenge": "x" * 1_001},
        {"lease_seconds": "0"},
        {"lease_seconds": "-1"},
        {"lease_seconds": "many"},
    ],
)
def test_a_question_about_what_we_did_not_ask_is_not_confirmed(subscribed, row, odd):
    assert subscribed.verify(**odd)[0] == 404
    assert row().state == "asked"


def test_a_callback_that_we_never_gave_is_nothing(app, subscribed):
    client = app.test_client()
    assert client.get("/wire/websub/guessed?hub.mode=denied").status_code == 404
    assert client.post("/wire/websub/guessed", data=b"x").status_code == 404


def test_what_the_hub_pushes_is_taken_in(app, subscribed, row, wire):
    subscribed.verify()
    raw = wire.pack(version(2))
    assert subscribed.push(raw, sign(row().secret, raw)) == 202
    with app.app_context():
        newest = db.session.scalars(select(WireDelivery).order_by(WireDelivery.id.desc())).first()
        tasks.take_in(newest.id)
        assert db.session.scalar(select(ItemRow.version).where(ItemRow.is_current)) == "2"


@pytest.mark.parametrize("method", list(METHODS))
def test_each_of_the_standards_signatures_is_known(method):
    header = sign("secret", b"body", method)
    assert is_signed("secret", b"body", header)
    assert is_signed("secret", b"body", header.upper().replace(method.upper(), method))
    assert not is_signed("secret", b"bodx", header)
    assert not is_signed("other", b"body", header)


@pytest.mark.parametrize("header", ["", "sha256=", "sha256", "md5=abc", "sha256=é", "=", "sha1=0"])
def test_what_is_wrongly_signed_is_answered_alike_and_left_alone(app, subscribed, wire, header):
    subscribed.verify()
    before = deliveries(app)
    assert subscribed.push(wire.pack(version(2)), header) == 202
    assert deliveries(app) == before


def test_a_paused_feed_takes_nothing_from_its_hub(app, change, feed, subscribed, row, wire):
    with change():
        feeds.pause_feed(TEST_SET_UP, feed_queries.feed_to_change(feed.id))
    raw, before = wire.pack(version(2)), deliveries(app)
    assert subscribed.push(raw, sign(row().secret, raw)) == 202
    assert deliveries(app) == before


def test_it_is_renewed_before_the_lease_ends_and_stays_active(
    app, change, feed, subscribed, row, monkeypatch
):
    subscribed.verify()
    sent = []
    monkeypatch.setattr(subscriptions, "enqueue", lambda *what: sent.append(what))
    with change():
        assert subscriptions.send_due() == 0
    late = now() + timedelta(days=9)
    monkeypatch.setattr(subscriptions, "now", lambda: late)
    with change():
        assert subscriptions.send_due() == 1
    assert sent == [(Job.WIRE_SUBSCRIBE, feed.id)]
    with app.app_context():
        tasks.subscribe(feed.id)
        tasks.subscribe(feed.id)
    assert len(subscribed.asked) == 2, "once for both messages"
    assert row().state == "active"
    subscribed.verify()
    assert row().lease_until > late + timedelta(days=9)


def test_a_hub_that_refuses_says_why(subscribed, row):
    assert subscribed.verify(mode="denied", reason="Not for you\n")[0] == 200
    assert (row().state, row().error) == ("denied", "The hub refused: Not for you")


def test_a_hub_that_is_away_is_asked_again_later(app, feed, server, wire, row):
    hub = server.answer("/hub", 500)
    server.answer("/rss", body=wire.pack(FERRY, hub=hub, topic=TOPIC))
    with app.app_context():
        tasks.read_feed(feed.id)
        tasks.subscribe(feed.id)
    assert row().error == "The server answered 500."
    assert row().renew_at > now()


def test_a_hub_inside_a_private_network_is_not_asked(app, feed, server, wire, row):
    server.answer("/rss", body=wire.pack(FERRY, hub="http://127.0.0.2/hub", topic=TOPIC))
    with app.app_context():
        tasks.read_feed(feed.id)
        tasks.subscribe(feed.id)
    assert "private network" in row().error


def test_the_same_offer_again_changes_nothing_and_another_hub_is_asked_anew(
    app, change, feed, subscribed, row
):
    callback, hub = row().callback, row().hub
    with change():
        subscriptions.offer(feed_queries.feed(feed.id), hub, TOPIC)
    assert row().callback == callback
    with change():
        subscriptions.offer(feed_queries.feed(feed.id), "https://other-hub.test/", TOPIC)
    assert row().callback != callback
    with change():
        subscriptions.offer(feed_queries.feed(feed.id), "javascript:x", TOPIC)
    assert row().hub == "https://other-hub.test/"


def test_a_removed_feeds_hub_finds_nobody(change, feed, subscribed):
    with change():
        feeds.remove_feed(TEST_SET_UP, feed_queries.feed_to_change(feed.id))
    assert subscribed.push(b"x", "sha256=0") == 404
    assert subscribed.verify()[0] == 404

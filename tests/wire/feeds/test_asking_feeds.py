"""Feeds by turns: whose it is, what a failure costs, and that no feed holds up another."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from newsroom.db import db, now
from newsroom.errors import Invalid
from newsroom.jobs import Job
from newsroom.wire import feed_queries, feed_queue, feeds, sightings, subscriptions
from newsroom.wire.feed_clock import LONGEST_WAIT, after_failure, after_success
from newsroom.wire.feed_facts import FeedKind, FeedState, shown_address
from newsroom.wire.feed_models import WireFeed
from newsroom.wire.feed_reading import read_feed
from newsroom.wire.item_models import ItemRow
from tests.factories import TEST_SET_UP
from tests.wire.feeds.copy import FERRY, items, version
from workers import wire as tasks

WEB = FeedKind.WEB
TWO_MINUTES = timedelta(minutes=2)


@pytest.fixture
def web(make_feed, server) -> WireFeed:
    return make_feed("AFP", WEB, address=server.url("/rss"))


@pytest.fixture
def as_it_is(app):
    """The feed as its row stands now."""

    def _as_it_is(feed: WireFeed) -> WireFeed:
        with app.app_context():
            return feed_queries.feed(feed.id)

    return _as_it_is


@pytest.fixture
def read(app, change):
    """Have a worker read the feed, as if its turn had come."""

    def _read(feed: WireFeed) -> WireFeed:
        with change():
            feed_queries.feed_to_change(feed.id).next_try_at = now()
        with app.app_context():
            tasks.read_feed(feed.id)
        with app.app_context():
            return feed_queries.feed(feed.id)

    return _read


@pytest.fixture
def due(app, change, monkeypatch):
    """Which feeds a look of beat sends to the workers, by name."""

    def _due(at: datetime | None = None) -> list[str]:
        sent: list[int] = []
        monkeypatch.setattr(feed_queue, "enqueue", lambda _job, number: sent.append(number))
        if at is not None:
            monkeypatch.setattr(feed_queue, "now", lambda: at)
        with change():
            feed_queue.send_due()
            return [feed_queries.feed(number).name for number in sent]

    return _due


def test_what_a_feed_has_comes_in_and_is_asked_for_only_if_new(web, server, wire, read):
    server.answer("/rss", body=wire.pack(*items(3)), ETag='"a"')
    feed = read(web)
    assert (feed.state, feed.last_error, feed.etag) == (FeedState.WORKING, "", '"a"')
    assert feed.last_success_at is not None
    assert TWO_MINUTES - timedelta(seconds=30) < feed.next_try_at - now() <= TWO_MINUTES
    server.answer("/rss", 304)
    assert read(web).state is FeedState.WORKING
    assert wire.reads == 1


def test_a_failure_is_told_in_words_and_forgotten_after_a_success(web, server, wire, read):
    server.answer("/rss", 503)
    feed = read(web)
    assert (feed.state, feed.last_error) == (FeedState.FAILING, "The server answered 503.")
    assert (feed.failures, feed.last_success_at) == (1, None)
    assert read(web).failures == 2
    server.answer("/rss", body=wire.pack(FERRY))
    feed = read(web)
    assert (feed.state, feed.last_error, feed.failures) == (FeedState.WORKING, "", 0)


def test_an_answer_that_cannot_be_read_is_a_failure_until_another_comes(web, server, wire, read):
    server.answer("/rss", body=b"<html>We are down</html>", ETag='"down"')
    feed = read(web)
    assert feed.last_error.startswith("What it sent could not be read: This is no format")
    assert feed.etag == ""
    assert read(web).failures == 2, "the very same page is no success"


def test_a_server_may_ask_to_be_left_alone_for_a_while_and_not_for_ever(web, server, wire, read):
    server.answer("/rss", 429, Retry_After="1800")
    assert read(web).next_try_at - now() > timedelta(minutes=29)
    server.answer("/rss", 503, Retry_After="999999")
    assert read(web).next_try_at - now() <= LONGEST_WAIT
    server.answer("/rss", body=wire.pack(FERRY), Cache_Control="max-age=999999")
    assert timedelta(minutes=59) < read(web).next_try_at - now() <= LONGEST_WAIT


def test_waits_double_up_to_an_hour_and_part_by_chance():
    waits = [after_failure(TWO_MINUTES, n, None, 0) for n in range(1, 8)]
    assert waits == [timedelta(minutes=m) for m in (2, 4, 8, 16, 32, 60, 60)]
    assert after_failure(TWO_MINUTES, 10**9, None, 1) == LONGEST_WAIT * 0.8
    assert after_failure(timedelta(seconds=10), 1, None, 0) == timedelta(seconds=30)
    assert after_success(TWO_MINUTES, 5) == TWO_MINUTES


def test_a_feed_is_sent_to_the_workers_when_its_turn_comes_and_once(make_feed, due, server):
    make_feed("Web", WEB, address=server.url("/rss"))
    make_feed("Folder", FeedKind.FOLDER, address="afp")
    make_feed("Pushed", FeedKind.PUSH)
    make_feed("Uploaded")
    assert sorted(due()) == ["Folder", "Web"]
    assert due() == [], "their messages are on their way"
    assert sorted(due(now() + feed_queue.RESENT_AFTER * 2)) == ["Folder", "Web"]


def test_a_paused_feed_waits_and_goes_on_at_once(change, web, due, read, as_it_is):
    with change():
        feeds.pause_feed(TEST_SET_UP, feed_queries.feed_to_change(web.id))
    assert as_it_is(web).state is FeedState.PAUSED
    assert due() == []
    assert read(web).last_tried_at is None
    with change(), pytest.raises(Invalid, match="Let it go on first"):
        feeds.read_now(TEST_SET_UP, feed_queries.feed_to_change(web.id))
    with change():
        feeds.resume_feed(TEST_SET_UP, feed_queries.feed_to_change(web.id))
    assert due(now() + timedelta(minutes=2)) == ["AFP"]


def test_two_workers_with_one_message_ask_once(app, web, server, wire, read):
    raw = wire.pack(FERRY)

    def asked_twice(it):
        with app.app_context():
            tasks.read_feed(web.id)
        it.say(200, raw)

    server.answers["/rss"] = asked_twice
    read(web)
    assert len(server.asked) == 1


def test_a_feed_whose_worker_died_is_free_again_after_a_while(app, change, web, due, server, wire):
    with change():
        claimed = feed_queue.claim(web.id)
    with change():
        assert feed_queue.claim(web.id) is None
    assert due() == []
    late = now() + feed_queue.CLAIM + timedelta(seconds=1)
    assert due(late) == ["AFP"]
    with change():
        assert feed_queue.claim(web.id).number == claimed.number + 1
    with change():
        assert feed_queue.still_mine(claimed) is None, "the dead one’s answer comes too late"


def test_slow_and_broken_feeds_go_one_after_another_and_the_others_do_not_wait(
    change, make_feed, due
):
    for name in ("Broken", "Slow", "Dead"):
        made = make_feed(name, WEB, address="http://127.0.0.1/")
        with change():
            row = feed_queries.feed_to_change(made.id)
            row.failures, row.last_seconds = (0, 40) if name == "Slow" else (3, 0)
    for name in ("One", "Two", "Three"):
        make_feed(name, WEB, address="http://127.0.0.1/")
    assert sorted(due()) == ["Broken", "One", "Three", "Two"]
    assert due() == []


def test_no_transaction_is_open_while_a_server_takes_its_time(app, change, web, server, wire, read):
    raw = wire.pack(FERRY)

    def meanwhile_somebody_writes(it):
        with change():
            feed_queries.feed_to_change(web.id).notes = "Call Ana."
        it.say(200, raw)

    server.answers["/rss"] = meanwhile_somebody_writes
    assert read(web).notes == "Call Ana."


def test_a_feed_that_was_removed_meanwhile_is_left_alone(app, change, web, server, wire, read):
    def removed(it):
        with change():
            feeds.remove_feed(TEST_SET_UP, feed_queries.feed_to_change(web.id))
        it.say(503)

    server.answers["/rss"] = removed
    with change():
        feed_queries.feed_to_change(web.id).next_try_at = now()
    with app.app_context():
        read_feed(web.id)
        row = db.session.get_one(WireFeed, web.id)
        assert (row.next_try_at, row.address, row.token_hash) == (None, "", "")


def test_another_address_begins_anew(change, web, server, wire, read, as_it_is):
    server.answer("/rss", body=wire.pack(FERRY), ETag='"a"')
    feed = read(web)
    other = server.answer("/atom", body=wire.pack(version(2)))
    with change():
        row = feed_queries.feed_to_change(web.id)
        changed = row.facts.__class__(**{**row.facts.__dict__, "address": other})
        feeds.change_feed(TEST_SET_UP, row, changed, feed.revision)
    assert as_it_is(web).etag == ""
    assert read(web).last_error == ""


def test_what_a_feed_still_shows_is_seen_though_nothing_is_new(
    app, web, server, wire, read, monkeypatch
):
    server.answer("/rss", body=wire.pack(*items(2)), ETag='"a"')
    read(web)
    server.answer("/rss", 304)
    late = now() + timedelta(days=60)
    monkeypatch.setattr(sightings, "now", lambda: late)
    read(web)
    with app.app_context():
        assert db.session.scalar(select(func.min(ItemRow.seen_at))) == late


def test_beat_looks_for_feeds_subscriptions_and_deliveries(app, web, monkeypatch):
    sent = []
    monkeypatch.setattr(feed_queue, "enqueue", lambda *what: sent.append(what))
    with app.app_context():
        tasks.look()
    assert sent == [(Job.WIRE_READ_FEED, web.id)]
    assert subscriptions.SENT_AT_ONCE


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://desk:hunter2@afp.test/rss?key=hunter3#x", "https://…@afp.test/rss?…#x"),
        ("https://afp.test/rss", "https://afp.test/rss"),
        ("afp/english", "afp/english"),
        ("http://[", "…"),
    ],
)
def test_an_address_is_shown_without_what_is_secret_in_it(address, shown):
    assert shown_address(address) == shown

"""Asking one feed: claimed for a while, asked outside of any transaction, then recorded."""

from newsroom.db import now, transaction
from newsroom.errors import Invalid
from newsroom.wire import feed_queue
from newsroom.wire.feed_facts import FeedKind
from newsroom.wire.feed_models import LONGEST_ERROR, WireFeed
from newsroom.wire.feed_queue import Claim
from newsroom.wire.fetching import Answer, Asked, FetchError, ask
from newsroom.wire.folder_reading import read_folder
from newsroom.wire.intake import take_in
from newsroom.wire.limits import web_limits
from newsroom.wire.sightings import still_there
from newsroom.wire.subscriptions import offer

UNREADABLE = "What it sent could not be read: {notes}"


def read_feed(feed_id: int) -> None:
    """Take in what a feed has, if its turn has come; opens its own transactions."""
    with transaction():
        claimed = feed_queue.claim(feed_id)
    if claimed is None:
        return
    feed = claimed.feed
    reading = _read_web if feed.kind == FeedKind.WEB else _read_folder
    try:
        reading(feed, claimed)
    except FetchError as error:
        _fail(claimed, error.sentence, error.wait)
    except Invalid as error:
        _fail(claimed, error.sentence, None)


def _read_web(feed: WireFeed, claimed: Claim) -> None:
    given = ask(Asked(feed.address, feed.etag, feed.last_modified), web_limits())
    if isinstance(given, Answer):
        _take(feed, given)
    with transaction():
        row = feed_queue.still_mine(claimed)
        if row is None:
            return
        if isinstance(given, Answer):
            # Only now that all of it is kept: a worker killed before asks for it again.
            row.etag, row.last_modified = given.etag, given.last_modified
            offer(row, given.hub, given.topic)
        still_there(feed.id)
        feed_queue.succeeded(row, claimed, given.wait)


def _take(feed: WireFeed, given: Answer) -> None:
    taken = take_in(feed, given.body, now())
    if taken.refused:
        raise FetchError(UNREADABLE.format(notes=" ".join(taken.notes)), given.wait)


def _read_folder(feed: WireFeed, claimed: Claim) -> None:
    looked = read_folder(feed)
    with transaction():
        row = feed_queue.still_mine(claimed)
        if row is not None:
            row.looked = looked.kept()
            feed_queue.succeeded(row, claimed, None)
            row.last_error = looked.refusal[:LONGEST_ERROR]


def _fail(claimed: Claim, sentence: str, wait: float | None) -> None:
    with transaction():
        row = feed_queue.still_mine(claimed)
        if row is not None:
            feed_queue.failed(row, claimed, sentence, wait)

"""What people change about feeds; each change leaves one audit entry."""

import secrets
from dataclasses import asdict, replace

from sqlalchemy import delete

from newsroom.accounts.changes import apply_changes
from newsroom.accounts.tokens import fingerprint, new_token
from newsroom.audit import Event, record
from newsroom.db import db, flush_or, now
from newsroom.errors import Conflict, Invalid
from newsroom.jobs import Job, enqueue
from newsroom.roles import Actor, Permission
from newsroom.wire import feed_queries
from newsroom.wire.feed_facts import FeedFacts, FeedKind, faults, shown_address
from newsroom.wire.feed_models import WireFeed, WireSubscription

NOT_SAVED = "The feed was not saved."
TAKEN_JUST_NOW = "Another feed took that name a moment ago."
KEY_BYTES = 9


def add_feed(actor: Actor, facts: FeedFacts) -> WireFeed:
    """Raises Invalid, naming each field that is wrong."""
    actor.require(Permission.MANAGE_FEEDS)
    facts = _sound(facts, None)
    asked_from = now() if facts.kind.is_asked else None
    feed = WireFeed(key=secrets.token_hex(KEY_BYTES), next_try_at=asked_from, **asdict(facts))
    db.session.add(feed)
    flush_or(Invalid(TAKEN_JUST_NOW))
    if facts.kind.is_asked:
        enqueue(Job.WIRE_READ_FEED, feed.id)
    said = shown_address(facts.address) or facts.kind.label.lower()
    record(actor, Event.FEED_ADDED, "wire_feed", feed.id, name=feed.name, address=said)
    return feed


def change_feed(actor: Actor, feed: WireFeed, facts: FeedFacts, revision: int) -> None:
    """Raises Conflict where the feed is no longer the one of that revision."""
    actor.require(Permission.MANAGE_FEEDS)
    if feed.revision != revision:
        raise Conflict("Somebody changed this feed while you were writing. Nothing was saved.")
    facts = _sound(replace(facts, kind=FeedKind(feed.kind)), feed.id)
    moved = facts.address != feed.address
    changes = _changes(feed, facts)
    if moved and not changes:
        changes = "the password or the key in its address"
    if not changes:
        return
    feed.revision += 1
    if moved:
        _begin_anew(feed)
    flush_or(Invalid(TAKEN_JUST_NOW))
    record(actor, Event.FEED_CHANGED, "wire_feed", feed.id, name=feed.name, changes=changes)


def pause_feed(actor: Actor, feed: WireFeed) -> None:
    actor.require(Permission.MANAGE_FEEDS)
    if not feed.paused:
        feed.paused = True
        record(actor, Event.FEED_PAUSED, "wire_feed", feed.id, name=feed.name)


def resume_feed(actor: Actor, feed: WireFeed) -> None:
    actor.require(Permission.MANAGE_FEEDS)
    if feed.paused:
        feed.paused = False
        _ask_soon(feed)
        record(actor, Event.FEED_RESUMED, "wire_feed", feed.id, name=feed.name)


def read_now(actor: Actor, feed: WireFeed) -> None:
    """Have it asked at once, whenever its next turn would be; raises Invalid where nobody asks it."""
    actor.require(Permission.MANAGE_FEEDS)
    if feed.paused:
        raise Invalid("The feed is paused. Let it go on first.")
    if not FeedKind(feed.kind).is_asked:
        raise Invalid("Nobody asks this feed: what it has is sent to the newsroom.")
    _ask_soon(feed)
    record(actor, Event.FEED_ASKED, "wire_feed", feed.id, name=feed.name)


def remove_feed(actor: Actor, feed: WireFeed) -> None:
    """Its items stay; its address, token and subscription are forgotten."""
    actor.require(Permission.MANAGE_FEEDS)
    feed.removed_at, feed.next_try_at = now(), None
    feed.token_hash, feed.address = "", ""
    db.session.execute(delete(WireSubscription).where(WireSubscription.feed_id == feed.id))
    record(actor, Event.FEED_REMOVED, "wire_feed", feed.id, name=feed.name)


def make_token(actor: Actor, feed: WireFeed) -> str:
    """A new token for pushing to it; the one before ends now. Kept only as its hash."""
    actor.require(Permission.MANAGE_FEEDS)
    if feed.kind != FeedKind.PUSH:
        raise Invalid("Only a feed that the agency pushes to has a token.")
    token = new_token()
    feed.token_hash = fingerprint(token)
    record(actor, Event.FEED_TOKEN_MADE, "wire_feed", feed.id, name=feed.name)
    return token


def note_upload(actor: Actor, feed: WireFeed, file_name: str) -> None:
    actor.require(Permission.MANAGE_FEEDS)
    record(actor, Event.FEED_FILE_SENT, "wire_feed", feed.id, name=feed.name, file=file_name)


def _ask_soon(feed: WireFeed) -> None:
    if FeedKind(feed.kind).is_asked:
        feed.next_try_at, feed.sent_at = now(), now()
        enqueue(Job.WIRE_READ_FEED, feed.id)


def _begin_anew(feed: WireFeed) -> None:
    """Another address owes us nothing of what the old one answered."""
    feed.etag = feed.last_modified = feed.last_error = ""
    feed.failures = 0
    feed.looked = "{}"
    db.session.execute(delete(WireSubscription).where(WireSubscription.feed_id == feed.id))
    _ask_soon(feed)


def _changes(feed: WireFeed, facts: FeedFacts) -> str:
    """What differs, set and in words: rows by their names, an address without its password."""
    before = _in_words(feed)
    plain = asdict(facts)
    for name in ("address", "outlet_id", "desk_id"):
        setattr(feed, name, plain.pop(name))
    words = [apply_changes(feed, plain)]
    flush_or(Invalid(TAKEN_JUST_NOW))
    db.session.refresh(feed, ["outlet", "desk"])
    after = _in_words(feed)
    words += [
        f"{what} {before[what]} → {after[what]}" for what in after if before[what] != after[what]
    ]
    return ", ".join(filter(None, words))


def _in_words(feed: WireFeed) -> dict[str, str]:
    return {
        "address": shown_address(feed.address),
        "outlet": feed.outlet.name if feed.outlet else "none",
        "desk": feed.desk.name if feed.desk else "none",
    }


def _sound(facts: FeedFacts, feed_id: int | None) -> FeedFacts:
    facts = replace(
        facts,
        name=" ".join(facts.name.split()),
        address=facts.address.strip().strip("/" if facts.kind is FeedKind.FOLDER else ""),
        language=facts.language.strip(),
        zone=facts.zone.strip(),
        notes=facts.notes.strip(),
    )
    if not facts.kind.is_asked:
        facts = replace(facts, address="")
    found = faults(facts)
    if "name" not in found and feed_queries.name_is_taken(facts.name, feed_id):
        found["name"] = f"There is a feed called {facts.name} already."
    if found:
        raise Invalid(NOT_SAVED, found)
    return facts

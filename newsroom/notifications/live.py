"""What just happened, as hints to open browsers: announced after commit, read as one stream.

Announcements go into a capped Redis stream, so that a browser that lost its connection can ask
for what came since the last id it saw. An event is a hint; the truth is the row it names. Where
Redis is away nothing is announced and nothing else fails: browsers fall back to asking.
"""

import json
import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from queue import SimpleQueue
from typing import Any, cast

import redis
from redis.exceptions import RedisError

from newsroom.db import after_commit
from newsroom.settings import Settings, current_settings

log = logging.getLogger(__name__)

STREAM = "newsroom:live"
FLEETING = "newsroom:live:fleeting"
"""Hints that are worth nothing a moment later, as a cursor that moved: they are not replayed."""
KEPT = 10_000
"""Announcements that can be replayed: some minutes of a busy newsroom."""
FLEETING_KEPT = 500
HEARTBEAT_SECONDS = 15.0
"""How often a stream says something, so that dead connections are found."""
AWAY_SECONDS = 1.0
"""Between two looks for a broker that does not answer."""
LONGEST_SECONDS = 600.0
"""After this a browser comes anew, and is asked again who it is: a sign-in may have been ended."""
BACKLOG = 500
"""Events a slow reader may be behind before it is told to reconnect."""


@dataclass(frozen=True)
class Event:
    """One announcement: `steps`, `panel`, `board`, `presence`, `here`, with what it names."""

    id: str
    name: str
    facts: dict[str, Any]

    @cached_property
    def as_sse(self) -> str:
        """Made once, for it may go to thousands."""
        if not self.name:
            return ": still here\n\n"  # a comment, which browsers pass over
        told = f"event: {self.name}\ndata: {json.dumps(self.facts)}\n\n"
        # Without an id a browser goes on from the last one that it was given.
        return f"id: {self.id}\n{told}" if self.id else told


SIGNED_OUT = "signed-out"
"""One of the `person`'s browsers was signed out. Their streams end, and come anew where they may."""

Wanted = Callable[[Event], bool]
Reader = SimpleQueue[Event | None]
"""What one browser is still to be told; None for goodbye. The simple kind wakes its reader fastest."""

STILL_HERE = Event("", "", {})
"""Given to every stream by the hub: thousands of clocks of their own would cost more than all else."""

AFRESH = "event: afresh\ndata: {}\n\n"
"""Said to a browser that missed more than can be told: let it read everything again."""

PATIENCE_SECONDS = 1.0
"""A page must not hang on a hint, also where Redis takes the connection and says nothing."""


@cache
def client(redis_url: str, patience: float = PATIENCE_SECONDS) -> redis.Redis:
    """This process's connections, by how long they wait for an answer."""
    return redis.Redis.from_url(
        redis_url,
        decode_responses=True,
        socket_connect_timeout=PATIENCE_SECONDS,
        socket_timeout=patience,
    )


def announce(name: str, **facts: Any) -> None:
    """Tell open browsers, once the open transaction has been committed."""
    settings = current_settings()
    after_commit(lambda: _add(settings, STREAM, KEPT, name, facts))


def hint(name: str, **facts: Any) -> None:
    """Tell the browsers that are open now, at once: for what belongs to no transaction."""
    _add(current_settings(), FLEETING, FLEETING_KEPT, name, facts)


def _add(settings: Settings, stream: str, kept: int, name: str, facts: dict[str, Any]) -> None:
    try:
        client(settings.redis_url).xadd(
            stream, {"name": name, "facts": json.dumps(facts)}, maxlen=kept, approximate=True
        )
    except RedisError as error:
        log.warning("live messages are away, browsers will ask instead: %s", error)


class Hub:
    """One reader of the stream a process, handing each event to the browsers it serves."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.readers: dict[Reader, Wanted] = {}
        self.lock = threading.Lock()
        self.started = False

    def join(self, wanted: Wanted = lambda _event: True) -> Reader:
        """Of thousands of streams an event wakes only those that want it."""
        reader: Reader = SimpleQueue()
        with self.lock:
            self.readers[reader] = wanted
            if not self.started:
                self.started = True
                # Before the reader is told that it listens.
                newest = {name: _newest(self.settings, name) for name in (STREAM, FLEETING)}
                threading.Thread(
                    target=self._read, args=[newest], daemon=True, name="live-hub"
                ).start()
        return reader

    def leave(self, reader: Reader) -> None:
        with self.lock:
            self.readers.pop(reader, None)

    def close(self) -> None:
        """Wake every stream so that it says bye: an idle one would hold up the stop."""
        self._hand_to_all(None)

    def _hand_to_all(self, event: Event | None) -> None:
        with self.lock:
            for reader in self.readers:
                _hand(reader, event)

    def _read(self, last: dict[str, str]) -> None:
        """Goes on for ever behind the last entry of each stream, which it notes in `last`."""
        broker = client(self.settings.redis_url, HEARTBEAT_SECONDS + 5)
        due = time.monotonic() + HEARTBEAT_SECONDS
        while True:
            for stream, entries in _since(broker, last, due - time.monotonic()):
                last[stream] = entries[-1][0]
                self._hand_out(_events(entries) if stream == STREAM else _fleeting(entries))
            if time.monotonic() >= due:
                due = time.monotonic() + HEARTBEAT_SECONDS
                self._hand_to_all(STILL_HERE)

    def _hand_out(self, events: Iterable[Event]) -> None:
        with self.lock:
            for event in events:
                for reader, wanted in self.readers.items():
                    if wanted(event):
                        _hand(reader, event)


def _since(broker: redis.Redis, last: dict[str, str], seconds: float) -> Any:
    """What came by stream, after waiting so long at most; nothing, where Redis is away."""
    try:
        # Nought would be for ever.
        return broker.xread(cast(Any, last), block=max(1, int(seconds * 1000))) or ()
    except RedisError as error:
        log.warning("live messages are away: %s", error)
        time.sleep(AWAY_SECONDS)
        return ()


def _hand(reader: Reader, event: Event | None) -> None:
    waiting = reader.qsize()
    if waiting < BACKLOG:
        reader.put(event)
    elif waiting == BACKLOG:
        reader.put(None)  # too slow: it is sent away, and comes back with its last id


def _newest(settings: Settings, stream: str) -> str:
    """The id after which everything is news; "$" itself would skip what comes between two looks."""
    try:
        entries = cast(Any, client(settings.redis_url).xrevrange(stream, count=1))
    except RedisError:
        return "$"
    return str(entries[0][0]) if entries else "0-0"


def _events(entries: list[tuple[str, dict[str, str]]]) -> Iterator[Event]:
    for entry_id, fields in entries:
        yield Event(entry_id, fields["name"], json.loads(fields["facts"]))


def _fleeting(entries: list[tuple[str, dict[str, str]]]) -> Iterator[Event]:
    """Without their ids: nobody is to ask for what came after them."""
    return (replace(event, id="") for event in _events(entries))


_hubs: dict[str, Hub] = {}


def hub(settings: Settings) -> Hub:
    return _hubs.setdefault(settings.redis_url, Hub(settings))


def close_all() -> None:
    """For a process about to stop."""
    for one in _hubs.values():
        one.close()


def listen(settings: Settings, wanted: Wanted, last_id: str | None) -> Iterator[str]:
    """The stream as server-sent events: what was missed since `last_id`, then what happens."""
    reader = hub(settings).join(wanted)
    try:
        yield "retry: 2000\n\n"
        seen = ""
        missed = _missed(settings, last_id) if last_id else []
        if missed is None:
            yield AFRESH
        for event in missed or []:
            seen = event.id
            # Who was signed out before this stream began is not its reader.
            if wanted(event) and event.name != SIGNED_OUT:
                yield event.as_sse
        end = time.monotonic() + LONGEST_SECONDS
        while time.monotonic() < end:
            next_event = reader.get()
            if next_event is None or next_event.name == SIGNED_OUT:
                break
            if not next_event.id or _after(next_event.id, seen):
                yield next_event.as_sse
        yield "event: bye\ndata: {}\n\n"
    finally:
        hub(settings).leave(reader)


def _missed(settings: Settings, last_id: str) -> list[Event] | None:
    """What came after it; None where that is too much to tell or is no longer known."""
    try:
        # With the last one itself: where that is gone, so may be others behind it.
        entries = cast(
            Any, client(settings.redis_url).xrange(STREAM, min=last_id, count=BACKLOG + 2)
        )
    except RedisError as error:
        log.warning("live messages cannot be replayed: %s", error)
        return None
    if not entries or entries[0][0] != last_id or len(entries) > BACKLOG + 1:
        return None
    return list(_events(entries[1:]))


def _after(one: str, other: str) -> bool:
    """Whether a stream id comes after another; ids are two numbers."""

    def key(entry_id: str) -> tuple[int, ...]:
        return tuple(int(part) for part in entry_id.split("-"))

    return not other or key(one) > key(other)

"""Two thousand open event streams in one live process: delivery, memory, and the stop."""

import json
import random
import resource
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

import redis

from newsroom.notifications import live
from newsroom.supervising.command_lines import EMBEDDED_STREAMS
from tests.bench.crowd import Crowd
from tests.bench.figures import Figure, percentile, show
from tests.bench.memory import held_kib
from tests.bench.server import Server, Visitor
from tests.waiting import eventually

STREAMS = 2_000
SPARE = 8
"""Of the threads of the embedded live process, for those who only look in."""
OF_ONE_STORY = 10
"""Streams that follow the same story."""
WAVE = 50
"""Streams opened before the first of them are waited for."""
A_SECOND = 20
"""Events of single stories; those for everybody come once a second."""
TO_ALL = 10
FILES = 500
"""Open files besides the streams."""

MOST_MS = 50.0
MOST_KIB = 40.0
MOST_STOP_SECONDS = 3.0


@dataclass(frozen=True)
class Told:
    """Something that was announced."""

    at: float
    number: int
    streams: Sequence[int]
    """Those that are to hear of it."""


def measure(server: Server, seconds: int) -> None:
    """The server's live process is started for it, and gone afterwards."""
    number = _possible(server)
    server.begin("live")
    with Crowd(server.live_port, _cookie(server)) as crowd, _broker(server) as broker:
        opened = _open(crowd, server, number)
        before = server.cpu_by_part()["live"]
        of_stories = delays(crowd, "steps", list(_tell_stories(broker, number, seconds)))
        spent = (server.cpu_by_part()["live"] - before) / seconds
        to_all = delays(crowd, "board", list(_tell_all(broker, number)))
        held = held_kib(server.pids("live")) - opened.empty_kib
        seconds_to_stop, told = _stop(server, crowd)
    title = f"{number:,} streams in one live process, {OF_ONE_STORY} for each story"
    show(
        f"{title}; one thread reads them all on the same cores",
        [
            Figure("opened, all of them", opened.seconds, "s"),
            Figure(
                f"{A_SECOND} events of stories a second: p50", percentile(of_stories, 0.5), "ms"
            ),
            Figure("  p99", percentile(of_stories, 0.99), "ms", MOST_MS),
            Figure("  CPU of the live process, of one core", spent * 100, "%"),
            Figure("an event for everybody: p50", percentile(to_all, 0.5), "ms"),
            Figure("  p99", percentile(to_all, 0.99), "ms"),
            Figure("memory of each", held / number, "KiB", MOST_KIB if number == STREAMS else None),
            Figure("stopped", seconds_to_stop, "s", MOST_STOP_SECONDS),
            Figure("streams that were not told of the stop", number - told, "", 0),
        ],
    )


def _possible(server: Server) -> int:
    """On SQLite each stream has a thread, of which there are so many; and files are limited."""
    number = EMBEDDED_STREAMS - SPARE if server.url.startswith("sqlite") else STREAMS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = number + FILES
    if soft < wanted:
        soft = min(wanted, hard)
        # The live process inherits it.
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return min(number, soft - FILES)


def _cookie(server: Server) -> str:
    visitor = Visitor(server.port).sign_in("editor0")
    visitor.connection.close()
    return "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())


def _broker(server: Server) -> redis.Redis:
    broker = redis.Redis.from_url(server.settings["REDIS_URL"], decode_responses=True)
    broker.ping()
    return broker


@dataclass(frozen=True)
class Opened:
    seconds: float
    empty_kib: int
    """What the process held with one stream alone, when all that it loads was loaded."""


def _open(crowd: Crowd, server: Server, number: int) -> Opened:
    crowd.open(_path(0))
    eventually(partial(crowd.has_opened, 1))
    empty, began = held_kib(server.pids("live")), time.perf_counter()
    for stream in range(1, number):
        crowd.open(_path(stream))
        if stream % WAVE == 0:
            eventually(partial(crowd.has_opened, stream - WAVE))
    eventually(partial(crowd.has_opened, number))
    return Opened(time.perf_counter() - began, empty)


def story_of(stream: int) -> int:
    return stream // OF_ONE_STORY + 1


def _path(stream: int) -> str:
    return f"/live?story={story_of(stream)}"


def _tell_stories(broker: redis.Redis, number: int, seconds: int) -> Iterator[Told]:
    chance = random.Random(1)
    for version in range(1, A_SECOND * seconds + 1):
        time.sleep(chance.random() * 2 / A_SECOND)
        story = story_of(chance.randrange(number))
        first = (story - 1) * OF_ONE_STORY
        streams = range(first, min(first + OF_ONE_STORY, number))
        yield _tell(broker, "steps", version, streams, story=story)


def _tell_all(broker: redis.Redis, number: int) -> Iterator[Told]:
    for version in range(1, TO_ALL + 1):
        time.sleep(1)
        yield _tell(broker, "board", version, range(number), desk=1)


def _tell(
    broker: redis.Redis, name: str, version: int, streams: Sequence[int], **facts: int
) -> Told:
    """As announce() does once the change is committed."""
    at = time.perf_counter()
    body = {"name": name, "facts": json.dumps({**facts, "version": version})}
    broker.xadd(live.STREAM, cast(Any, body), maxlen=live.KEPT, approximate=True)
    return Told(at, version, streams)


def delays(crowd: Crowd, name: str, told: Sequence[Told]) -> list[float]:
    """Milliseconds from each announcement to each stream that was to hear of it."""
    time.sleep(1)  # looking through what came takes a core, and must not hold up the last of it
    wanted = sum(len(one.streams) for one in told)
    eventually(lambda: sum(map(len, crowd.heard(name).values())) >= wanted)
    return _matched(crowd.heard(name), told)


def _matched(heard: Mapping[int, Sequence[tuple[float, int]]], told: Sequence[Told]) -> list[float]:
    came = {(stream, number): at for stream, events in heard.items() for at, number in events}
    return [(came[stream, one.number] - one.at) * 1000 for one in told for stream in one.streams]


def _stop(server: Server, crowd: Crowd) -> tuple[float, int]:
    """Seconds from the signal to the end of the process, and how many streams were told."""
    asked = time.perf_counter()
    server.end("live")
    took = time.perf_counter() - asked
    eventually(lambda: len(crowd.ended) == len(crowd.pieces))
    return took, crowd.told()

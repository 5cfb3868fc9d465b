"""Twenty people who type in one story: how long until each word is kept, and until all see it."""

import asyncio
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from newsroom.stories import document
from tests.bench.exchanges import Browser
from tests.bench.figures import Figure, percentile, show
from tests.bench.histories import lengthen
from tests.bench.server import Server, Visitor
from tests.bench.sightings import last_seen
from tests.bench.texts import PARAGRAPH, of_length, paragraphs
from tests.bench.typist import Commit, Typist

PEOPLE = 20
EDITORS = 15
"""Who may change copy in a newsroom of fifty; some of them have two pages open."""
KEYS = 5
"""Keystrokes in a commit: sixty words a minute are five a second."""
HISTORY = 1_000
WARMING = 5.0
"""Seconds that do not count, in which the server opens its connections."""
SETTLING = 30.0
"""Seconds after the last keystroke; what has not come by then never does."""

MOST_TO_COMMIT = 500.0
MOST_TO_SEE = 700.0

DRIVER = "driver"
PARTS = ("web", "live", "worker", "database", DRIVER)


@dataclass(frozen=True)
class Outcome:
    commits: Sequence[Commit]
    """Those that count."""
    typists: Sequence[Typist]
    cpu: Mapping[str, float]
    """Seconds, by process."""
    took: float
    """Seconds that passed."""


def measure(server: Server, seconds: int) -> None:
    """Where the live process and a worker are up, as in a newsroom at work."""
    [row] = server.rows("SELECT id FROM story WHERE state = 'edit' ORDER BY id LIMIT 1")
    node = of_length(PEOPLE * PARAGRAPH)
    row = lengthen(server, row.id, document.write(node), HISTORY)
    typists = [
        Typist(_browser(server, number), row.id, f"bench-{number}", row.version, place)
        for number, place in enumerate(paragraphs(node))
    ]
    outcome = asyncio.run(_typed(server, typists, seconds))
    show(
        f"{PEOPLE} people type in one story for {seconds} s, a commit of {KEYS} keystrokes a second"
        " each;\ncursors are told and the checks run. One asyncio process drives them on the same"
        " cores.",
        list(figures(outcome)),
    )


def _browser(server: Server, number: int) -> Browser:
    visitor = Visitor(server.port).sign_in(f"editor{number % EDITORS}")
    visitor.connection.close()
    jar = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    return Browser(server.port, {"Cookie": jar, "X-CSRFToken": visitor.token})


async def _typed(server: Server, typists: Sequence[Typist], seconds: int) -> Outcome:
    opened = [asyncio.Event() for _ in typists]
    streams = [
        asyncio.ensure_future(one.follow(server.live_port, event))
        for one, event in zip(typists, opened, strict=True)
    ]
    await asyncio.gather(*(event.wait() for event in opened))
    start = time.perf_counter() + 1
    before = _cpu(server)
    await asyncio.gather(
        *(one.write(list(_moments(one.client, start, seconds)), KEYS) for one in typists),
        *(one.tell(start + seconds) for one in typists),
    )
    after, took = _cpu(server), time.perf_counter() - start + 1
    await _settled(typists)
    for stream in streams:
        stream.cancel()
    ended = await asyncio.gather(*streams, return_exceptions=True)
    assert all(isinstance(one, asyncio.CancelledError) for one in ended), ended
    for one in typists:
        one.browser.close()
    counted = [c for one in typists for c in one.commits if c.due >= start + WARMING]
    return Outcome(counted, typists, {part: after[part] - before[part] for part in PARTS}, took)


def _moments(client: str, start: float, seconds: int) -> Iterator[float]:
    """Once a second on the average, and never all in step; the same in each run."""
    chance = random.Random(client)
    moment = start + chance.random()
    while moment < start + seconds:
        yield moment
        moment += 0.5 + chance.random()


async def _settled(typists: Sequence[Typist]) -> None:
    newest = max(one.version for one in typists)
    with suppress(TimeoutError):
        async with asyncio.timeout(SETTLING):
            await asyncio.gather(*(one.has(newest) for one in typists))


def _cpu(server: Server) -> dict[str, float]:
    return {**server.cpu_by_part(), DRIVER: time.process_time()}


def figures(outcome: Outcome) -> Iterator[Figure]:
    commits = outcome.commits
    taken = [(one.taken - one.due) * 1000 for one in commits]
    seen = [(_last_seen(one, outcome.typists) - one.due) * 1000 for one in commits]
    yield Figure("commits", len(commits))
    yield Figure("to commit, p50", percentile(taken, 0.5), "ms")
    yield Figure("to commit, p99", percentile(taken, 0.99), "ms", MOST_TO_COMMIT)
    yield Figure("until the last other has it, p50", percentile(seen, 0.5), "ms")
    yield Figure("until the last other has it, p99", percentile(seen, 0.99), "ms", MOST_TO_SEE)
    clashes = sum(one.clashes for one in commits) / len(commits)
    yield Figure("sent again because others came first, a commit", clashes)
    made = sum(len(one.commits) for one in outcome.typists)
    spent = sum(outcome.cpu[part] for part in PARTS if part != DRIVER)
    yield Figure(
        "CPU of the newsroom for one of them and its way to all", spent * 1000 / made, "ms"
    )
    for part in PARTS:
        yield Figure(f"  {part}, of one core", outcome.cpu[part] * 100 / outcome.took, "%")


def _last_seen(commit: Commit, typists: Sequence[Typist]) -> float:
    others = (one.advances for one in typists if one.client != commit.client)
    return last_seen(others, commit.version)

"""One person in a story as their page behaves: sends, sends again on top of others, follows them.

The rules are those of the editor's sync.ts, listening.ts and telling.ts; the text is not kept, only
the version and the place of the person's cursor.
"""

import asyncio
import random
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from tests.bench.exchanges import Browser

PORTION = 200
"""Steps in one request."""
LONGEST_ASIDE = 0.06
"""Seconds within which they try again where others came first twice or more."""
TELL_SECONDS = 0.6
"""Between two words about the cursor, while it moves."""

Json = dict[str, Any]


@dataclass
class Commit:
    """Some keystrokes sent at once; `due` is when they are ready to go, whoever is in the way."""

    client: str
    due: float
    number: int
    taken: float = 0.0
    version: int = 0
    clashes: int = 0


def keystrokes(place: int, number: int) -> list[Json]:
    """So many characters typed one after another, a step each."""
    content = {"content": [{"type": "text", "text": "e"}]}
    return [
        {"stepType": "replace", "from": at, "to": at, "slice": content}
        for at in range(place, place + number)
    ]


def moved(place: int, step: Json) -> int:
    """Where the cursor is after one character was typed somewhere."""
    return place + 1 if step["from"] <= place else place


@dataclass
class Typist:
    """`advances` notes when each version came: (moment, version), both ever larger."""

    browser: Browser
    story: int
    client: str
    version: int
    place: int
    commits: list[Commit] = field(default_factory=list)
    advances: list[tuple[float, int]] = field(default_factory=list)
    pulling: bool = False
    pull_again: bool = False
    unsent: list[Commit] = field(default_factory=list)
    chance: random.Random = field(default_factory=random.Random)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def page(self) -> str:
        return f"/stories/{self.story}"

    async def follow(self, live_port: int, opened: asyncio.Event) -> None:
        """Steps that come with their news are taken; others, and those behind a gap, are fetched."""
        looks: set[asyncio.Task[None]] = set()
        path = f"/live?story={self.story}"
        async for name, facts in self.browser.follow(live_port, path):
            opened.set()
            if name != "steps" or facts["version"] <= self.version:
                continue
            if "steps" in facts and facts["since"] <= self.version:
                entries = [{"step": step, "client": facts["client"]} for step in facts["steps"]]
                self.receive(facts["since"], entries)
            else:
                look = asyncio.ensure_future(self.pull())
                looks.add(look)
                look.add_done_callback(looks.discard)

    async def has(self, version: int) -> None:
        """Waits until it has come."""
        while self.version < version:
            self.news.clear()
            await self.news.wait()

    async def pull(self) -> None:
        """While one fetch is under way, another is remembered."""
        self.pull_again = self.pulling
        while not self.pulling:
            self.pulling = True
            since = self.version
            status, answer = await self.browser.get(f"{self.page}/steps?since={since}")
            self.pulling = False
            assert status == 200, (status, answer)
            self.receive(since, answer["steps"])
            if not self.pull_again and self.version >= answer["version"]:
                return
            self.pull_again = False

    def receive(self, since: int, entries: Sequence[Json]) -> None:
        """Take the steps behind a version, of which some may be known."""
        before = self.version
        for entry in entries[max(0, self.version - since) :]:
            self.version += 1
            self.place = moved(self.place, entry["step"])
            if entry["client"] == self.client:
                self._confirm()
        if self.version > before:
            self.advances.append((time.perf_counter(), self.version))
            self.news.set()

    def _confirm(self) -> None:
        """Own steps came back; of a commit the last one settles it."""
        commit = self.unsent[0]
        commit.number -= 1
        if commit.number == 0:
            commit.taken, commit.version = time.perf_counter(), self.version
            self.unsent.pop(0)

    async def write(self, due: Sequence[float], keys: int) -> None:
        """A commit at each of these moments; what is typed while one is on its way goes with the next."""
        sending = None
        for moment in due:
            await asyncio.sleep(max(0.0, moment - time.perf_counter()))
            commit = Commit(self.client, moment, keys)
            self.commits.append(commit)
            self.unsent.append(commit)
            if sending is None or sending.done():
                sending = asyncio.ensure_future(self.send())
        if sending is not None:
            await sending

    async def send(self) -> None:
        """All that is unsent, at once, until none is."""
        clashes = 0
        while self.unsent:
            since, number = self.version, sum(one.number for one in self.unsent)
            steps = keystrokes(self.place, min(PORTION, number))
            body = {"version": since, "client": self.client, "steps": steps}
            status, answer = await self.browser.post(f"{self.page}/steps", body)
            assert status in {200, 409}, (status, answer)
            if status == 409 and self.unsent:  # else they came back with their news meanwhile
                self.unsent[0].clashes += 1
            self.receive(since, answer["steps"] if status == 409 else self._own(steps))
            clashes = clashes + 1 if status == 409 else 0
            if clashes > 1:
                await asyncio.sleep(self.chance.uniform(0, LONGEST_ASIDE))

    def _own(self, steps: Sequence[Json]) -> list[Json]:
        return [{"step": step, "client": self.client} for step in steps]

    async def tell(self, until: float) -> None:
        """Where the cursor is, as long as the person types."""
        while time.perf_counter() < until:
            said = {
                "client": self.client,
                "version": self.version,
                "anchor": self.place,
                "head": self.place,
                "typing": True,
                "block": "paragraph",
                "number": 1,
            }
            with suppress(ConnectionError):
                await self.browser.post(f"{self.page}/presence", said)
            await asyncio.sleep(TELL_SECONDS)

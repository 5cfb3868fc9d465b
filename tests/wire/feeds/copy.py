"""Agency copy for these tests: items with concrete words, and a format that stands in for the real ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from newsroom.wire.items import Delivery, Signal, Status, WireItem

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
FERRY = WireItem(
    guid="urn:afp:ferry",
    version="1",
    family="urn:afp:ferry",
    signal=Signal.NEW,
    status=Status.USABLE,
    provider="AFP",
    headline="Ferry halted by storm",
    paragraphs=("The ferry did not sail on Sunday.", "Its owner blamed the wind."),
    updated=NOON,
)


def version(number: int | str, **changes: Any) -> WireItem:
    """The ferry's next versions, an hour apart where they are numbered."""
    hours = timedelta(hours=number if isinstance(number, int) else 0)
    given = {"version": str(number), "updated": NOON + hours, "headline": f"Ferry, take {number}"}
    return replace(FERRY, **(given | changes))


def kill(number: int | str, **changes: Any) -> WireItem:
    return version(number, **({"signal": Signal.KILL, "status": Status.CANCELED} | changes))


def items(count: int, paragraphs: int = 3) -> list[WireItem]:
    """As many different ones."""
    return [
        replace(
            FERRY,
            guid=f"urn:afp:{n}",
            family=f"urn:afp:{n}",
            headline=f"Story {n}",
            paragraphs=tuple(f"Paragraph {p} of story {n}." for p in range(paragraphs)),
        )
        for n in range(count)
    ]


class StandIn:
    """A format for tests: the bytes name items that the test has put aside."""

    def __init__(self) -> None:
        self.kept: dict[bytes, Delivery] = {}
        self.reads = 0
        self.during: Callable[[], None] | None = None

    def pack(self, *given: WireItem, note: str = "", hub: str = "", topic: str = "") -> bytes:
        """The same items give the same bytes."""
        raw = json.dumps([repr(given), note, hub, topic]).encode()
        notes = (note,) if note else ()
        self.kept[raw] = Delivery("stand-in", tuple(given), notes, hub=hub, topic=topic)
        return raw

    def read(self, raw: bytes, *, zone: ZoneInfo, received: datetime, most_bytes: int) -> Delivery:
        self.reads += 1
        if self.during:
            self.during()
        if raw.startswith(b"broken"):
            raise RuntimeError("a parser's own fault")
        unknown = Delivery("", (), ("This is no format that the wire knows.",))
        return self.kept.get(raw, unknown)

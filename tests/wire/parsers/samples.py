"""The samples of agency copy, read on the day they were written."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newsroom.wire.items import Delivery, WireItem
from newsroom.wire.parsers import reading
from newsroom.wire.parsers.drafts import Reading

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "wire"
SHARED_SAMPLES = Path("develop") / "wire" / "samples"
RECEIVED = datetime(2026, 5, 4, 18, 30, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Copenhagen")


def parsed(raw: bytes | str) -> Delivery:
    """Without the last resort: a fault of the reader is a fault of the test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsroom.wire.parsers.surviving.CAUGHT", ())
        raw = raw.encode() if isinstance(raw, str) else raw
        return reading.parsed(raw, Reading(ZONE, RECEIVED))


def sample(name: str) -> Delivery:
    return parsed((SAMPLES / name).read_bytes())


def only(delivery: Delivery) -> WireItem:
    (item,) = delivery.items
    return item


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)

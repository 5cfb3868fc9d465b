"""Bytes become items: by the parsers, and as an item that says so where they cannot be read."""

import logging
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from newsroom.whole_files import fingerprint
from newsroom.wire import parsers
from newsroom.wire.cleaning import clean, plain
from newsroom.wire.items import Delivery, Signal, Status, WireItem

log = logging.getLogger(__name__)

NOT_READ = "This could not be read. Its bytes are kept as they came."
PREVIEW = 2_000
"""Signs of what could not be read that its item shows."""


def read(raw: bytes, zone: ZoneInfo, language: str, received: datetime) -> Delivery:
    """The items, each text of them cleaned once more; none and a note where nothing is readable.

    Whatever the parser does not foresee is one delivery's misfortune and no other's.
    """
    try:
        # How much may come in is settled at the doors, by the administrator's setting.
        most = max(len(raw), parsers.MOST_BYTES)
        delivery = parsers.read(raw, zone=zone, received=received, most_bytes=most)
    except Exception:
        log.exception("a parser broke on %s", fingerprint(raw))
        return Delivery(format="", items=(), notes=(NOT_READ,))
    items = tuple(_with_language(clean(item), language) for item in delivery.items)
    return replace(delivery, items=items, notes=tuple(plain(note) for note in delivery.notes))


def unread(raw: bytes, received: datetime, notes: tuple[str, ...]) -> WireItem:
    """What an agency sent and nobody can read is an item all the same, for an editor to look at."""
    name = f"unread:{fingerprint(raw)}"
    beginning = plain(raw[:PREVIEW].decode("utf-8", "replace"))
    return WireItem(
        guid=name,
        version="",
        family=name,
        signal=Signal.ADVISORY,
        status=Status.WITHHELD,
        provider="",
        headline="Something that could not be read",
        paragraphs=tuple(line for line in beginning.splitlines() if line.strip()),
        published=received,
        notes=notes or (NOT_READ,),
    )


def _with_language(item: WireItem, language: str) -> WireItem:
    return item if item.language else replace(item, language=language)

"""Which format a file is in, by what is in it and never by its name, and what it holds."""

from datetime import datetime
from zoneinfo import ZoneInfo

from newsroom.wire.items import Delivery
from newsroom.wire.parsers import of_json, of_text, of_xml, surviving
from newsroom.wire.parsers.decoding import decoded
from newsroom.wire.parsers.drafts import Reading
from newsroom.wire.parsers.formats import Format
from newsroom.wire.parsers.limits import MOST_BYTES

TOO_LARGE = "The file has {:,} bytes; at most {:,} are read."
FAULT = "The file could not be read because of a fault in the reader."

_BEFORE_ALL = " \t\r\n\x00\ufeff"


def read(
    raw: bytes, *, zone: ZoneInfo, received: datetime, most_bytes: int = MOST_BYTES
) -> Delivery:
    """Never raises: what cannot be read is said in the notes.

    Times without a zone are read in `zone`, the agency's; `received` bears its zone and stands in
    for the year or the day that a time lacks.
    """
    if len(raw) > most_bytes:
        notes = (TOO_LARGE.format(len(raw), most_bytes),)
        return Delivery(Format.UNKNOWN.value, (), notes)
    try:
        return parsed(raw, Reading(zone, received))
    except surviving.CAUGHT:
        return Delivery(Format.UNKNOWN.value, (), (FAULT,))


def parsed(raw: bytes, reading: Reading) -> Delivery:
    """The same without the last resort, so that tests see every fault."""
    text = decoded(raw)
    notes = list(text.notes)
    begins = text.text[:1_000].lstrip(_BEFORE_ALL)[:1]
    if begins == "<":
        return of_xml.delivery_of(text.text.lstrip(_BEFORE_ALL), reading, notes)
    if begins in {"{", "["} and begins:
        return of_json.delivery_of(text.text.strip(_BEFORE_ALL), reading, notes)
    return of_text.delivery_of(text.text, reading, notes)

"""Text without markup: which wire format it is in, or that it is only words."""

import re
from functools import partial

from newsroom.wire.items import Delivery
from newsroom.wire.parsers import anpa_1312, iptc_7901, texts
from newsroom.wire.parsers.drafts import Draft, Reading
from newsroom.wire.parsers.formats import Format
from newsroom.wire.parsers.surviving import items_of

_TRANSMISSION_END = "\x04"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
_LOOKED_AT = 20_000
_MOST_CONTROLS = 0.05
_LONGEST_HEADLINE = 150

NO_TEXT = "The file is neither text nor in any format of agency copy."
EMPTY = "The file is empty."
PLAIN = "The file is in no format of agency copy; it was read as plain text."

_WIRE_FORMATS = (
    (Format.IPTC_7901, iptc_7901.HEADER, iptc_7901.drafted),
    (Format.ANPA_1312, anpa_1312.HEADER, anpa_1312.drafted),
)


def delivery_of(text: str, reading: Reading, notes: list[str]) -> Delivery:
    """A file may hold many transmissions, each with its end mark."""
    if not _is_said(text):
        return Delivery(
            Format.UNKNOWN.value, (), (*notes, NO_TEXT if text.strip("\x00 \r\n\t") else EMPTY)
        )
    parts = [part for part in text.split(_TRANSMISSION_END) if _is_said(part)]
    lines = parts[0].replace("\r\n", "\n")
    for name, header, drafted in _WIRE_FORMATS:
        if header.match(lines):
            read = partial(drafted, reading=reading)
            items = items_of(parts, read, reading, notes)
            return Delivery(name.value, items, tuple(notes))
    if len(_CONTROL.findall(text[:_LOOKED_AT])) > _MOST_CONTROLS * len(text[:_LOOKED_AT]):
        return Delivery(Format.UNKNOWN.value, (), (*notes, NO_TEXT))
    notes.append(PLAIN)
    items = items_of([text], _plain, reading, notes)
    return Delivery(Format.UNKNOWN.value, items, tuple(notes))


def _plain(text: str) -> Draft:
    """A short first line that ends no sentence is taken for the headline."""
    parts = list(texts.paragraphs(text))
    first = parts[0] if len(parts) > 1 else ""
    if first and len(first) <= _LONGEST_HEADLINE and first[-1] not in ".!?:":
        return Draft(headline=first, paragraphs=parts[1:])
    return Draft(paragraphs=parts)


def _is_said(text: str) -> bool:
    return bool(re.search(r"\w", text))

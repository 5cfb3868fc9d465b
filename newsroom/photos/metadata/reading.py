"""Which block is believed for which fact, and how a credit is found where its field is empty."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from newsroom.photos.containers import Blocks
from newsroom.photos.credit import take_credit
from newsroom.photos.facts import (
    LABELS,
    LIMITS,
    PARAGRAPHS,
    WORDS,
    PhotoFacts,
    Words,
    made_by_machine,
)
from newsroom.photos.metadata import exif, extended_xmp, iim, xmp
from newsroom.photos.metadata.cleaning import clean_line, clean_paragraphs, cut
from newsroom.photos.metadata.dates import moment

Values = Mapping[str, str]

PASSED_OVER = "The {} block of the file is damaged and was passed over."

CREDIT_IN_CAPTION = re.compile(
    r"\(([^()]*\b(?:photo|picture|credit)\b[^()]*)\)[\s.]*$", re.IGNORECASE
)
"""(Photo by Name/Agency) at the very end of a caption."""


def read(blocks: Blocks, zone: tzinfo) -> PhotoFacts:
    """Never refuses: what is broken becomes a note. Times without a zone are read in `zone`."""
    notes: list[str] = []
    of_xmp = _xmp(blocks, notes)
    of_iim = iim.read(blocks.photoshop)
    of_exif = _guarded(lambda: exif.read(blocks.exif), exif.UnreadableError, "EXIF", notes)
    if of_iim.broken:
        notes.append("The IPTC block of the file is damaged; what could be read of it was taken.")
    order = [of_xmp, of_iim.values, of_exif]
    if of_iim.newer and _differ(of_xmp, of_iim.values):
        order = [of_iim.values, of_xmp, of_exif]
        notes.append("The IPTC fields were changed after the XMP ones; the IPTC fields were taken.")
    words = _with_creator(_words(order, notes), notes)
    digital_source = clean_line(of_xmp.get("digital_source", ""))[:200]
    if made_by_machine(digital_source):
        notes.append("Its metadata says that a machine made this picture, or parts of it.")
    return PhotoFacts(
        words=words,
        taken_at=_taken(of_xmp, of_iim.values, of_exif, zone),
        digital_source=digital_source,
        orientation=1 if blocks.turned else _orientation(of_exif),
        notes=tuple(notes),
    )


def _guarded(
    reader: Callable[[], dict[str, str]], error: type[Exception], name: str, notes: list[str]
) -> dict[str, str]:
    try:
        return reader()
    except error:
        notes.append(PASSED_OVER.format(name))
        return {}


def _xmp(blocks: Blocks, notes: list[str]) -> dict[str, str]:
    if not blocks.xmp:
        return {}
    found = _guarded(lambda: xmp.read(blocks.xmp), xmp.UnreadableError, "XMP", notes)
    rest = extended_xmp.joined(blocks.extended_xmp, found.get("extended", ""))
    if rest:
        found = _guarded(lambda: xmp.read(rest), xmp.UnreadableError, "extended XMP", notes) | found
    return found


def _differ(one: Values, other: Values) -> bool:
    shared = one.keys() & other.keys() & set(WORDS)
    return any(clean_line(one[name]) != clean_line(other[name]) for name in shared)


def _words(order: Sequence[Values], notes: list[str]) -> Words:
    chosen: dict[str, str] = {}
    for name in WORDS:
        clean = clean_paragraphs if name in PARAGRAPHS else clean_line
        text = next(filter(None, (clean(values.get(name, "")) for values in order)), "")
        chosen[name] = cut(text, LIMITS[name])
        if chosen[name] != text:
            notes.append(f"The {LABELS[name].lower()} was cut at {LIMITS[name]:,} characters.")
    return Words(**chosen)


def _with_creator(words: Words, notes: list[str]) -> Words:
    """Take "Name/Agency" apart where it stands in one field, or in the caption's last brackets."""
    if not words.creator and not words.credit:
        found = CREDIT_IN_CAPTION.search(words.caption)
        taken = take_credit(found[1]) if found else None
        if taken and (taken.creator or taken.agency):
            notes.append("The credit was read out of the caption.")
            credit = cut(taken.credit, LIMITS["credit"])
            return replace(words, creator=taken.creator[: LIMITS["creator"]], credit=credit)
    if not words.creator:
        return replace(words, creator=take_credit(words.credit).creator[: LIMITS["creator"]])
    taken = take_credit(words.creator)
    if taken.creator and taken.agency:
        return replace(words, creator=taken.creator, credit=words.credit or words.creator)
    return words


def _taken(of_xmp: Values, of_iim: Values, of_exif: Values, zone: tzinfo) -> datetime | None:
    written = (
        of_xmp.get("taken", ""),
        f"{of_iim.get('date', '')} {of_iim.get('time', '')}",
        of_exif.get("taken", ""),
        of_xmp.get("taken_by_camera", ""),
    )
    return next(filter(None, (moment(text.strip("\x00 "), zone) for text in written)), None)


def _orientation(of_exif: Values) -> int:
    stated = of_exif.get("orientation", "1")
    return int(stated) if stated in set("12345678") else 1

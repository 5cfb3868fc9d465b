"""Which block of a file is believed for which fact: XMP, then IIM, then EXIF."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo

from newsroom.photos.containers import Blocks
from newsroom.photos.facts import (
    LABELS,
    LIMITS,
    PARAGRAPHS,
    WORDS,
    Details,
    PhotoFacts,
    Words,
)
from newsroom.photos.metadata import exif, extended_xmp, iim, xmp
from newsroom.photos.metadata.cleaning import clean_line, clean_paragraphs, cut
from newsroom.photos.metadata.dates import moment
from newsroom.photos.metadata.details import Structures, read_details

Values = Mapping[str, str]

PASSED_OVER = "The {} block of the file is damaged and was passed over."


def read(blocks: Blocks, zone: tzinfo) -> PhotoFacts:
    """Never refuses: what is broken becomes a note. Times without a zone are read in `zone`."""
    notes: list[str] = []
    found = _xmp(blocks, notes)
    of_xmp = found.values
    of_iim = iim.read(blocks.photoshop)
    of_exif = _exif(blocks, notes)
    if of_iim.broken:
        notes.append("The IPTC block of the file is damaged; what could be read of it was taken.")
    if of_iim.guessed:
        notes.append("The character set of the IPTC block is a guess; look at names with accents.")
    order = [of_xmp, of_iim.values, of_exif]
    if of_iim.newer and _differ(of_xmp, of_iim.values):
        order = [of_iim.values, of_xmp, of_exif]
        notes.append("The IPTC fields were changed after the XMP ones; the IPTC fields were taken.")
    details = read_details(found.structures, order)
    digital_source = clean_line(of_xmp.get("digital_source", ""))[:200]
    return PhotoFacts(
        words=_words(order, found.structures, details, notes),
        taken_at=_taken(of_xmp, of_iim.values, of_exif, zone),
        digital_source=digital_source,
        orientation=1 if blocks.turned else _orientation(of_exif),
        notes=tuple(notes),
        details=details,
    )


def _exif(blocks: Blocks, notes: list[str]) -> dict[str, str]:
    try:
        return exif.read(blocks.exif)
    except exif.UnreadableError:
        notes.append(PASSED_OVER.format("EXIF"))
        return {}


def _xmp(blocks: Blocks, notes: list[str]) -> xmp.Found:
    if not blocks.xmp:
        return xmp.Found()
    found = _packet(blocks.xmp, "XMP", notes)
    rest = extended_xmp.joined(blocks.extended_xmp, found.values.get("extended", ""))
    return found.filled_from(_packet(rest, "extended XMP", notes)) if rest else found


def _packet(packet: bytes, name: str, notes: list[str]) -> xmp.Found:
    try:
        return xmp.read(packet)
    except xmp.UnreadableError:
        notes.append(PASSED_OVER.format(name))
        return xmp.Found()


def _differ(one: Values, other: Values) -> bool:
    shared = one.keys() & other.keys() & set(WORDS)
    return any(clean_line(one[name]) != clean_line(other[name]) for name in shared)


def _words(
    order: Sequence[Values], structures: Structures, details: Details, notes: list[str]
) -> Words:
    derived = {
        "people": "\n".join(one.get("name", "") for one in structures.get("people_described", ())),
        "place": "\n".join(place.in_words for place in details.shown or details.created),
    }
    chosen: dict[str, str] = {}
    for name in WORDS:
        clean = clean_paragraphs if name in PARAGRAPHS else clean_line
        texts = (clean(values.get(name, "")) for values in (*order, derived))
        text = next(filter(None, texts), "")
        chosen[name] = cut(text, LIMITS[name])
        if chosen[name] != text:
            notes.append(f"The {LABELS[name].lower()} was cut at {LIMITS[name]:,} characters.")
    return Words(**chosen)


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

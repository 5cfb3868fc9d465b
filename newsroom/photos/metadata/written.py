"""Which facts are written into every rendition, as which properties: one row for each fact.

The properties are those of the IPTC Photo Metadata Standard, the datasets those of IIM 4.2.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from newsroom.photos.facts import PhotoFacts

Dataset = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """A fact by its name among the facts, its XMP property, and its IIM dataset where it has one.

    `bytes` is the room that IIM gives to it.
    """

    fact: str
    property: str
    form: str = "text"
    """How XMP holds it: text, list, bag or languages."""
    dataset: Dataset | None = None
    bytes: int = 0


ROWS: tuple[Row, ...] = (
    Row("creator", "dc:creator", "list", (2, 80), 32),
    Row("credit", "photoshop:Credit", "text", (2, 110), 32),
    Row("copyright", "dc:rights", "languages", (2, 116), 128),
    Row("usage_terms", "xmpRights:UsageTerms", "languages"),
    Row("caption", "dc:description", "languages", (2, 120), 2000),
    Row("alt", "Iptc4xmpCore:AltTextAccessibility", "languages"),
    Row("digital_source", "Iptc4xmpExt:DigitalSourceType"),
    Row("data_mining", "plus:DataMining"),
    Row("headline", "photoshop:Headline", "text", (2, 105), 256),
    Row("source", "photoshop:Source", "text", (2, 115), 32),
    Row("instructions", "photoshop:Instructions", "text", (2, 40), 256),
    Row("taken_at", "photoshop:DateCreated"),
    Row("city", "photoshop:City", "text", (2, 90), 32),
    Row("state", "photoshop:State", "text", (2, 95), 32),
    Row("country", "photoshop:Country", "text", (2, 101), 64),
    Row("code", "Iptc4xmpCore:CountryCode", "text", (2, 100), 3),
    Row("event", "Iptc4xmpExt:Event", "languages"),
    Row("people", "Iptc4xmpExt:PersonInImage", "bag"),
    Row("web_statement", "xmpRights:WebStatement"),
    Row("title", "dc:title", "languages", (2, 5), 64),
    Row("keywords", "dc:subject", "bag"),
    Row("extended_alt", "Iptc4xmpCore:ExtDescrAccessibility", "languages"),
)
"""In the order in which they are kept where there is not room for all."""


def _told_by(facts: PhotoFacts) -> tuple[Any, ...]:
    """Where facts stand; the place is where the camera stood, or else what it shows."""
    details = facts.details
    return (facts.words, facts, details, *details.created[:1], *details.shown[:1])


def value(facts: PhotoFacts, name: str) -> str:
    """The fact as text, empty where there is none or nothing is known of such a fact."""
    found = next((told for one in _told_by(facts) if (told := getattr(one, name, None))), None)
    if isinstance(found, datetime):
        return found.isoformat(timespec="seconds")
    if isinstance(found, date):
        return found.isoformat()
    if isinstance(found, tuple | list):
        return "\n".join(str(one) for one in found if one)
    return str(found) if found else ""

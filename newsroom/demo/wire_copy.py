"""What the demo's agencies sent, in words of our own: times are minutes before and after now."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COAST, MERIDIAN = "Coastline News Agency", "Meridian Wire"
AGENCIES = (COAST, MERIDIAN)


@dataclass(frozen=True)
class Picture:
    name: str
    caption: str
    by: str
    terms: str = ""


@dataclass(frozen=True)
class Copy:
    """One version of one item."""

    ago: int
    agency: str
    key: str
    slug: str
    headline: str
    dateline: str
    paragraphs: tuple[str, ...]
    version: int = 1
    signal: str = ""
    urgency: int = 5
    note: str = ""
    terms: str = ""
    embargo: int | None = None
    expires: int | None = None
    keywords: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    language: str = "en"
    killed: bool = False


def sent() -> tuple[Copy, ...]:
    """In the order in which it came."""
    file = Path(__file__).with_name("wire.json")
    return tuple(_copy(told) for told in json.loads(file.read_text(encoding="utf-8")))


def _copy(told: dict[str, Any]) -> Copy:
    pictures = tuple(Picture(**one) for one in told.pop("pictures", ()))
    texts, words = tuple(told.pop("paragraphs")), tuple(told.pop("keywords", ()))
    return Copy(**told, paragraphs=texts, keywords=words, pictures=pictures)

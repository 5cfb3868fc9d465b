"""What the reader of one format has found of an item, before the rules that all formats share."""

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from newsroom.wire.items import Subject, WirePicture


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a file from elsewhere: the agency's zone, and when it came."""

    zone: ZoneInfo
    received: datetime


@dataclass(slots=True)
class Draft:
    """Texts and times are raw, as the format gives them; markup only where it is said."""

    guid: str = ""
    version: str = ""
    family: str = ""
    slug_scope: str = ""
    """Of a format whose families are slugs: whose slugs they are."""
    provider: str = ""
    headline: str = ""
    markup: str = ""
    """The body as HTML; where there is one, the paragraphs are read from it."""
    paragraphs: list[str] = field(default_factory=list)
    slugline: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    language: str = ""
    priority: str = ""
    keywords: list[str] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)
    via: list[str] = field(default_factory=list)
    published: str = ""
    updated: str = ""
    expires: str = ""
    embargoes: list[str] = field(default_factory=list)
    """Each an embargo field's time; "" is a field that stands there empty."""
    status_words: list[str] = field(default_factory=list)
    signal_words: list[str] = field(default_factory=list)
    usage_terms: list[str] = field(default_factory=list)
    copyright: str = ""
    credit: str = ""
    editors_note: list[str] = field(default_factory=list)
    address: str = ""
    pictures: list[WirePicture] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    day: date | None = None
    """Where the format gives a day and no hour."""

"""A piece of agency copy as every format gives it: what it says, and what may be done with it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Status(StrEnum):
    """IPTC's publication status (pubstatus), under which each format's own words are put."""

    USABLE = "usable"
    # Held back by the agency: not to be used until it says so.
    WITHHELD = "withheld"
    # Killed or withdrawn: must not be used, and not stay where it was.
    CANCELED = "canceled"


class Signal(StrEnum):
    """What this version is to the one before it."""

    NEW = "new"
    UPDATE = "update"
    CORRECTION = "correction"
    KILL = "kill"
    ADVISORY = "advisory"


@dataclass(frozen=True, slots=True)
class Embargo:
    """Not before `until`; with no time it holds until the agency lifts it."""

    until: datetime | None
    # The field or the sentence that says so, as it came.
    words: str


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject code, as `medtop:20000170` or as the agency spells it."""

    code: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class WirePicture:
    """A picture that belongs to an item: where its file is, and what is said of it."""

    href: str
    caption: str = ""
    creator: str = ""
    credit: str = ""
    alt: str = ""
    usage_terms: str = ""
    copyright: str = ""
    mime: str = ""
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class WireItem:
    """All texts are plain, of any length, without markup; times bear their zone."""

    guid: str
    """What the agency calls it in every version; made of the content where it gives none."""
    version: str
    """As given; the greater is the newer one where both are numbers, else `updated` decides."""
    family: str
    """Items with one family are versions of one story: guid, du-key, or slug and day."""
    signal: Signal
    status: Status
    provider: str
    """The agency's name as the item gives it; empty where it does not say."""
    headline: str
    paragraphs: tuple[str, ...]
    html: str = ""
    """The body, sanitised; empty where the format has none."""
    slugline: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    language: str = ""
    """BCP 47."""
    priority: int | None = None
    """1 (flash) to 9, IPTC's urgency."""
    keywords: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    via: tuple[str, ...] = ()
    """Upstream sources that the agency itself names."""
    published: datetime | None = None
    updated: datetime | None = None
    embargo: Embargo | None = None
    expires: datetime | None = None
    usage_terms: tuple[str, ...] = ()
    copyright: str = ""
    credit: str = ""
    """The credit line that the agency asks for."""
    editors_note: str = ""
    address: str = ""
    """Where the item stands on the web."""
    pictures: tuple[WirePicture, ...] = ()
    notes: tuple[str, ...] = ()
    """Sentences on what could not be read or broke its format, for the editor."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one file or answer held: its format, its items, and what is wrong with it as a whole."""

    format: str
    items: tuple[WireItem, ...]
    notes: tuple[str, ...] = ()
    hub: str = ""
    """Of a feed that offers WebSub: the hub to subscribe at."""
    topic: str = ""

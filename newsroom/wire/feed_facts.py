"""What people say of a feed, and what is wrong with it: kinds, limits, and how its address is shown."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit, urlunsplit
from zoneinfo import ZoneInfo

LONGEST_FEED_NAME = 120
LONGEST_ADDRESS = 1_000
LONGEST_ZONE = 60
LONGEST_LANGUAGE = 35
LONGEST_NOTES = 2_000
SHORTEST_INTERVAL, USUAL_INTERVAL, LONGEST_INTERVAL = 10, 120, 86_400
"""Seconds between two questions to a feed that works."""

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class FeedKind(StrEnum):
    """How copy gets from the agency to the newsroom."""

    WEB = "web"
    FOLDER = "folder"
    PUSH = "push"
    UPLOAD = "upload"

    @property
    def label(self) -> str:
        return KIND_LABELS[self]

    @property
    def is_asked(self) -> bool:
        """Whether the newsroom goes and looks."""
        return self in {FeedKind.WEB, FeedKind.FOLDER}


KIND_LABELS = {
    FeedKind.WEB: "An address on the web",
    FeedKind.FOLDER: "A watched folder",
    FeedKind.PUSH: "Pushed by the agency",
    FeedKind.UPLOAD: "Uploaded by hand",
}


class FeedState(StrEnum):
    """How a feed fares, as the list of feeds says it."""

    NEW = "new"
    WORKING = "working"
    FAILING = "failing"
    PAUSED = "paused"


@dataclass(frozen=True)
class FeedFacts:
    """What a person says of a feed."""

    name: str
    kind: FeedKind
    address: str = ""
    outlet_id: int | None = None
    desk_id: int | None = None
    zone: str = "UTC"
    language: str = ""
    interval_seconds: int = USUAL_INTERVAL
    notes: str = ""
    takes_pictures: bool = False
    """Its pictures are taken into the photo library by themselves."""


def faults(facts: FeedFacts) -> dict[str, str]:
    """What is wrong with each field, a sentence each."""
    found = {
        "name": _name_fault(facts.name),
        "address": _address_fault(facts),
        "zone": _zone_fault(facts.zone),
        "language": _language_fault(facts.language),
        "interval_seconds": _interval_fault(facts.interval_seconds),
        "notes": "" if len(facts.notes) <= LONGEST_NOTES else f"At most {LONGEST_NOTES:,} signs.",
    }
    return {field: sentence for field, sentence in found.items() if sentence}


def shown_address(address: str) -> str:
    """The address without its password and its query, which may hold a key: for pages and logs."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "…"
    host = parts.netloc.rpartition("@")
    shown = parts._replace(
        netloc=f"…@{host[2]}" if host[1] else parts.netloc,
        query="…" if parts.query else "",
    )
    return urlunsplit(shown)


def _name_fault(name: str) -> str:
    if not name:
        return "Type a name for the feed."
    if not name.isprintable():
        return "A name is one line of signs that can be seen."
    return "" if len(name) <= LONGEST_FEED_NAME else f"At most {LONGEST_FEED_NAME} signs."


def _address_fault(facts: FeedFacts) -> str:
    if not facts.kind.is_asked:
        return ""
    if len(facts.address) > LONGEST_ADDRESS:
        return f"At most {LONGEST_ADDRESS:,} signs."
    return _web_fault(facts.address) if facts.kind is FeedKind.WEB else _folder_fault(facts.address)


def _web_fault(address: str) -> str:
    try:
        parts = urlsplit(address)
        whole = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        whole = False
    plain = address.isprintable() and " " not in address
    return "" if whole and plain else "Type the whole address, from https:// on."


def _folder_fault(address: str) -> str:
    parts = address.split("/")
    plain = address.isprintable() and "\\" not in address
    if plain and all(part and not part.startswith(".") for part in parts):
        return ""
    return "Type the folder’s name below the administrator’s, as in afp/english."


def _zone_fault(zone: str) -> str:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return "Type a time zone such as Europe/London."
    return "" if len(zone) <= LONGEST_ZONE else "Type a time zone such as Europe/London."


def _language_fault(language: str) -> str:
    if not language or (LANGUAGE.fullmatch(language) and len(language) <= LONGEST_LANGUAGE):
        return ""
    return "Type the language’s code, as in en or pt-BR."


def _interval_fault(seconds: int) -> str:
    if SHORTEST_INTERVAL <= seconds <= LONGEST_INTERVAL:
        return ""
    return f"From {SHORTEST_INTERVAL} to {LONGEST_INTERVAL:,} seconds."

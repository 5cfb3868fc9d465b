"""What an editor must see of an item before they use a word of it, each as one short mark."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

URGENT: dict[int, tuple[str, str]] = {
    1: ("flash", "bad"),
    2: ("bulletin", "bad"),
    3: ("urgent", "warn"),
}
"""By IPTC's urgency: the trade's word and how loud it is. Others need no word."""

SIGNALS: dict[str, str] = {
    "update": "update",
    "correction": "correction",
    "advisory": "advisory",
}
"""What a version is to the one before it; a kill is more than a mark like these."""


class Marked(Protocol):
    """An item as far as its marks go."""

    @property
    def signal(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def killed_at(self) -> datetime | None: ...
    @property
    def is_kill(self) -> bool: ...
    @property
    def embargo_until(self) -> datetime | None: ...
    @property
    def expires_at(self) -> datetime | None: ...
    @property
    def usage_terms(self) -> tuple[str, ...]: ...
    @property
    def notes(self) -> tuple[str, ...]: ...
    def embargoed(self, at: datetime) -> bool: ...


@dataclass(frozen=True, slots=True)
class Flag:
    """`tone` is bad, warn or nothing; `until` is shown behind the words."""

    words: str
    tone: str = ""
    until: datetime | None = None


def priority_flag(priority: int | None) -> Flag | None:
    found = URGENT.get(priority or 0)
    return Flag(*found) if found else None


def flags(item: Marked, at: datetime) -> list[Flag]:
    """What forbids first, then what changed, then what to heed."""
    found = []
    if item.is_kill or item.killed_at:
        found.append(Flag("KILL", "bad"))
    if item.status == "withheld":
        found.append(Flag("withheld", "bad"))
    if item.embargoed(at):
        known = item.embargo_until is not None
        found.append(Flag("embargo" if known else "embargo, no end", "bad", item.embargo_until))
    if item.expires_at and item.expires_at <= at:
        found.append(Flag("expired", "warn"))
    if item.signal in SIGNALS:
        found.append(Flag(_numbered(SIGNALS[item.signal], item.version), _tone(item.signal)))
    if item.usage_terms:
        found.append(Flag("terms"))
    if item.notes:
        found.append(Flag("not all read", "warn"))
    return found


def _tone(signal: str) -> str:
    return "warn" if signal == "correction" else ""


def _numbered(word: str, version: str) -> str:
    short = version.isascii() and version.isdecimal() and len(version) <= len("999")
    return f"{word} {version}" if short else word

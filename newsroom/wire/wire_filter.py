"""What of the wire is looked at, as the address bar says it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from newsroom.db import LARGEST_ID, storable
from newsroom.search_words import LONGEST_QUESTION, Term, terms_of
from newsroom.wire.item_keys import KEYWORD_LETTERS

PRIORITIES: tuple[tuple[str, str], ...] = (
    ("1", "Flashes"),
    ("2", "Bulletins and above"),
    ("3", "Urgent and above"),
    ("5", "All but routine"),
)
EMBARGOES: tuple[tuple[str, str], ...] = (
    ("held", "Under embargo"),
    ("free", "Free to use"),
)
LONGEST_LANGUAGE = 35


@dataclass(frozen=True)
class WireFilter:
    """The filters as words of an address; empty means all."""

    q: str = ""
    agency: str = ""
    desk: str = ""
    priority: str = ""
    language: str = ""
    keyword: str = ""
    embargo: str = ""
    unread: bool = False
    older: bool = False
    """Versions that have been replaced, too."""

    @classmethod
    def read(cls, args: Mapping[str, str]) -> "WireFilter":
        """What says nothing that can be asked is left out, not refused."""
        return cls(
            q=args.get("q", "").strip()[:LONGEST_QUESTION],
            agency=_number(args.get("agency", "")),
            desk=_number(args.get("desk", "")),
            priority=_one_of(args.get("priority", ""), PRIORITIES),
            language=args.get("language", "").strip()[:LONGEST_LANGUAGE],
            keyword=args.get("keyword", "").strip()[:KEYWORD_LETTERS],
            embargo=_one_of(args.get("embargo", ""), EMBARGOES),
            unread=args.get("unread") == "1",
            older=args.get("older") == "1",
        )

    @property
    def terms(self) -> list[Term]:
        return terms_of(self.q)

    @property
    def narrows(self) -> bool:
        """Whether it shows less than every newest version."""
        return replace(self, unread=False, older=False) != WireFilter()

    def address(self, **changed: object) -> dict[str, str]:
        """The query of the same view with some filters changed."""
        other = replace(self, **changed)  # type: ignore[arg-type]  # the template names its fields
        found = {
            **{name: getattr(other, name) for name in _WORDS},
            "unread": "1" if other.unread else "",
            "older": "1" if other.older else "",
        }
        return {name: value for name, value in found.items() if value}


_WORDS = ("q", "agency", "desk", "priority", "language", "keyword", "embargo")


def _one_of(asked: str, offered: tuple[tuple[str, str], ...]) -> str:
    return asked if asked in dict(offered) else ""


def _number(asked: str) -> str:
    plain = asked.isascii() and asked.isdecimal() and len(asked) <= len(str(LARGEST_ID))
    return asked if plain and storable(int(asked)) else ""

"""What of the library is looked at, as the address bar says it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from newsroom.db import LARGEST_ID, storable
from newsroom.photos.asked_words import Asked, asked_words
from newsroom.search_words import LONGEST_QUESTION

Choices = tuple[tuple[str, str], ...]

ORIENTATIONS: Choices = (
    ("landscape", "Landscape"),
    ("portrait", "Portrait"),
    ("square", "Square"),
)
USES: Choices = (
    ("story", "In a story"),
    ("ran", "Published"),
    ("no", "Not used"),
)
RIGHTS: Choices = (
    ("set", "Rights are set"),
    ("none", "Nobody has said"),
)
SORTS: Choices = (
    ("oldest", "Oldest added first"),
    ("taken", "Newest taken first"),
    ("first-taken", "Oldest taken first"),
)
"""Without one: the newest added first. Photos without a date are in no order of dates."""

LONGEST_AGENCY = 200


@dataclass(frozen=True)
class LibraryFilter:
    """The filters as words of an address; empty means all."""

    q: str = ""
    desk: str = ""
    orientation: str = ""
    used: str = ""
    rights: str = ""
    agency: str = ""
    collection: str = ""
    taken_from: str = ""
    taken_to: str = ""
    added_from: str = ""
    added_to: str = ""
    sort: str = ""

    @classmethod
    def read(cls, args: Mapping[str, str]) -> "LibraryFilter":
        """What says nothing that can be asked is left out, not refused."""
        return cls(
            q=args.get("q", "").strip()[:LONGEST_QUESTION],
            desk=_number(args.get("desk", "")),
            orientation=_one_of(args.get("orientation", ""), ORIENTATIONS),
            used=_one_of(args.get("used", ""), USES),
            rights=_one_of(args.get("rights", ""), RIGHTS),
            agency=args.get("agency", "").strip()[:LONGEST_AGENCY],
            collection=_number(args.get("collection", "")),
            taken_from=_day(args.get("taken_from", "")),
            taken_to=_day(args.get("taken_to", "")),
            added_from=_day(args.get("added_from", "")),
            added_to=_day(args.get("added_to", "")),
            sort=_one_of(args.get("sort", ""), SORTS),
        )

    @property
    def words(self) -> Asked:
        return asked_words(self.q)

    @property
    def narrows(self) -> bool:
        """Whether it shows less than the whole library."""
        return replace(self, sort="") != LibraryFilter()

    @property
    def dated(self) -> bool:
        return bool(self.taken_from or self.taken_to or self.added_from or self.added_to)

    def address(self, **changed: str) -> dict[str, str]:
        """The query of the same view with some filters changed."""
        other = replace(self, **changed)
        found = {one.name: getattr(other, one.name) for one in fields(self)}
        return {name: value for name, value in found.items() if value}


def _one_of(asked: str, offered: Choices) -> str:
    return asked if asked in dict(offered) else ""


def _number(asked: str) -> str:
    plain = asked.isascii() and asked.isdecimal() and len(asked) <= len(str(LARGEST_ID))
    return asked if plain and storable(int(asked)) else ""


def _day(asked: str) -> str:
    try:
        return date.fromisoformat(asked).isoformat()
    except ValueError:
        return ""

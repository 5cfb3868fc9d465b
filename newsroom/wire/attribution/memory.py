"""What the text has named so far, so that "the network" and "the report" find their owners."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from newsroom.wire.attribution.kinds_of_outlet import HEADS, ONLY_OF_THEIR_TYPE
from newsroom.wire.outlets import Outlet

KEPT = 40
"""Outlets named longer ago than this many names are forgotten."""


@dataclass
class Memory:
    outlets: deque[Outlet] = field(default_factory=lambda: deque(maxlen=KEPT))
    last_is_unlisted: bool = False
    """The last outlet named has no entry in the registry; "the newspaper" is that one."""
    speaker_anonymous: bool = False
    anonymous_by_noun: dict[str, bool] = field(default_factory=dict)
    source_is_outlet: bool = False
    """Whether "the report" is an outlet's: it was the last to assert something."""

    def name(self, outlets: Iterable[Outlet], *, unlisted: bool) -> None:
        named = tuple(outlets)
        self.outlets.extend(named)
        self.last_is_unlisted = not named and (unlisted or self.last_is_unlisted)

    def last_outlet(self) -> Outlet | None:
        return self.outlets[-1] if self.outlets else None

    def behind(self, noun: str, country: str = "") -> Outlet | None:
        """The outlet that "the <noun>" goes back to, the last of that type and country."""
        return owner(noun, country, reversed(self.outlets))

    def called(self, title: str) -> Outlet | None:
        """The outlet whose full name ended so: "the Times" after "Los Angeles Times"."""
        ending = f" {title}"
        return next((o for o in reversed(self.outlets) if o.name.endswith(ending)), None)


def owner(noun: str, country: str, candidates: Iterable[Outlet]) -> Outlet | None:
    known = [o for o in candidates if not country or o.country == country]
    of_type = (o for o in known if o.type in HEADS[noun])
    fallback = None if noun in ONLY_OF_THEIR_TYPE or not known else known[0]
    return next(of_type, fallback)

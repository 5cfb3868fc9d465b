"""Where and when an entry holds: on which desks, for which channels, between which days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from newsroom.housestyle.stylebooks import Channel


@dataclass(frozen=True, slots=True)
class Scope:
    """Empty means everywhere and always; both days are among those it holds on."""

    desks: frozenset[int] = field(default=frozenset())
    channels: frozenset[Channel] = field(default=frozenset())
    starts_on: date | None = None
    ends_on: date | None = None

    def holds(self, where: "Reader") -> bool:
        return (
            (not self.desks or where.desk_id in self.desks)
            and (not self.channels or where.channel in self.channels)
            and (self.starts_on is None or self.starts_on <= where.day)
            and (self.ends_on is None or where.day <= self.ends_on)
        )


EVERYWHERE = Scope()


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a text is read."""

    desk_id: int | None
    day: date
    channel: Channel = Channel.SITE


class Ruled(Protocol):
    @property
    def rule(self) -> str: ...


One = TypeVar("One", bound=Ruled)


def within(found: Sequence[One], scopes: Mapping[str, Scope], reader: Reader) -> list[One]:
    """Those whose entry holds for the reader; a rule without a scope holds everywhere."""
    return [one for one in found if scopes.get(one.rule, EVERYWHERE).holds(reader)]

"""What is known of the rights to one photo, as the rule that judges a use of it sees them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from newsroom.channels import Channel
from newsroom.photos.rights.categories import BY_KIND, Category, Detail, Kind


class Agreement(Protocol):
    """The contract with a supplier, as whoever keeps contracts tells it."""

    @property
    def until(self) -> date | None:
        """Its last day; None where it has none, or where there is no contract."""

    def lacking(self, day: date) -> str:
        """Why its photos may not run on that day, in a sentence; empty where they may."""


class Lets(StrEnum):
    ALLOW = "allow"
    DENY = "deny"


@dataclass(frozen=True)
class Lease:
    """A person's word that a photo may, or may not, run for some time, whatever its kind says."""

    lets: Lets
    by: str
    why: str
    starts_on: date
    ends_on: date | None = None
    """Its last day; None: until somebody ends it."""
    channel: Channel | None = None
    """None: everywhere."""

    def holds(self, day: date, channel: Channel) -> bool:
        here = self.channel is None or self.channel is channel
        return here and self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True)
class Terms:
    """Days are the newsroom's; `kind` is None where nobody has said by which right."""

    kind: Kind | None = None
    details: Mapping[Detail, str] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()
    """Where it may run, in small letters; empty: everywhere."""
    channels: frozenset[Channel] = frozenset()
    """Where it may go; empty: everywhere."""
    embargo_until: datetime | None = None
    ends_on: date | None = None
    """The last day on which it may run."""
    leases: tuple[Lease, ...] = ()
    agreement: Agreement | None = None
    usage_terms: str = ""
    """What the file itself says."""

    @property
    def category(self) -> Category | None:
        return BY_KIND[self.kind] if self.kind else None

    @property
    def last_day(self) -> date | None:
        """The day after which it may not run: its own end or its contract's, the earlier."""
        contract = self.agreement.until if self.agreement else None
        return min(filter(None, (self.ends_on, contract)), default=None)

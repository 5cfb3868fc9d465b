"""What the versions of a piece of agency copy mean for a story that used one; no database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsroom.wire.items import Signal
from newsroom.wire.terms import Term, TermKind, terms_of


class Why(StrEnum):
    """How a story came to have words of an item."""

    STARTED = "started"
    ATTACHED = "attached"
    REUSE = "reuse"


@dataclass(frozen=True)
class WireVersion:
    """One version of the copy, as the gate asks about it."""

    id: int
    version: str
    signal: str
    headline: str
    received_at: datetime
    killed: bool
    withheld: bool = False
    """Held back by its agency, as under an embargo without a time."""
    embargo_until: datetime | None = None
    embargo_open: bool = False
    expires_at: datetime | None = None
    terms: tuple[str, ...] = ()
    """The prose that says what may be done with it, as it came."""

    @property
    def held(self) -> bool:
        return self.withheld or self.embargo_open or self.embargo_until is not None


@dataclass(frozen=True)
class Decided:
    """What people decided about the copy in this story."""

    released_item: int | None = None
    """The version whose embargo an editor released."""
    heeded: frozenset[str] = frozenset()
    """The sentences of its terms that an editor acknowledged."""


@dataclass(frozen=True)
class WireUse:
    """A piece of agency copy in a story: the version used, and what it asks of the story."""

    link: int
    agency: str
    used: WireVersion
    newer: WireVersion | None = None
    """The newest version that lives, where it is not the one used."""
    holder: WireVersion | None = None
    """The version whose embargo counts, whether it is over or not."""
    released: bool = False
    """Whether an editor released the embargo that has no time."""
    warnings: tuple[str, ...] = ()
    """What its terms forbid elsewhere or ask for."""
    not_here: tuple[str, ...] = ()
    """What forbids the very use that this paper makes of it, each as it came."""
    unheeded: tuple[str, ...] = ()
    """Those of them that no editor acknowledged."""
    terms_shut: bool = True
    """Whether its desk lets what is unheeded shut the gate."""

    @property
    def to_heed(self) -> tuple[str, ...]:
        """What an editor must acknowledge before the story is published."""
        return self.unheeded if self.terms_shut else ()

    @property
    def killed(self) -> bool:
        return self.used.killed

    @property
    def open_embargo(self) -> bool:
        """Whether an embargo without a time holds."""
        held = self.holder is not None and self.holder.embargo_until is None
        return held and not self.released

    def held_at(self, moment: datetime) -> datetime | None:
        """The end of an embargo with a time that still holds at that moment."""
        until = self.holder.embargo_until if self.holder else None
        return until if until is not None and moment < until else None

    @property
    def expires_at(self) -> datetime | None:
        return self.used.expires_at

    def shuts(self, moment: datetime) -> bool:
        """Whether it keeps the story from print at that moment."""
        held = self.open_embargo or self.held_at(moment) is not None
        return self.killed or held or bool(self.to_heed)


def use_of(
    link: int,
    agency: str,
    versions: Sequence[WireVersion],
    used: WireVersion,
    decided: Decided,
    countries: frozenset[str],
) -> WireUse:
    """`versions` from the oldest to the newest; `countries` are the paper's, in small letters."""
    counting = [v for v in versions if v.id == used.id or v.signal not in SAYING_NOTHING]
    newest = counting[-1]
    holder = _holder(used, newest)
    met = {t.words: t for version in {used, newest} for t in terms_of(version.terms)}
    terms = sorted(met.values(), key=lambda one: one.words)
    not_here = _not_here(terms, countries)
    return WireUse(
        link=link,
        agency=agency,
        used=used,
        newer=_newer(versions, used),
        holder=holder,
        released=holder is not None and decided.released_item == holder.id,
        warnings=tuple(term.words for term in terms if term.words not in not_here),
        not_here=not_here,
        unheeded=tuple(words for words in not_here if words not in decided.heeded),
    )


def against_this_use(prose: Iterable[str], countries: frozenset[str]) -> tuple[str, ...]:
    """The sentences of an item's terms that forbid what this paper does with copy."""
    return _not_here(terms_of(prose), countries)


def _not_here(terms: Iterable[Term], countries: frozenset[str]) -> tuple[str, ...]:
    return tuple(term.words for term in terms if _forbids_here(term, countries))


SAYING_NOTHING = frozenset({Signal.ADVISORY.value, Signal.KILL.value})
"""Versions that speak to editors and do not replace the copy, so that they lift no embargo."""


def _newer(versions: Sequence[WireVersion], used: WireVersion) -> WireVersion | None:
    after = versions[[one.id for one in versions].index(used.id) + 1 :]
    living = [one for one in after if not one.killed]
    return living[-1] if living else None


def _holder(used: WireVersion, newest: WireVersion) -> WireVersion | None:
    """The newest version decides; an embargo that names its time holds until then all the same.

    Corrections seldom repeat it. Who knows that it was lifted early attaches the newer version.
    """
    if newest.held:
        return newest
    return used if used.embargo_until is not None else None


def _forbids_here(term: Term, countries: frozenset[str]) -> bool:
    """Where the paper's country is not known, what excludes any country may exclude it."""
    named = {one.casefold() for one in term.countries}
    if term.kind is TermKind.NOT_IN:
        return not countries or bool(named & countries)
    if term.kind is TermKind.ONLY_IN:
        return not named & countries
    return term.kind is TermKind.NO_ONLINE

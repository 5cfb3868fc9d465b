"""Whether a photo may run on a day, in a channel and in a place: the reasons why not, in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from newsroom.channels import Channel
from newsroom.photos.rights.categories import Category, Cost, Detail
from newsroom.photos.rights.terms import Lease, Lets, Terms

NOBODY_SAID = "Nobody has said by which right it may run: choose its rights."
SOON = timedelta(days=7)
"""An end that is nearer is warned of."""


@dataclass(frozen=True)
class Use:
    """Where and when a photo is to be shown; `at` is in the newsroom's own zone."""

    at: datetime
    channel: Channel = Channel.SITE
    countries: frozenset[str] = frozenset()
    """Where the paper appears, in small letters; empty: everywhere."""


@dataclass(frozen=True)
class Verdict:
    refusals: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def may_run(self) -> bool:
        return not self.refusals


def verdict(terms: Terms, use: Use) -> Verdict:
    """An allow lease lifts what its kind, end, place and channel say; a deny lease and an embargo
    stand against it, and so does a photo of which nobody has said anything."""
    category = terms.category
    if category is None:
        return Verdict((NOBODY_SAID, *_denied(terms, use)), ())
    firm = [*_denied(terms, use), *_embargo(terms, use)]
    against = list(_against(terms, category, use))
    leave = _lease(terms, use, Lets.ALLOW)
    if leave is not None:
        lifted = (f"{_given(leave)}: {leave.why}",) if against else ()
        return Verdict(tuple(firm), (*lifted, *_warnings(terms, category, use)))
    return Verdict((*firm, *against), tuple(_warnings(terms, category, use)))


def _lease(terms: Terms, use: Use, lets: Lets) -> Lease | None:
    day = use.at.date()
    found = (one for one in terms.leases if one.lets is lets and one.holds(day, use.channel))
    return next(found, None)


def _given(lease: Lease) -> str:
    until = f" until {lease.ends_on:%-d %B %Y}" if lease.ends_on else ""
    return f"{lease.by} gave leave{until}"


def _denied(terms: Terms, use: Use) -> Iterator[str]:
    lease = _lease(terms, use, Lets.DENY)
    if lease is not None:
        until = f" until {lease.ends_on:%-d %B %Y}" if lease.ends_on else ""
        yield f"{lease.by} stopped it{until}: {lease.why}"


def _embargo(terms: Terms, use: Use) -> Iterator[str]:
    until = terms.embargo_until
    if until is not None and use.at < until:
        yield f"It is under embargo until {until.astimezone(use.at.tzinfo):%-d %B %Y, %H:%M %Z}."


def _against(terms: Terms, category: Category, use: Use) -> Iterator[str]:
    day = use.at.date()
    if not category.may_run:
        yield "Nobody knows by which right it may run, so it needs leave."
    if terms.ends_on is not None and terms.ends_on < day:
        yield f"Its rights end on {terms.ends_on:%-d %B %Y}."
    if category.by_contract:
        yield from _contract(terms, use)
    if terms.channels and use.channel not in terms.channels:
        yield f"Its rights do not cover {_channel(use.channel)}."
    yield from _place(terms, use)


def _contract(terms: Terms, use: Use) -> Iterator[str]:
    if terms.agreement is None:
        yield "No contract with its supplier is known."
    elif lacking := terms.agreement.lacking(use.at.date()):
        yield lacking


def _place(terms: Terms, use: Use) -> Iterator[str]:
    if not terms.countries:
        return
    where = ", ".join(sorted(one.title() for one in terms.countries))
    if not use.countries:
        yield f"Its rights cover {where} only, and the paper appears everywhere."
    elif beyond := use.countries - terms.countries:
        named = ", ".join(sorted(one.title() for one in beyond))
        yield f"Its rights cover {where} only, and the paper appears in {named}."


def _channel(channel: Channel) -> str:
    return channel.label[0].lower() + channel.label[1:]


def _warnings(terms: Terms, category: Category, use: Use) -> Iterator[str]:
    last = terms.last_day
    if last is not None and use.at.date() <= last <= use.at.date() + SOON:
        yield f"It may run until {last:%-d %B %Y}; after that the site stops showing it."
    if category.cost is Cost.EACH:
        yield "Each use of it is paid for."
    if category.caution:
        yield category.caution
    if restriction := terms.details.get(Detail.RESTRICTION, ""):
        yield f"Restriction: {restriction}"
    if terms.usage_terms:
        yield f"Its file says: “{terms.usage_terms}”"

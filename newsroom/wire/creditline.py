"""The credit line: which outlets a story owes one, and how it is put into words."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from newsroom.wire.attribution.model import OF_OUTLETS, Attribution, Kind
from newsroom.wire.outlets import Outlet, sort_name
from newsroom.wire.registry import Registry

LEAD = "With reporting by"

_OURS = re.compile(
    r"(?P<before>(?:.*[.;,]\s+)?)(?P<lead>(?:with )?(?:additional )?reporting (?:by|from))\s+"
    r"(?P<names>.+?)(?P<stop>\.?)$",
    re.IGNORECASE | re.DOTALL,
)
ITS_STORY = 60.0
"""Percent of a story in one outlet's copy, from which the story is that outlet's: "By ..."."""
NOTHING_REUSED: Mapping[str, float] = MappingProxyType({})

_BETWEEN_NAMES = re.compile(r",?\s+and\s+|,\s+")
_STANDS_FOR_NAME = 0xF0000
"""Private characters: while a line is split, a name with "and" in it must stay one piece."""


def propose(
    existing: str,
    attributions: Sequence[Attribution],
    registry: Registry,
    shares: Mapping[str, float] = NOTHING_REUSED,
) -> str:
    """The credit line with all it owes: the existing one with only what it lacks added.

    `shares`: percent of the story that stands in an outlet's copy, by the outlet's key. Those with
    more of it come first, then the most relied on, then by name. A proposal given back as the
    existing line is returned unchanged.
    """
    line = _in_house_form(existing, registry)
    owed = [
        outlet
        for outlet in outlets_used(attributions, registry, shares)
        if not is_credited(outlet, line, registry)
    ]
    if not owed:
        return line
    names = [outlet.credit_name for outlet in owed]
    line = line.strip()
    if not line:
        return _of_nothing(names, shares.get(owed[0].key, 0.0))
    ours = _OURS.match(line)
    if ours is None:
        return f"{line}{'' if line.endswith('.') else '.'} {LEAD} {in_words(names)}."
    kept = _names_in(ours["names"], owed, registry)
    every = in_words([*kept, *(name for name in names if name not in kept)])
    return f"{ours['before']}{ours['lead']} {every}{ours['stop']}"


def _of_nothing(names: Sequence[str], largest: float) -> str:
    """Where there is no line yet: most of a story makes it that outlet's."""
    if largest < ITS_STORY:
        return f"{LEAD} {in_words(names)}"
    first, rest = names[0], names[1:]
    return f"By {first}, {LEAD.lower()} {in_words(rest)}" if rest else f"By {first}"


def outlets_used(
    attributions: Sequence[Attribution],
    registry: Registry,
    shares: Mapping[str, float] = NOTHING_REUSED,
) -> list[Outlet]:
    """The registered outlets whose facts or words the text gives, most used first.

    Photo agencies are credited with their pictures; a credit in the text is one already.
    """
    credited = {key for a in attributions if a.kind is Kind.CREDIT for key in a.outlets}
    uses = Counter(
        key
        for attribution in attributions
        if attribution.kind in OF_OUTLETS
        for key in attribution.outlets
    )
    keys = {key for key, share in shares.items() if share > 0} | set(uses)
    known = [registry.outlet(key) for key in sorted(keys - credited)]
    used = [outlet for outlet in known if outlet and not outlet.photo]

    def weight(outlet: Outlet) -> tuple[float, int, str]:
        return -shares.get(outlet.key, 0.0), -uses[outlet.key], sort_name(outlet.credit_name)

    return sorted(used, key=weight)


def in_words(names: Sequence[str]) -> str:
    """A; A and B; A, B and C."""
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


_NOTHING_BUT_NAMES = re.compile(r"(?:[\s,/&.;]|\band\b)*")


def _in_house_form(line: str, registry: Registry) -> str:
    """A line of several bare names gets its words; any other is what a person made of it."""
    mentions = registry.mentions(line)
    rest = line
    for mention in reversed(mentions):
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    names = list(dict.fromkeys(mention.outlet.credit_name for mention in mentions))
    if len(names) < 2 or not _NOTHING_BUT_NAMES.fullmatch(rest):  # noqa: PLR2004 - several
        return line
    return f"{LEAD} {in_words(names)}"


def is_credited(outlet: Outlet, line: str, registry: Registry) -> bool:
    """By any of its names, unless it asks for one form and no other."""
    if outlet.credit_name.casefold() in line.casefold():
        return True
    named = any(m.outlet.key == outlet.key for m in registry.mentions(line))
    return named and not outlet.credit_form


def _names_in(names: str, owed: Sequence[Outlet], registry: Registry) -> list[str]:
    """The names of a line of ours; an owed outlet there under a short name gets its full one."""
    mentions = registry.mentions(names)
    masked = names
    for number, mention in reversed(list(enumerate(mentions))):
        masked = masked[: mention.start] + chr(_STANDS_FOR_NAME + number) + masked[mention.end :]
    full = {outlet.key: outlet.credit_name for outlet in owed}
    spelled = {
        chr(_STANDS_FOR_NAME + number): full.get(m.outlet.key, names[m.start : m.end])
        for number, m in enumerate(mentions)
    }
    return [
        "".join(spelled.get(character, character) for character in piece)
        for piece in _BETWEEN_NAMES.split(masked)
        if piece
    ]

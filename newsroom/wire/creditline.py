"""The credit line: which outlets a story owes one, and how it is put into words."""

import re
from collections import Counter
from collections.abc import Sequence

from newsroom.wire.attribution.model import OF_OUTLETS, Attribution, Kind
from newsroom.wire.outlets import Outlet, sort_name
from newsroom.wire.registry import Registry

LEAD = "With reporting by"

_OURS = re.compile(
    r"(?P<before>(?:.*[.;]\s+)?)(?P<lead>(?:with )?(?:additional )?reporting (?:by|from))\s+"
    r"(?P<names>.+?)(?P<stop>\.?)$",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN_NAMES = re.compile(r",?\s+and\s+|,\s+")
_STANDS_FOR_NAME = 0xF0000
"""Private characters: while a line is split, a name with "and" in it must stay one piece."""


def propose(existing: str, attributions: Sequence[Attribution], registry: Registry) -> str:
    """The credit line with all it owes: the existing one with only what it lacks added.

    The outlets most relied on come first, then those of equal weight by name. A proposal given
    back as the existing line is returned unchanged.
    """
    used = outlets_used(attributions, registry)
    return line_with(
        [o for o in used if not is_credited(o, existing, registry)], existing, registry
    )


def line_with(owed: Sequence[Outlet], existing: str, registry: Registry) -> str:
    """The existing line with these outlets added, in their order."""
    if not owed:
        return existing
    names = [outlet.credit_name for outlet in owed]
    line = existing.strip()
    ours = _OURS.match(line)
    if not line:
        return f"{LEAD} {in_words(names)}"
    if ours is None:
        return f"{line}{'' if line.endswith('.') else '.'} {LEAD} {in_words(names)}."
    kept = _names_in(ours["names"], owed, registry)
    every = in_words([*kept, *(name for name in names if name not in kept)])
    return f"{ours['before']}{ours['lead']} {every}{ours['stop']}"


def outlets_used(attributions: Sequence[Attribution], registry: Registry) -> list[Outlet]:
    """The registered outlets whose facts the text gives, most used first.

    Photo agencies are credited with their pictures; a credit in the text is one already.
    """
    credited = {key for a in attributions if a.kind is Kind.CREDIT for key in a.outlets}
    uses = Counter(
        key
        for attribution in attributions
        if attribution.kind in OF_OUTLETS
        for key in attribution.outlets
        if key not in credited
    )
    known = [(registry.outlet(key), count) for key, count in uses.items()]
    used = [(outlet, count) for outlet, count in known if outlet and not outlet.photo]
    used.sort(key=lambda pair: (-pair[1], sort_name(pair[0].credit_name)))
    return [outlet for outlet, _ in used]


def in_words(names: Sequence[str]) -> str:
    """A; A and B; A, B and C."""
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


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

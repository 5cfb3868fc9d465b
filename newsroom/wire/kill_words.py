"""Which item a kill means that names it only in words: by slug or headline, in its title or prose."""

import re
from collections.abc import Iterable, Sequence

from newsroom.wire.families import bare_slug
from newsroom.wire.items import Signal
from newsroom.wire.signals import signal_of

_WORD = r"(?:[^\W_]{1,40})"
_SLUG = rf"({_WORD}(?:[-/]{_WORD}){{1,8}})"
_KILLS = r"\b(?:kill(?:s|ed|ing)?|withdr(?:aw(?:s|n|al|ing)?|ew)|retract(?:s|ed|ion)?)\b"
_IN_PROSE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_KILLS}(?:\s{{1,3}}(?:the|our|this|of|story|item|copy|report|headlined|slugged)){{0,4}}\W{{1,4}}{_SLUG}",
        rf"\bslug(?:ged|line)?(?:\s{{1,3}}(?:as|is))?\W{{1,4}}({_WORD}(?:[-/]{_WORD}){{0,8}})",
        r"[“„«\"]([^“”„«»\"\n]{3,200})[”“»\"]",
    )
)
_SAYS_NOTHING = frozenset({"order", "notice", "story", "item", "copy", "editors", "news", "the"})
LOOKED_AT = 2_000
"""Characters of each text."""
PARAGRAPHS = 3
"""Of its text that may name the item."""
MOST_NAMES = 20


def names_in(titles: Iterable[str], prose: Sequence[str]) -> frozenset[str]:
    """By what it may be known, each as `name_of` writes it.

    `titles` are headline and slug, which name the item only where they say themselves that it is
    killed: a version that its agency cancels has the title of the item, and its id.
    """
    said = [one for one in titles if signal_of([], [one], []) is Signal.KILL]
    for text in prose:
        for pattern in _IN_PROSE:
            said += [found[1] for found in pattern.finditer(text[:LOOKED_AT])]
    names = (name_of(one) for one in said[:MOST_NAMES])
    return frozenset(one for one in names if one and one not in _SAYS_NOTHING)


def name_of(slug_or_headline: str) -> str:
    """The same for all versions of an item, however they are marked."""
    return bare_slug(slug_or_headline)

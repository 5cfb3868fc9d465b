"""Paragraphs that speak to the desk and not to the reader: Eds:, EMBARGOED, KILL."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NOTE = re.compile(
    r"""(?x)
    ^[\W_]{0,4} (?:
        (?i: eds | editors? | (?:attention|note\ to|advisory\ to)\ (?:all\ )?(?:eds|editors|desks)
           | (?:eds|editor|editors)['’]?s?['’]?\ notes? | desks | redaktioneller\ hinweis
           | achtung\ redaktionen | (?:strictly\ )?embargoe?d | sperrfrist | internal\ note ) \s?[:–—-]
      | (?:STRICTLY\ )?EMBARGO(?:ED)?\b | (?:MANDATORY\ )?KILL\b | NOT\ FOR\ (?:USE|PUBLICATION|RELEASE)\b
      | (?i: (?:strictly\ )?embargoed\ (?:until|till|to|for)\b | not\ for\ (?:use|publication|release)\ (?:before|until|in|outside)\b )
    )
    """
)
FIRST, LAST = 4, 5
"""Where such paragraphs stand: among the first ones or the last."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """The copy itself, and what was said beside it."""

    copy: tuple[str, ...]
    notes: tuple[str, ...]


def set_aside(paragraphs: Sequence[str]) -> SetAside:
    """The story without its notes to the desk, both in their order."""
    last = len(paragraphs) - LAST
    aside = {
        at
        for at, words in enumerate(paragraphs)
        if (at < FIRST or at >= last) and _NOTE.match(words[:80])
    }
    return SetAside(
        tuple(words for at, words in enumerate(paragraphs) if at not in aside),
        tuple(paragraphs[at] for at in sorted(aside)),
    )

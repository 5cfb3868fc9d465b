"""The rules on alt text: there, its own words, straight to the point, and not too long."""

import re
from collections.abc import Iterator

from newsroom.photos.captions.material import Breach, Field, Material, about
from newsroom.photos.captions.table import Rule

LONGEST = 250
"""Characters that screen readers say in one go."""

_OPENING = re.compile(
    r"^\W*(?:an?\s+|the\s+|this\s+(?:is\s+(?:an?\s+)?)?)?"
    r"(?:image|photo(?:graph)?|picture|pic|graphic|snapshot)s?\s*"
    r"(?:\bof\b|\bshowing\b|\bshows\b|:)\s*",
    re.IGNORECASE,
)


def breaches(material: Material) -> Iterator[Breach]:
    alt = material.alt
    if not alt:
        yield about(Rule.ALT_MISSING, Field.ALT)
        return
    if _plain(alt) == _plain(material.caption):
        yield about(Rule.ALT_SAME, Field.ALT, alt)
    opening = _OPENING.match(alt)
    if opening:
        rest = alt[opening.end() :]
        shorter = rest[:1].upper() + rest[1:]
        yield about(Rule.ALT_OPENING, Field.ALT, alt, suggestion=shorter or None)
    if len(alt) > LONGEST:
        yield about(Rule.ALT_LONG, Field.ALT, alt, f"It has {len(alt):,}.")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))

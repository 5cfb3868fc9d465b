"""What house style says of the blocks somebody is typing in, before any of it is saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from newsroom.errors import Invalid
from newsroom.housestyle.in_force import HouseStyle
from newsroom.stories.checks import house_style_by_block
from newsroom.stories.found import Found
from newsroom.stories.passages import Block

MOST_BYTES = 200_000
"""Of one question; a paragraph is one of a few hundred."""
MOST_BLOCKS = 60
"""With their neighbours; what changed in more places is left to the worker, which reads it all."""

NOT_BLOCKS = "The blocks that changed come as a list, each with its kind and its text."
TOO_MANY = f"More than {MOST_BLOCKS} blocks are not checked while typing; the next reading has all."


@dataclass(frozen=True)
class Typed:
    """One text block as it stands in somebody's editor."""

    kind: str
    text: str
    quoted: bool
    asked: bool
    """Whether it is asked about; else it only shows how a quotation runs into the next."""


def read_typed(sent: object) -> list[Typed]:
    """The blocks that a page sent; raises Invalid where they are none, or too many."""
    if not isinstance(sent, list):
        raise Invalid(NOT_BLOCKS)
    if len(sent) > MOST_BLOCKS:
        raise Invalid(TOO_MANY)
    return [_typed(one) for one in sent]


def _typed(one: Any) -> Typed:
    if not isinstance(one, dict):
        raise Invalid(NOT_BLOCKS)
    kind, text = one.get("kind"), one.get("text")
    if not isinstance(kind, str) or not isinstance(text, str):
        raise Invalid(NOT_BLOCKS)
    return Typed(kind, text, bool(one.get("quoted")), bool(one.get("asked")))


def check_typed(
    typed: Sequence[Typed], style: HouseStyle, stays: Callable[[Found], bool]
) -> list[list[Found]]:
    """Of each block that is asked about, what was found; places are UTF-16 units of its text.

    `stays`: whether the story leaves this alone by somebody's decision.
    """
    blocks = [Block(one.kind, one.text, 0, one.quoted, at) for at, one in enumerate(typed)]
    found: dict[int, list[Found]] = {at: [] for at, one in enumerate(typed) if one.asked}
    for at, one in house_style_by_block(blocks, style):
        if at in found and not stays(one):
            found[at].append(one)
    return list(found.values())

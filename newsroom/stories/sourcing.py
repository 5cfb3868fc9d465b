"""What the newsroom's standards on sources ask of a document, as findings on its words."""

from collections.abc import Iterator, Mapping, Sequence

from newsroom.stories.found import Found
from newsroom.stories.passages import Block
from newsroom.wire.attribution.model import Attribution
from newsroom.wire.registry import Registry
from newsroom.wire.standards.levels import Levels
from newsroom.wire.standards.material import Breach, Material, Place
from newsroom.wire.standards.reading import breaches
from newsroom.wire.standards.table import PREFIX

KIND = "standard"
"""Of these findings, whichever standard asks."""


def sourcing(
    blocks: Sequence[Block],
    read: Sequence[Block],
    found: Sequence[Attribution],
    registry: Registry,
    levels: Levels,
    shares: Mapping[str, float],
) -> Iterator[Found]:
    """`read` are the blocks that the attributions number; `blocks` are all of the document."""
    single = {block.kind: block for block in blocks if block.kind in set(Place)}
    material = Material(
        [block.text for block in read],
        found,
        registry,
        _text(single, Place.DATELINE),
        _text(single, Place.CREDIT_LINE),
        next((block.text for block in blocks if block.kind == "byline"), ""),
        frozenset(number for number, block in enumerate(read) if block.kind == "heading"),
        shares,
    )
    for one in breaches(material, levels):
        block = read[one.passage] if one.place is Place.TEXT else single[one.place]
        yield _found(block, one, levels)


def _text(single: Mapping[str, Block], place: Place) -> str:
    return single[place].text if place in single else ""


def _found(block: Block, one: Breach, levels: Levels) -> Found:
    return Found(
        rule=f"{PREFIX}{one.rule}",
        start=block.begin(one.start),
        end=block.end(one.end),
        words=one.words,
        kind=KIND,
        severity=levels.severity(one.rule) or "note",
        place=block.kind,
        detail={"reason": one.evidence, "context": block.around(one.start, one.end)},
    )

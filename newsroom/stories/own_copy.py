"""Which words of a story the paper has run before: nobody is owed a credit, and readers have had it."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate

from newsroom.stories.found import Found
from newsroom.stories.passages import Block
from newsroom.stories.reuse import BETWEEN, READ, Piece
from newsroom.wire.reuse.model import Passage, Reuse

OWN = "own_copy"
"""The kind of a finding about such a passage; it never blocks."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Earlier:
    """A story of the paper that ran before."""

    id: int
    slug: str
    headline: str
    published_at: datetime


@dataclass(frozen=True)
class OwnArchive:
    """What finds passages in it, leaving out what an agency has and the story itself; and whose they are."""

    find: Callable[[str, Sequence[Span], str], Reuse]
    stories: Callable[[Collection[str]], Mapping[str, Earlier]]


def own_copy(
    blocks: Sequence[Block], of_agencies: Sequence[Piece], story_id: int, archive: OwnArchive
) -> Iterator[Found]:
    """Every passage that ran before and stands in no agency's copy, in document order."""
    read = [block for block in blocks if block.kind in READ]
    starts = [0, *accumulate(len(block.text) + len(BETWEEN) for block in read)]
    begins = dict(zip(map(id, read), starts, strict=False))
    taken = [
        (begins[id(one.block)] + one.start, begins[id(one.block)] + one.end) for one in of_agencies
    ]
    found = archive.find(BETWEEN.join(block.text for block in read), taken, str(story_id))
    stories = archive.stories({one.item for one in found.passages})
    for passage in found.passages:
        number = max(n for n, start in enumerate(starts[:-1]) if start <= passage.start)
        earlier = stories.get(passage.item)
        if earlier is not None:
            yield from _found(read[number], starts[number], passage, earlier)


def _found(block: Block, at: int, passage: Passage, earlier: Earlier) -> Iterator[Found]:
    start, end = passage.start - at, min(passage.end - at, len(block.text))
    if start < end:
        yield Found(
            rule=f"{OWN}:{earlier.id}",
            start=block.begin(start),
            end=block.end(end),
            words=block.text[start:end],
            kind=OWN,
            severity="note",
            place=block.kind,
            detail={
                "story": earlier.id,
                "slug": earlier.slug,
                "headline": earlier.headline,
                "published": earlier.published_at.isoformat(),
                "count": passage.words,
            },
        )

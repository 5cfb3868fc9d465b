"""One item held against a section of a story, paragraph by paragraph, whole."""

from collections.abc import Iterator, Sequence

from newsroom.wire.reuse.chains import chains_of
from newsroom.wire.reuse.matching import pairs_of
from newsroom.wire.reuse.parameters import BESIDE_ANOTHER, LONGEST_ALIGNED
from newsroom.wire.reuse.proof import Match, match_of, proved
from newsroom.wire.reuse.runs import runs_of
from newsroom.wire.reuse.section import Section
from newsroom.wire.reuse.trimming import trimmed
from newsroom.wire.reuse.words import Words


def align(section: Section, item: int, paragraphs: Sequence[Words]) -> Iterator[Match]:
    """What of the section stands in the item's paragraphs; `item` is passed on."""
    read = 0
    for number, paragraph in enumerate(paragraphs):
        read += len(paragraph)
        if read > LONGEST_ALIGNED:
            break
        yield from proved(list(_matches(section, item, number, paragraph)))


def _matches(section: Section, item: int, number: int, paragraph: Words) -> Iterator[Match]:
    for chain in chains_of(runs_of(section, paragraph)):
        pairs = trimmed(pairs_of(chain, section, paragraph), section)
        if len(pairs) < BESIDE_ANOTHER.words:
            continue
        yield match_of(item, number, pairs, section)

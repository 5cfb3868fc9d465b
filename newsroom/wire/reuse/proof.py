"""Which matched words are reuse: enough of them, and enough that are no phrase of the trade."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.wire.reuse.matching import Pair
from newsroom.wire.reuse.parameters import ALONE, BESIDE_ANOTHER, NEAR, Proof
from newsroom.wire.reuse.section import Section
from newsroom.wire.reuse.telling import tell
from newsroom.wire.reuse.words import is_unspaced

_OF_A_WORD = 0.5
"""What one character of a script without blanks counts for."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a section that stand in one paragraph of one item."""

    item: int
    paragraph: int
    pairs: Sequence[Pair]
    words: int
    telling: int

    def part(self, pairs: Sequence[Pair], section: Section) -> "Match":
        return match_of(self.item, self.paragraph, pairs, section)


def match_of(item: int, paragraph: int, pairs: Sequence[Pair], section: Section) -> Match:
    told = tell(pairs, section)
    if not section.words.unspaced:
        return Match(item, paragraph, pairs, len(pairs), sum(told))
    weights = [_OF_A_WORD if is_unspaced(section.words.folded[at]) else 1 for at, _ in pairs]
    telling = sum(weight for weight, tells in zip(weights, told, strict=True) if tells)
    return Match(item, paragraph, pairs, int(sum(weights)), int(telling))


def proves(match: Match, proof: Proof) -> bool:
    return (
        match.words >= proof.words
        and match.telling >= proof.telling
        and len(match.pairs) >= proof.density * (match.pairs[-1][0] - match.pairs[0][0] + 1)
    )


def proved(matches: Sequence[Match]) -> list[Match]:
    """Of one paragraph of copy: what stands by itself, and near it what would be too little."""
    alone = [match for match in matches if any(proves(match, proof) for proof in ALONE)]
    return [
        match
        for match in matches
        if match in alone
        or (proves(match, BESIDE_ANOTHER) and any(_apart(match, other) <= NEAR for other in alone))
    ]


def _apart(one: Match, other: Match) -> int:
    """Words of the story between the two."""
    return max(one.pairs[0][0] - other.pairs[-1][0], other.pairs[0][0] - one.pairs[-1][0]) - 1

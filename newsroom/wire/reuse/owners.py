"""Whose a word of the story is where several items have it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from newsroom.wire.reuse.parameters import BESIDE_ANOTHER
from newsroom.wire.reuse.proof import Match, proves
from newsroom.wire.reuse.section import Section


def owned(matches: Sequence[Match], families: Sequence[str], section: Section) -> list[Match]:
    """The matches cut to what each owns, in order and apart.

    The longest evidence has a word, then the family that has most of the section, then the item
    that comes first: `families` are those of the items, the earliest first, each with its newest
    version in front.
    """
    most = {key: len(has) for key, has in places_by_family(matches, families).items()}
    order = sorted(
        matches, key=lambda m: (-m.telling, -m.words, -most[families[m.item]], m.item, m.pairs[0])
    )
    owner: list[int] = [-1] * len(section.words)
    for number, match in enumerate(order):
        for at in range(match.pairs[0][0], match.pairs[-1][0] + 1):
            if owner[at] < 0:
                owner[at] = number
    return list(_cut(owner, order, section))


def places_by_family(matches: Sequence[Match], families: Sequence[str]) -> dict[str, set[int]]:
    """The words of the section that each family has."""
    places: dict[str, set[int]] = defaultdict(set)
    for match in matches:
        places[families[match.item]].update(at for at, _ in match.pairs)
    return dict(places)


def _cut(owner: Sequence[int], order: Sequence[Match], section: Section) -> Iterator[Match]:
    for number, places in groupby(range(len(owner)), key=owner.__getitem__):
        if number < 0:
            continue
        kept = set(places)
        match = order[number]
        pairs = [pair for pair in match.pairs if pair[0] in kept]
        if len(pairs) == len(match.pairs):
            yield match
        elif pairs and proves(rest := match.part(pairs, section), BESIDE_ANOTHER):
            yield rest

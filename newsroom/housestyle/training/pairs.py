"""Pairs to learn from: spellings of one name, and its nearest neighbours that are other names."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.housestyle.shelf import Shelf
from newsroom.housestyle.training.groups import Group

MOST_OF_A_SOURCE = 3000
MOST_PAIRS = 8
ASKED_OF_A_GROUP = 4
NEAREST = 4
STRANGERS = 4000
WEIGHT_OF_NEIGHBOUR = 0.5
WEIGHT_OF_STRANGER = 0.6


@dataclass(frozen=True, slots=True)
class Pair:
    first: str
    second: str
    is_one_name: bool
    weight: float


def pairs(groups: Sequence[Group], strangers: Sequence[str]) -> Iterator[Pair]:
    """`strangers` are English words and names from elsewhere, which are never meant."""
    dice = random.Random(5)  # noqa: S311  the same pairs each time, so that weights can be compared
    by_source: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        by_source[group.source].append(group)
    for source in sorted(by_source):
        some = by_source[source]
        dice.shuffle(some)
        yield from _of_source(some[:MOST_OF_A_SOURCE], strangers, dice)


def _of_source(
    groups: Sequence[Group], strangers: Sequence[str], dice: random.Random
) -> Iterator[Pair]:
    shelf = Shelf([group.words[0] for group in groups])
    for group in groups:
        yield from _of_one_name(group, dice)
        for asked in group.words[:ASKED_OF_A_GROUP]:
            for number in shelf.nearest(asked, NEAREST):
                if set(group.words).isdisjoint(groups[number].words):
                    yield Pair(asked, shelf.words[number], False, WEIGHT_OF_NEIGHBOUR)
    for asked in dice.sample(strangers, min(STRANGERS, len(strangers))):
        for number in shelf.nearest(asked, NEAREST):
            if asked not in groups[number].words:
                yield Pair(asked, shelf.words[number], False, WEIGHT_OF_STRANGER)


def _of_one_name(group: Group, dice: random.Random) -> Iterator[Pair]:
    both = [(a, b) for a in group.words for b in group.words if a != b]
    dice.shuffle(both)
    for first, second in both[:MOST_PAIRS]:
        yield Pair(first, second, True, 1 / min(MOST_PAIRS, len(both)))

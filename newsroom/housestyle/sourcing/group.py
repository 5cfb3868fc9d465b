"""Spellings of one name that a source lists together, and which of them an English desk meets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from newsroom.housestyle.alignment import closeness
from newsroom.housestyle.folding import fold, letters
from newsroom.housestyle.sounds import skeletons

MOST_SPELLINGS = 24
_SHORTEST = 4
_NAME = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’‘ʼʻʿʾ.\- ]*")


@dataclass(frozen=True)
class Group:
    """The first spelling is the commonest, as far as the source knows."""

    source: str
    lang: str
    spellings: tuple[str, ...]
    native: frozenset[str] = frozenset()


def is_latin(spelling: str) -> bool:
    return _NAME.fullmatch(spelling) is not None and not spelling.isupper()


def each_once(spellings: Iterable[str]) -> tuple[str, ...]:
    by_letters: dict[str, str] = {}
    for spelling in spellings:
        by_letters.setdefault(letters(spelling), spelling)
    return tuple(by_letters.values())


def grouped(source: str, lang: str, best: str, others: Iterable[str], least: float) -> Group | None:
    """A group of those that sound at least so much like the best one; none where only it is left."""
    near = [other for other in others if is_latin(other) and alike(other, best) >= least]
    spellings = each_once([best, *near])[:MOST_SPELLINGS]
    if len(spellings) == 1 or len(fold(best)) < _SHORTEST:
        return None
    return Group(source, lang, spellings)


def alike(first: str, second: str) -> float:
    a, b = fold(first).replace(" ", ""), fold(second).replace(" ", "")
    return closeness(a, b)


def sounds_same(first: str, second: str) -> bool:
    """Whether two spellings have the same consonants in the same number of words."""
    a, b = fold(first).split(), fold(second).split()
    return len(a) == len(b) and all(
        not set(skeletons(x)).isdisjoint(skeletons(y)) for x, y in zip(a, b, strict=True)
    )

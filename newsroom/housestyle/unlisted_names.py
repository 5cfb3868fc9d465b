"""Capitalised words of a story that no entry lists, paired where they sound like one name."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsroom.housestyle.alignment import closeness
from newsroom.housestyle.candidates import Candidate
from newsroom.housestyle.casing import is_all_capitals, starts_sentence
from newsroom.housestyle.folding import letters
from newsroom.housestyle.shadow import Shadow
from newsroom.housestyle.sounds import skeletons
from newsroom.housestyle.spans import touches

SHORTEST = 6
LONGEST = 30
ENOUGH = 0.9
"""How close two words must sound to be asked about as one name."""
MOST_OF_ONE_SOUND = 12
"""Names of one sound that a word is held against: a story has no more, a hostile text may."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
# A name and what is made of it end otherwise: Iraq and Iraqi, Minister and Ministry.
_ENDINGS = {"i": "i", "y": "i", "a": "a", "n": "n"}


class Capitalised(NamedTuple):
    """A word of the text with its folded letters; offsets are code points of its passage."""

    words: str
    folded: str
    start: int
    end: int
    # Not only because a sentence begins there, or because everything is in capitals.
    is_name: bool
    # Written small: an ordinary word, whatever stands at the start of a sentence.
    is_ordinary: bool


def capitalised(shadow: Shadow, listed: Sequence[Candidate]) -> Iterator[Capitalised]:
    """Find the longer words outside what the lexicon recognised, small ones too: they are proof."""
    taken = [(one.start, one.end) for one in listed]
    for match in _WORD.finditer(shadow.folded):
        folded = match.group().removesuffix("'s")
        if not SHORTEST <= len(folded) <= LONGEST:
            continue
        start, end = shadow.span(match.start(), match.start() + len(folded))
        words = shadow.text[start:end]
        if touches(taken, start, end):
            continue
        small = words[0].islower()
        alone = small or is_all_capitals(words) or starts_sentence(shadow.text, start)
        yield Capitalised(words, folded, start, end, not alone, small)


def same_names(found: Sequence[Capitalised]) -> list[list[str]]:
    """The uses of each name, as written; those that only begin sentences are not paired."""
    ordinary = {one.folded for one in found if one.is_ordinary}
    folded = {one.folded for one in found}
    uses: dict[str, list[Capitalised]] = defaultdict(list)
    for one in found:
        singular = _singular(one, folded)
        if singular.folded not in ordinary and one.folded not in ordinary:
            uses[singular.folded].append(singular)
    names = [[use for word in group for use in uses[word]] for group in _alike(list(uses))]
    return [[use.words for use in name] for name in names if _is_name(name)]


def is_one_name(first: str, second: str) -> bool:
    """Whether two folded words may be spellings of one name: the only place where it is decided."""
    return _ending(first) == _ending(second) and closeness(first, second) >= ENOUGH


def _alike(words: Sequence[str]) -> Iterator[list[str]]:
    """Group the words in order of appearance, each with the first it sounds like."""
    groups: dict[str, list[str]] = {}
    by_sound: dict[str, list[str]] = defaultdict(list)
    for word in words:
        sounds = skeletons(word)
        heard = (first for sound in sounds for first in by_sound[sound][:MOST_OF_ONE_SOUND])
        first = next((one for one in heard if is_one_name(one, word)), None)
        if first is None:
            groups[word] = [word]
            for sound in sounds:
                by_sound[sound].append(word)
        else:
            groups[first].append(word)
    yield from groups.values()


def _is_name(uses: Sequence[Capitalised]) -> bool:
    return any(use.is_name for use in uses) and len({letters(use.words) for use in uses}) > 1


def _singular(one: Capitalised, folded: set[str]) -> Capitalised:
    if one.folded.endswith("s") and one.folded[:-1] in folded:
        return one._replace(words=one.words[:-1], folded=one.folded[:-1])
    return one


def _ending(word: str) -> str:
    return _ENDINGS.get(word.rstrip("h")[-1:], "")

"""Dictionary words and names that a check never asks about, though they may be spellings of a name."""

from collections.abc import Iterable, Iterator
from itertools import chain

from newsroom.housestyle.folding import fold
from newsroom.housestyle.guards import Guards
from newsroom.housestyle.pair_score import likeness
from newsroom.housestyle.sounds import skeletons

NEAR = 0.7
"""How likely such a word must be a spelling of the name to be offered."""
MOST = 8
_MOST_LONGER = 3
_SHORTEST = 4


def near_words(forms: Iterable[str], guards: Guards) -> list[str]:
    """The likeliest first. Some seconds of work: all of the lists is looked through."""
    names = {fold(form) for form in forms}
    asked = [name for name in names if " " not in name and len(name) >= _SHORTEST]
    found = {
        word: max(likeness(word, name) for name in asked)
        for word in _sounding(asked, chain(guards.english, guards.other_names))
        if word not in names
    }
    near = [word for word, alike in found.items() if alike >= NEAR]
    return sorted(near, key=lambda word: (-found[word], word))[:MOST]


def _sounding(names: Iterable[str], words: Iterable[str]) -> Iterator[str]:
    """Words with the consonants of one of the names; the score is asked only about these."""
    sounds = [(len(name), set(skeletons(name))) for name in names]
    for word in words:
        near = [
            sound
            for length, sound in sounds
            if abs(len(word) - length) <= _MOST_LONGER and word[:1].isalpha()
        ]
        if near and not set().union(*near).isdisjoint(skeletons(word)):
            yield word

"""Spellings that no entry lists but that sound like one of them: asked about, never just changed.

The bounds are strict, for each wrong question costs an editor's trust: a short name sounds like
too many others to be asked about at all.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import product

from newsroom.housestyle.folding import fold
from newsroom.housestyle.sounds import likeness, skeletons

SHORTEST = 6
"""Letters of a name of one word, in the text and in the lexicon alike."""
SHORTEST_WITH_ARTICLE = 5
SHORTEST_COMMON_NOUN = 7
LONGEST_WORD = 30
MOST_WORDS = 4
MOST_REMEMBERED = 200_000
"""Words of texts that sound like nothing listed: some megabytes a process, no more."""

ENOUGH = 0.945
"""How alike a word and a listed one must sound, as `sounds.likeness` measures."""
ENOUGH_IF_SHORT = 0.95
ENOUGH_TOGETHER = 0.93
"""The same for the words of a phrase, on average; and for each of them:"""
ENOUGH_WITHIN_PHRASE = 0.88
MARGIN = 0.02
"""By how much the best entry must be ahead of the next; else nothing is said."""

# What links the parts of a name is written in as many ways as the article.
_LINKS = {"ibn": "bin", "ben": "bin", "el": "al", "ul": "al", "bet": "beit", "beth": "beit"}
_LONGEST_LINK = 3
# After `_linked`: what says nothing about which name it is.
_ARTICLES = frozenset(["al", "abu", "bin"])
Words = tuple[str, ...]


class SoundIndex:
    """The listed forms by their sound; a form is known by its number in the list given."""

    def __init__(self, forms: Iterable[tuple[str, int]]) -> None:
        """Take (form, entry): of two entries that sound alike neither is proposed."""
        self._by_sound: dict[Words, list[tuple[Words, int, int]]] = defaultdict(list)
        self._first_of_phrase: set[str] = set()
        self._silent: set[str] = set()
        self.most_words = 0
        for number, (text, entry) in enumerate(forms):
            words = tuple(_linked(word) for word in fold(text).split())
            if not _is_comparable(words, text):
                continue
            self.most_words = max(self.most_words, len(words))
            if len(words) > 1:
                self._first_of_phrase.update(skeletons(words[0]))
            for sound in product(*(skeletons(word) for word in words)):
                self._by_sound[sound].append((words, number, entry))

    def is_silent(self, word: str) -> bool:
        """Whether no spelling begins with this folded word; remembered, for most words are so."""
        if word in self._silent:
            return True
        is_one = len(word) >= SHORTEST and self.nearest((word,)) is not None
        silent = not is_one and not self.may_begin_phrase(word)
        if silent and len(self._silent) < MOST_REMEMBERED:
            self._silent.add(word)
        return silent

    def may_begin_phrase(self, word: str) -> bool:
        return not self._first_of_phrase.isdisjoint(skeletons(_linked(word)))

    def nearest(self, written: Words) -> int | None:
        """Return the number of the form these folded words are a spelling of, or none."""
        words = tuple(_linked(word) for word in written)
        best: dict[int, tuple[float, int]] = {}
        for sound in product(*(skeletons(word) for word in words)):
            for listed, number, entry in self._by_sound.get(sound, ()):
                alike = _alike(words, listed)
                if alike > best.get(entry, (0.0, 0))[0]:
                    best[entry] = (alike, number)
        ranked = sorted(best.values(), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
            return None
        return ranked[0][1]


def is_proper(text: str) -> bool:
    return any(character.isupper() for character in text)


def _is_comparable(words: Words, text: str) -> bool:
    if not words or len(words) > MOST_WORDS or max(map(len, words)) > LONGEST_WORD:
        return False
    if len(words) > 1:
        return any(len(word) > _LONGEST_LINK for word in words)
    return _length(words[0]) >= (SHORTEST if is_proper(text) else SHORTEST_COMMON_NOUN)


def _alike(words: Words, listed: Words) -> float:
    """0.0 unless every word is near enough to its counterpart."""
    pairs = list(zip(words, listed, strict=True))
    telling = [(a, b) for a, b in pairs if a not in _ARTICLES]
    each = [_word_alike(a, b) for a, b in telling]
    if not each or any(a != b for a, b in pairs if a in _ARTICLES):
        return 0.0
    if len(each) > 1:
        mean = sum(each) / len(each)
        return mean if min(each) >= ENOUGH_WITHIN_PHRASE and mean >= ENOUGH_TOGETHER else 0.0
    shorter = min(_length(word) for word in telling[0])
    if shorter < (SHORTEST if len(pairs) == 1 else SHORTEST_WITH_ARTICLE):
        return 0.0
    return each[0] if each[0] >= (ENOUGH_IF_SHORT if shorter <= SHORTEST else ENOUGH) else 0.0


def _word_alike(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if min(len(a), len(b)) <= _LONGEST_LINK or _ending(a) != _ending(b):
        return 0.0
    return likeness(a, b)


def _ending(word: str) -> str:
    """What makes another word of a name though its consonants stay: Iraqi is not Iraq."""
    last = word.rstrip("h")[-1:]
    return {"i": "i", "y": "i", "a": "a"}.get(last, "")


def _linked(word: str) -> str:
    return _LINKS.get(word, word)


def _length(word: str) -> int:
    return len(word.replace("'", ""))

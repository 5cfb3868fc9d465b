"""Spellings that no entry lists but that sound like one of them: asked about, never just changed.

The listed forms stand in a tree, word by word. A text is held against it from each of its words
on: a branch is taken for a word that is the same, or that is on the short list of those near it.
"""

from collections.abc import Iterable, Iterator, Sequence

from newsroom.housestyle.enough import (
    IF_A_NAME,
    MARGIN,
    SHORTEST,
    enough,
    is_derived,
    keeps_sound,
    may_stand_for,
)
from newsroom.housestyle.folding import fold, letters
from newsroom.housestyle.guards import NO_GUARDS, Guards
from newsroom.housestyle.links import ARTICLE, ASSIMILATED, is_link, linked
from newsroom.housestyle.pair_score import likeness
from newsroom.housestyle.shelf import Shelf

SHORTEST_WORD, LONGEST_WORD = 3, 30
MOST_WORDS = 5
MOST_NEAR = 12
MOST_BRANCHES = 24
MOST_REMEMBERED = 50_000
"""Words of texts and what is near them: some megabytes a lexicon, no more."""
SHORTEST_WITH_LINK = 5
SHORTEST_COMMON_NOUN = 6
_UNDECIDED = -1

Words = tuple[str, ...]


class _Branch:
    """The forms that begin with the same words."""

    __slots__ = ("_shelf", "ends", "followers", "words")

    def __init__(self, words: Words = ()) -> None:
        self.words = words
        self.followers: dict[str, _Branch] = {}
        self.ends: list[tuple[int, int]] = []
        """(form, entry) of each that ends here."""
        self._shelf: Shelf | None = None

    def add(self, words: Words, number: int, entry: int) -> None:
        branch = self
        for word in words:
            if word not in branch.followers:
                branch.followers[word] = _Branch((*branch.words, word))
            branch = branch.followers[word]
        branch.ends.append((number, entry))

    def near(self, word: str) -> list["_Branch"]:
        """Where the next word leads that this one may be a spelling of, the nearest first."""
        if self._shelf is None:
            self._shelf = Shelf([w for w in self.followers if _is_comparable(w)])
        found = self._shelf.nearest(word, MOST_NEAR)
        return [self.followers[self._shelf.words[number]] for number in found]


class SoundIndex:
    """The listed forms by their sound; a form is known by its number in the list given."""

    def __init__(self, forms: Iterable[tuple[str, int]], guards: Guards = NO_GUARDS) -> None:
        """Take (form, entry): of two entries that sound alike neither is proposed."""
        self._root = _Branch()
        self._guards = guards
        self._own: set[str] = set()
        self._steps: dict[tuple[_Branch, str], tuple[_Branch, ...]] = {}
        self._decided: dict[Words, int | None] = {}
        self.most_words = 1
        for number, (text, entry) in enumerate(forms):
            words = tuple(told(_articles_told(text)))
            if not _is_heard(words, text):
                continue
            self._own.update(words)
            self.most_words = max(self.most_words, len(words))
            self._root.add(words, number, entry)

    def heard(self, words: Iterable[str]) -> tuple[int, int] | None:
        """(how many of these words, the form they are a spelling of): the longest from the first on.

        No more of them are taken than the tree goes along with.
        """
        levels = list(self._levels(words))
        for count in range(len(levels), 0, -1):
            number = self._decision(levels[count - 1])
            if number is not None:
                return count, number
        return None

    def nearest(self, words: Words) -> int | None:
        """Return the number of the form all these words are a spelling of, or none."""
        found = self.heard(words)
        return found[1] if found and found[0] == len(words) else None

    def _levels(self, words: Iterable[str]) -> Iterator[tuple[Words, list[_Branch]]]:
        """How far the tree goes along: the words so far and the branches they lead to."""
        branches = [self._root]
        taken: Words = ()
        for word in told(words):
            branches = [following for one in branches for following in self._next(one, word)]
            if not branches:
                return
            del branches[MOST_BRANCHES:]
            taken = (*taken, word)
            yield taken, branches

    def _decision(self, level: tuple[Words, list[_Branch]]) -> int | None:
        words, branches = level
        if not any(branch.ends for branch in branches):
            return None
        number = self._decided.get(words, _UNDECIDED)
        if number == _UNDECIDED:
            if len(self._decided) >= MOST_REMEMBERED:
                self._decided.clear()
            number = self._decided[words] = self._decide(words, branches)
        return number

    def _next(self, branch: _Branch, word: str) -> tuple[_Branch, ...]:
        known = self._steps.get((branch, word))
        if known is None:
            if len(self._steps) >= MOST_REMEMBERED:
                self._steps.clear()
            known = self._steps[branch, word] = tuple(self._look_up(branch, word))
        return known

    def _look_up(self, branch: _Branch, word: str) -> Iterator[_Branch]:
        """The same word, and what a word is near to unless it is an English one."""
        if word in branch.followers:
            yield branch.followers[word]
        if branch.followers and _is_comparable(word) and word not in self._guards.english:
            yield from branch.near(word)

    def _decide(self, words: Words, branches: Sequence[_Branch]) -> int | None:
        best: dict[int, tuple[float, int]] = {}
        for branch in branches:
            alike = self._alike(words, branch.words) if branch.ends else 0.0
            for number, entry in branch.ends:
                if alike > best.get(entry, (0.0, 0))[0]:
                    best[entry] = (alike, number)
        ranked = sorted(best.values(), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
            return None
        return ranked[0][1]

    def _alike(self, words: Words, form: Words) -> float:
        """0.0 unless it is enough to ask."""
        pairs = list(zip(words, form, strict=True))
        telling = [(a, b) for a, b in pairs if not is_link(b)]
        if len(pairs) == 1 and self._is_guarded(words[0]):
            return 0.0
        if len(telling) == 1:
            shortest = SHORTEST if len(pairs) == 1 else SHORTEST_WITH_LINK
            if min(map(len, telling[0])) < shortest or not self._may_be(*telling[0]):
                return 0.0
        elif not telling or not all(self._may_be_within(a, b) for a, b in pairs if a != b):
            return 0.0
        word, listed = ("".join(side) for side in zip(*telling, strict=True))
        if word == listed:
            return 1.0
        alike = likeness(word, listed)
        if alike < enough(listed) or not keeps_sound(word, listed):
            return 0.0
        return alike

    def _is_guarded(self, word: str) -> bool:
        """Whatever it resembles; "bath" is no party, though one is listed with its apostrophe."""
        return word in self._guards.english or word in self._guards.other_names

    def _may_be(self, word: str, listed: str) -> bool:
        if word == listed:
            return True
        if is_derived(word, listed) or word in self._guards.other_names:
            return False
        return word not in self._guards.near_names or likeness(word, listed) >= IF_A_NAME

    def _may_be_within(self, word: str, listed: str) -> bool:
        is_another = word not in self._own and word in self._guards.other_names
        return may_stand_for(word, listed, is_another_name=is_another)


def is_proper(text: str) -> bool:
    return any(character.isupper() for character in text)


def told(folded: Iterable[str]) -> Iterator[str]:
    """Words as the tree has them: links all alike, and no apostrophes."""
    return (linked(word.replace("'", "")) for word in folded)


def _articles_told(text: str) -> Iterator[str]:
    """The folded words of a form; the article is one only where a hyphen joins it to the name."""
    for joined in letters(text).split():
        *before, last = joined.split("-")
        for part in before:
            yield ARTICLE if part in ASSIMILATED else fold(part)
        yield fold(last)


def _is_comparable(word: str) -> bool:
    return SHORTEST_WORD <= len(word) <= LONGEST_WORD and not is_link(word)


def _is_heard(words: Words, text: str) -> bool:
    if not words or len(words) > MOST_WORDS or max(map(len, words)) > LONGEST_WORD:
        return False
    if any(not word for word in words):
        return False
    if len(words) > 1:
        return any(_is_comparable(word) for word in words)
    return len(words[0]) >= (SHORTEST if is_proper(text) else SHORTEST_COMMON_NOUN)

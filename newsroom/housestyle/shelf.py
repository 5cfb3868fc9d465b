"""Words on a shelf by their sound, so that the few nearest to another word are soon found."""

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from newsroom.housestyle.sounds import neighbours

LEAST_ALIKE = 0.34
"""In letters; two spellings of one name are hardly ever farther apart."""


class Shelf:
    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._by_sound: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(words):
            for sound in neighbours(word):
                self._by_sound[sound].append(number)

    def nearest(self, word: str, most: int) -> list[int]:
        """The numbers of the words most like it in letters, of those that sound alike; not its own."""
        # In order, for equally near words shall come out alike each time.
        found = sorted({n for sound in neighbours(word) for n in self._by_sound.get(sound, ())})
        near = process.extract(
            word,
            {number: self.words[number] for number in found if self.words[number] != word},
            scorer=DamerauLevenshtein.normalized_similarity,
            score_cutoff=LEAST_ALIKE,
            limit=most,
        )
        return [number for _, _, number in near]

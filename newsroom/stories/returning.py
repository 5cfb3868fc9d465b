"""Words that were taken out and come back: they stay whose they were, whoever puts them there."""

from collections import deque
from collections.abc import Sequence

COMMON = 4
"""What has fewer letters is typed anew by chance."""
TELLING = 20
"""From so many letters on, words are known again inside others."""
KEPT = 60
"""Deletions looked at, the last ones: who moves words, undoes or restores does so soon."""


class TakenOut:
    """The last deletions of a story, each as its letters and who wrote them."""

    def __init__(self) -> None:
        self._kept: deque[tuple[str, Sequence[int]]] = deque(maxlen=KEPT)

    def take(self, characters: Sequence[str], owners: Sequence[int]) -> None:
        """By position what stood there, empty where that was no text, and whose it was."""
        places = _letters(characters)
        if len(places) >= COMMON:
            text = "".join(characters[at] for at in places)
            self._kept.append((text, [owners[at] for at in places]))

    def give_back(self, characters: Sequence[str], owners: list[int]) -> None:
        """Set the owners of what is put in to those who wrote it; the rest stays as it is."""
        places = _letters(characters)
        text = "".join(characters[at] for at in places)
        for gone, writers in reversed(self._kept):
            found = _met(text, gone)
            if found is None:
                continue
            begin, at, count = found
            for number in range(count):
                place = places[begin + number]
                # Up to the letter before: a space belongs to the word that it follows.
                last = places[begin + number - 1] if number else place
                owners[last + 1 : place] = [writers[at + max(0, number - 1)]] * (place - last - 1)
                owners[place] = writers[at + number]
            return


def _met(text: str, gone: str) -> tuple[int, int, int] | None:
    """Where the two have the same letters, in each, and how many."""
    if text == gone:
        return (0, 0, len(text)) if len(text) >= COMMON else None
    if len(text) >= TELLING and text in gone:
        return 0, gone.index(text), len(text)
    if len(gone) >= TELLING and gone in text:
        return text.index(gone), 0, len(gone)
    return None


def _letters(characters: Sequence[str]) -> list[int]:
    """Without spaces: what takes words in makes its own."""
    return [at for at, one in enumerate(characters) if one and not one.isspace()]

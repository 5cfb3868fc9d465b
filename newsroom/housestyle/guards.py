"""Words that are no misspelt name, however like one they look: English ones and other names."""

import gzip
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

DATA = Path(__file__).with_name("data")
"""Written by `python -m newsroom.housestyle.training`."""


class WordList:
    """Sorted lines searched as they are: a set of as many words would be ten times as large."""

    def __init__(self, lines: str) -> None:
        self._lines = lines
        lengths = (len(line) + 1 for line in lines.split("\n")[:-1])
        self._starts = array("I", accumulate(lengths, initial=0))

    def __contains__(self, word: str) -> bool:
        found = bisect_left(self._starts, word, key=self._at)
        return found < len(self._starts) and self._at(self._starts[found]) == word

    def __iter__(self) -> Iterator[str]:
        return map(self._at, self._starts)

    def _at(self, start: int) -> str:
        end = self._lines.find("\n", start)
        return self._lines[start:] if end < 0 else self._lines[start:end]


@dataclass(frozen=True, slots=True)
class Guards:
    english: WordList
    other_names: WordList
    near_names: WordList
    """Names of the lexicon's own languages: perhaps another name, perhaps a spelling of one."""


NO_GUARDS = Guards(WordList(""), WordList(""), WordList(""))


@cache
def packaged_guards() -> Guards:
    return Guards(*map(_read, ("english_words", "other_names", "near_names")))


def _read(name: str) -> WordList:
    packed = DATA.joinpath(f"{name}.txt.gz").read_bytes()
    return WordList(gzip.decompress(packed).decode("ascii").rstrip("\n"))

"""Other spellings to offer an editor for a name, from packaged groups, each with its source."""

import gzip
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from newsroom.housestyle.alignment import closeness
from newsroom.housestyle.folding import fold, letters

GROUPS = Path(__file__).with_name("data") / "groups.txt.gz"
BAR = "|"
MOST_OFFERS = 30
MOST_WORDS = 5
# Hand-made groups know best; in the others a spelling or two may be another name.
_TRUST = {"house": 0, "wordnet": 0, "hebcal": 0, "arabic-names": 1, "geonames": 1, "rigour": 2}
_OF_WORDS_IN_NAMES = frozenset(["arabic-names", "rigour"])


@dataclass(frozen=True, slots=True)
class Offer:
    text: str
    source: str
    """The key of a source, as in `starter.starter_sources`."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Two texts line by line alike, searched as they are: an index would be ten times as large."""

    lines: tuple[str, ...]
    folded: str
    starts: tuple[int, ...]

    def holding(self, spelling: str) -> Iterator[str]:
        wanted = f"{BAR}{fold(spelling)}{BAR}"
        found = self.folded.find(wanted)
        while found >= 0:
            line = bisect_right(self.starts, found) - 1
            yield self.lines[line]
            following = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.folded)
            found = self.folded.find(wanted, following)


def offered(spelling: str) -> list[Offer]:
    """The best first, none of them the spelling itself; nothing for a name no group holds."""
    if not fold(spelling).strip(BAR) or BAR in spelling:
        return []
    offers = [*_whole(spelling), *_word_by_word(spelling)]
    own = letters(spelling)
    by_letters: dict[str, Offer] = {}
    for offer in offers:
        if letters(offer.text) != own:
            by_letters.setdefault(letters(offer.text), offer)
    return list(by_letters.values())[:MOST_OFFERS]


def _whole(spelling: str) -> list[Offer]:
    folded = fold(spelling)

    def rank(offer: Offer) -> tuple[int, float]:
        return _TRUST.get(offer.source, 2), -closeness(folded, fold(offer.text))

    return sorted(_offers_of(spelling), key=rank)


def _offers_of(spelling: str) -> Iterator[Offer]:
    for line in _groups().holding(spelling):
        source, *texts = line.split(BAR)
        yield from (Offer(text, source) for text in texts)


def _word_by_word(spelling: str) -> list[Offer]:
    """A full name is rarely listed, but each of its names may be: one is changed at a time."""
    words = spelling.split()
    if not 1 < len(words) <= MOST_WORDS:
        return []
    columns = [list(_names(words, index)) for index in range(len(words))]
    longest = max(map(len, columns))
    return [column[row] for row in range(longest) for column in columns if row < len(column)]


def _names(words: list[str], index: int) -> Iterator[Offer]:
    for offer in _whole(words[index]):
        if offer.source in _OF_WORDS_IN_NAMES and letters(offer.text) != letters(words[index]):
            yield Offer(" ".join([*words[:index], offer.text, *words[index + 1 :]]), offer.source)


@lru_cache(maxsize=1)
def _groups() -> Groups:
    lines = tuple(gzip.decompress(GROUPS.read_bytes()).decode().splitlines())
    folded = [_folded(line) for line in lines]
    starts = (0, *accumulate(len(line) + 1 for line in folded[:-1]))
    return Groups(lines, "\n".join(folded), starts)


def _folded(line: str) -> str:
    """Apart from the source every spelling stands between two bars."""
    _, *texts = line.split(BAR)
    return BAR + BAR.join(map(fold, texts)) + BAR

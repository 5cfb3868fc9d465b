"""A text as words that can be compared, and where each stands in it."""

import re
from dataclasses import dataclass

from newsroom.wire.reuse.folding import APOSTROPHES, fold
from newsroom.wire.reuse.spellings import JOINED

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
)
"""Scripts that set no blanks: a character of theirs is a word by itself."""
_MARKS = (
    "\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2"
    "\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f"
    "\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03"
    "\u0b3c-\u0b4d\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d\u0c81-\u0c83\u0cbc-\u0ccd"
    "\u0d00-\u0d03\u0d3b-\u0d4d"
)
"""Signs that belong to the letter before them and are none themselves."""
_WORD = re.compile(
    rf"""
      [A-Za-z](?:\.[A-Za-z])+\b                        # U.S.
    | \d+(?:[.,]\d+)+                                  # 1,000 and 7.5
    | (?:[^\W_{_UNSPACED}]|[{_MARKS}])+(?:[{APOSTROPHES}](?:[^\W_{_UNSPACED}]|[{_MARKS}])+)*
    | [{_UNSPACED}] | [%&]
    """,
    re.VERBOSE,
)
_UNSPACED_CHARACTER = re.compile(f"[{_UNSPACED}]")


@dataclass(frozen=True, slots=True)
class Words:
    """`folded[n]` stands at [starts[n], ends[n]) of the text, in code points."""

    folded: list[str]
    starts: list[int]
    ends: list[int]
    unspaced: bool
    """Whether there is any word that is one character of a script without blanks."""

    def __len__(self) -> int:
        return len(self.folded)


def words_of(text: str) -> Words:
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        word = fold(match.group())
        if not word:
            continue
        start, end = match.span()
        if folded and (joined := JOINED.get((folded[-1], word))):
            folded[-1], ends[-1] = joined, end
            continue
        folded.append(word)
        starts.append(start)
        ends.append(end)
    unspaced = not text.isascii() and _UNSPACED_CHARACTER.search(text) is not None
    return Words(folded, starts, ends, unspaced)


def is_unspaced(word: str) -> bool:
    return len(word) == 1 and _UNSPACED_CHARACTER.match(word) is not None

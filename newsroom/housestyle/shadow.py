"""The folded shadow of a text, and the way back from it to the text itself."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.housestyle.folding import FOLDS, fold_character, is_mark

_COMMON_SIGNS = tuple((sign, fold_character(sign)) for sign in "’‘“”–—…\u00a0")
_FEW = 12
_ASCII_FOLDS = "".join(map(fold_character, map(chr, range(128)))).encode("ascii") + bytes(128)
_BLANKS = re.compile(r"\s\s")


@dataclass(frozen=True, slots=True)
class Shadow:
    """All offsets are code points.

    The map back is kept in pieces: from the shadow offset `at[i]` on, each shadow character
    comes from the text character `origins[i]` and its followers, until the next piece.
    """

    text: str
    folded: str
    at: Sequence[int] = (0,)
    origins: Sequence[int] = (0,)

    @property
    def is_even(self) -> bool:
        """Whether every offset is the same in the text: nothing folded to none or to several."""
        return len(self.at) == 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty shadow span to the text; marks behind its last letter belong to it."""
        if self.is_even:
            return start, end
        first, last = self._origin(start), self._origin(end - 1) + 1
        while last < len(self.text) and is_mark(self.text[last]):
            last += 1
        return first, last

    def _origin(self, offset: int) -> int:
        piece = bisect_right(self.at, offset) - 1
        return self.origins[piece] + offset - self.at[piece]


def shadow_of(text: str) -> Shadow:
    """Cast the shadow in linear time; text whose characters all fold one to one needs no map."""
    plain, odd = (text, "") if text.isascii() else _in_plain_signs(text)
    if odd:
        return _mapped(text, _uneven(odd))
    folded = _folded_ascii(plain) if plain.isascii() else plain.translate(FOLDS)
    if "  " in folded and _BLANKS.search(text):
        return _mapped(text, _uneven(odd))
    return Shadow(text, folded)


def _in_plain_signs(text: str) -> tuple[str, str]:
    """Fold what is not ASCII, where that is little; else return the odd characters besides.

    Replacing one sign after another is far faster than translating each character, and most text
    that is not ASCII is so for a few signs only.
    """
    for sign, plain in _COMMON_SIGNS:
        text = text.replace(sign, plain)
    for _ in range(_FEW):
        if text.isascii():
            return text, ""
        sign = _first_strange(text)
        plain = FOLDS[ord(sign)]
        if len(plain) != 1 or not plain.isascii():
            break
        text = text.replace(sign, plain)
    return text, FOLDS.odd_of(set(text))


def _folded_ascii(text: str) -> str:
    return text.encode("ascii").translate(_ASCII_FOLDS).decode("ascii")


def _first_strange(text: str) -> str:
    """The first character that is not ASCII; no search of Python's is faster than its encoder."""
    try:
        text.encode("ascii")
    except UnicodeEncodeError as error:
        return text[error.start]
    return ""


def _mapped(text: str, uneven: re.Pattern[str]) -> Shadow:
    pieces: list[str] = []
    at, origins = [0], [0]
    length = done = 0
    for run in uneven.finditer(text):
        plain = text[done : run.start()].translate(FOLDS)
        pieces.append(plain)
        length += len(plain)
        for index, character in _one_blank_each(text, run.start(), run.end()):
            at.append(length)
            origins.append(index)
            pieces.append(character)
            length += 1
        done = run.end()
        at.append(length)
        origins.append(done)
    pieces.append(text[done:].translate(FOLDS))
    return Shadow(text, "".join(pieces), at, origins)


def _one_blank_each(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Fold a run into (text offset, shadow character); neighbouring blanks leave one."""
    folded: list[tuple[int, str]] = []
    after_blank = False
    for index in range(start, end):
        if text[index].isspace():
            if not after_blank:
                folded.append((index, " "))
            after_blank = True
        elif expansion := FOLDS[ord(text[index])]:
            folded += [(index, character) for character in expansion]
            after_blank = False
    return folded


def _uneven(odd: str) -> re.Pattern[str]:
    """Find the runs that do not fold one to one: odd characters, and two blanks or more."""
    if not odd:
        return re.compile(r"\s{2,}")
    signs = re.escape(odd)
    return re.compile(rf"[{signs}][\s{signs}]*|\s[\s{signs}]+")

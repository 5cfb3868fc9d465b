"""Where other people's words stand: quotations in any marks, across paragraphs."""

import re
from bisect import bisect_left
from collections.abc import Sequence

Span = tuple[int, int]

_CLOSERS = {"“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "‹": "›"}
_MAY_CARRY_ON = frozenset('“"«„')
_OPENER = re.compile(r"[“„‟«»‹\"]|(?<![^\W_])['‘](?=[^\W\d_])")
_SINGLE_CLOSER = re.compile(r"(?<=\S)['’](?![^\W_])")
_LONGEST_SINGLE = 2000
"""A single mark may be an apostrophe: without an end within so many characters it is one."""


def quoted_spans(passages: Sequence[str]) -> list[list[Span]]:
    """The quotations of each passage, marks included, in code points of the passage.

    A quotation of several paragraphs opens in each and closes in the last only.
    """
    spans: list[list[Span]] = []
    for number, passage in enumerate(passages):
        following = passages[number + 1].lstrip() if number + 1 < len(passages) else ""
        spans.append(_Marks(passage).spans(carries_on=following[:1] in _MAY_CARRY_ON))
    return spans


class _Marks:
    """The marks of one passage; what would be searched again for each opener is searched once."""

    def __init__(self, passage: str) -> None:
        self.passage = passage
        self.last = {mark: passage.rfind(mark) for mark in '”“»«›"'}
        self.single_closers = [m.start() for m in _SINGLE_CLOSER.finditer(passage)]

    def spans(self, *, carries_on: bool) -> list[Span]:
        spans: list[Span] = []
        position = 0
        while opener := _OPENER.search(self.passage, position):
            end = self._end(opener)
            if end is None and carries_on and opener.group() in _MAY_CARRY_ON:
                end = len(self.passage)
            if end is None:
                position = opener.end()
                continue
            spans.append((opener.start(), end))
            position = end
        return spans

    def _end(self, opener: re.Match[str]) -> int | None:
        mark, inside = opener.group(), opener.end()
        if mark in "'‘":
            return self._end_of_single(inside)
        if mark == '"':
            return self._end_of_straight(opener.start())
        ends = [
            self.passage.find(closer, inside)
            for closer in _CLOSERS[mark]
            if self.last[closer] >= inside
        ]
        return min(ends) + 1 if ends else None

    def _end_of_straight(self, start: int) -> int | None:
        """The next mark; but 6" is a measure and צה"ל an abbreviation."""
        if self._inside_a_word(start) or self.passage[start - 1 : start].isdigit():
            return None
        at = self.passage.find('"', start + 1)
        while at >= 0 and self._inside_a_word(at):
            at = self.passage.find('"', at + 1)
        return at + 1 if at >= 0 else None

    def _inside_a_word(self, at: int) -> bool:
        return self.passage[at - 1 : at].isalpha() and self.passage[at + 1 : at + 2].isalpha()

    def _end_of_single(self, inside: int) -> int | None:
        """The first mark that no letter follows; "the reporters' union" is passed over."""
        possessive: int | None = None
        first = bisect_left(self.single_closers, inside)
        for at in self.single_closers[first : first + 20]:
            if at - inside > _LONGEST_SINGLE:
                break
            before, after = self.passage[at - 1], self.passage[at + 1 : at + 2]
            if before != "s" or after in ",.;:)" or after == "":
                return at + 1
            possessive = possessive or at + 1
        return possessive

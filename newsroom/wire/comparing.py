"""What differs between two versions of an item, side by side: each part of one beside the other's."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from newsroom.same_items import Effort, Gap, Pairs, gaps, same_items

EFFORT = 300_000
"""For finding paragraphs, and again for their words; two long stories take a twentieth."""
MOST_PARTS = 2_000
"""Of one version; what stands behind them is not compared."""
ALIKE = 0.4
"""From this share of words in common on, a paragraph is the old one changed."""
FURTHEST = 12
"""Paragraphs looked at for the one that a paragraph was before."""

MANY = frozenset({"Paragraph", "Caption"})
"""Labels of which an item has several; of the others the old one became the new one."""

_TOKEN = re.compile(r"[\w'’-]+|\s+|.", re.DOTALL)


@dataclass(frozen=True)
class Part:
    """A headline, a byline or a paragraph: only parts of one label are compared."""

    label: str
    text: str

    @cached_property
    def tokens(self) -> list[str]:
        return _TOKEN.findall(self.text)

    @cached_property
    def words(self) -> Counter[str]:
        return Counter(token for token in self.tokens if token[0].isalnum())


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: same, deleted (only before) or inserted (only after)."""

    kind: str
    text: str


@dataclass(frozen=True)
class Row:
    """Same, changed, added or removed; a side that has nothing there is empty."""

    kind: str
    label: str
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Comparison:
    rows: tuple[Row, ...]
    left_out: int
    """Parts at the end of the longer one that were not compared."""

    @property
    def differing(self) -> int:
        return sum(row.kind != "same" for row in self.rows)


def compare(before: Sequence[Part], after: Sequence[Part], effort: int = EFFORT) -> Comparison:
    rows = _Rows(before[:MOST_PARTS], after[:MOST_PARTS], effort)
    left_out = max(len(before), len(after), MOST_PARTS) - MOST_PARTS
    return Comparison(tuple(rows.all()), left_out)


@dataclass
class _Rows:
    before: Sequence[Part]
    after: Sequence[Part]
    effort: int
    words_effort: Effort = field(init=False)

    def __post_init__(self) -> None:
        self.words_effort = Effort(self.effort)

    def all(self) -> Iterator[Row]:
        pairs = same_items(self.before, self.after, Effort(self.effort))
        j = 0
        for gap in gaps(pairs, len(self.before), len(self.after)):
            yield from map(_same, self.after[j : gap[2]])
            yield from self._gap(gap)
            j = gap[3]
        yield from map(_same, self.after[j:])

    def _gap(self, gap: Gap) -> Iterator[Row]:
        i, j = gap[0], gap[2]
        for old, new in [*self._changed(gap), (gap[1], gap[3])]:
            yield from (_whole("removed", part) for part in self.before[i:old])
            yield from (_whole("added", part) for part in self.after[j:new])
            if old < gap[1]:
                yield self._row(self.before[old], self.after[new])
            i, j = old + 1, new + 1

    def _changed(self, gap: Gap) -> Iterator[tuple[int, int]]:
        """Pairs in order that are one part before and after its change."""
        first = gap[0]
        for j in range(gap[2], gap[3]):
            near = range(first, min(first + FURTHEST, gap[1]))
            found = next((i for i in near if self._alike(self.before[i], self.after[j])), None)
            if found is not None:
                yield found, j
                first = found + 1

    def _alike(self, before: Part, after: Part) -> bool:
        if before.label != after.label or after.label not in MANY:
            return before.label == after.label
        total = before.words.total() + after.words.total()
        if not self.words_effort.spend(1 + total // 8):
            return False
        return total > 0 and 2 * (before.words & after.words).total() / total >= ALIKE

    def _row(self, before: Part, after: Part) -> Row:
        pairs = same_items(before.tokens, after.tokens, self.words_effort)
        kept = _without_lone_blanks(pairs, before, after)
        old, new = {i for i, _ in kept}, {j for _, j in kept}
        left = _pieces(before.tokens, old, "deleted")
        return Row("changed", after.label, left, _pieces(after.tokens, new, "inserted"))


def _same(part: Part) -> Row:
    text = (Piece("same", part.text),)
    return Row("same", part.label, text, text)


def _whole(kind: str, part: Part) -> Row:
    if kind == "removed":
        return Row(kind, part.label, before=(Piece("deleted", part.text),))
    return Row(kind, part.label, after=(Piece("inserted", part.text),))


def _without_lone_blanks(pairs: Pairs, before: Part, after: Part) -> Pairs:
    """Two words in the place of two others are one change, though the blank between them stayed."""
    known = {(-1, -1), (len(before.tokens), len(after.tokens)), *pairs}
    return [
        (i, j)
        for i, j in pairs
        if not before.tokens[i].isspace() or {(i - 1, j - 1), (i + 1, j + 1)} & known
    ]


def _pieces(tokens: Sequence[str], kept: set[int], other: str) -> tuple[Piece, ...]:
    kinds = (("same" if n in kept else other, token) for n, token in enumerate(tokens))
    return tuple(
        Piece(kind, "".join(token for _, token in group))
        for kind, group in groupby(kinds, key=lambda one: one[0])
    )

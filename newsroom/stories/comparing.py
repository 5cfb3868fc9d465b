"""What differs between two documents, block by block, in the order of the second."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from prosemirror.model import Node

from newsroom.same_items import Effort, Gap
from newsroom.stories.comparing_lines import Line, lines
from newsroom.stories.comparing_pairs import Paired
from newsroom.stories.comparing_words import Piece, attribute_changes, pieces

EFFORT = 400_000
"""For finding blocks, and again for their words; a day's edits of a long story take a twentieth."""


@dataclass(frozen=True)
class Row:
    """One block: same, changed, added, removed, moved (shown where it is) or left (where it was)."""

    kind: str
    label: str
    pieces: tuple[Piece, ...]
    sentences: tuple[str, ...] = ()
    """What changed beside its words: a credit, a heading's level, its place in a list."""


@dataclass(frozen=True)
class Comparison:
    rows: tuple[Row, ...]

    @property
    def blocks(self) -> Counter[str]:
        """How many blocks of each kind; one that was moved counts once."""
        return Counter(row.kind for row in self.rows)

    @property
    def words(self) -> Counter[str]:
        """Words inserted, deleted and formatted anew."""
        found: Counter[str] = Counter()
        for row in self.rows:
            for piece in row.pieces:
                if row.kind not in {"same", "left"}:
                    found[piece.kind] += piece.words
        return found

    @property
    def runs(self) -> list[tuple[bool, list[Row]]]:
        """The rows in runs of unchanged and changed ones."""
        return [
            (same, list(rows))
            for same, rows in groupby(self.rows, key=lambda row: row.kind == "same")
        ]

    @property
    def differing(self) -> int:
        return sum(1 for row in self.rows if row.kind not in {"same", "left"})

    @property
    def same(self) -> bool:
        return all(row.kind == "same" for row in self.rows)


def compare(before: Node, after: Node, effort: int = EFFORT) -> Comparison:
    return Comparison(tuple(_Rows(lines(before), lines(after), effort).all()))


class _Rows:
    """The blocks of both documents, in the order of the second."""

    def __init__(self, before: list[Line], after: list[Line], effort: int) -> None:
        self.before, self.after, self.effort = before, after, Effort(effort)
        self.paired = Paired(before, after, effort)

    def all(self) -> Iterator[Row]:
        j = 0
        for gap in self.paired.gaps:
            yield from (self._same(line) for line in self.after[j : gap[2]])
            yield from self._gap(gap)
            j = gap[3]
        yield from (self._same(line) for line in self.after[j:])

    def _same(self, line: Line) -> Row:
        return Row("same", line.label, (Piece("same", line.text),) if line.text else ())

    def _gap(self, gap: Gap) -> Iterator[Row]:
        i, j = gap[0], gap[2]
        for old, new in [*self.paired.changed[gap], (gap[1], gap[3])]:
            yield from (self._removed(n) for n in range(i, old))
            yield from (self._added(n) for n in range(j, new))
            if old < gap[1]:
                yield self._row("changed", old, new)
            i, j = old + 1, new + 1

    def _row(self, kind: str, i: int, j: int) -> Row:
        before, after = self.before[i], self.after[j]
        made = pieces(before, after, self.effort)
        return Row(kind, after.label, made, attribute_changes(before, after))

    def _removed(self, i: int) -> Row:
        line = self.before[i]
        if i in self.paired.went_to:
            return Row("left", line.label, (Piece("same", line.text),))
        return Row("removed", line.label, (Piece("deleted", line.text),) if line.text else ())

    def _added(self, j: int) -> Row:
        line = self.after[j]
        if j in self.paired.moved:
            return self._row("moved", self.paired.moved[j], j)
        return Row("added", line.label, (Piece("inserted", line.text),) if line.text else ())

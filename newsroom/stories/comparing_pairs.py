"""Which block of one document is which of the other: unchanged, moved, or changed where it stands."""

from collections.abc import Iterator, Sequence

from newsroom.same_items import Effort, Gap, gaps, same_items
from newsroom.stories.comparing_lines import Line
from newsroom.stories.comparing_words import alike
from newsroom.stories.document import SINGLE

ONE_BLOCK = 0.4
"""From this share of words in common on, a block is the old one changed."""
MOVED_BLOCK = 0.6
"""The same for one that stands elsewhere too."""
FURTHEST = 12
"""Blocks looked at for the one that a block was before."""


class Paired:
    """What stayed is outside the gaps; each gap has its changed pairs; the rest moved, came or went."""

    def __init__(self, before: Sequence[Line], after: Sequence[Line], effort: int) -> None:
        self.before, self.after, self.effort = before, after, Effort(effort)
        self.gaps = gaps(same_items(before, after, Effort(effort)), len(before), len(after))
        self.moved: dict[int, int] = {}
        """Index after to index before."""
        self.went_to: dict[int, int] = {}
        self._find_moves()
        self.changed = {gap: list(self._changes(gap)) for gap in self.gaps}
        self._find_changed_moves()

    def _find_moves(self) -> None:
        """The same words in one gap that stood in another."""
        old: dict[object, list[int]] = {}
        for i in self._old():
            old.setdefault(self.before[i].identity, []).append(i)
        for gap in self.gaps:
            here = {self.before[i].identity for i in range(gap[0], gap[1])}
            for j in range(gap[2], gap[3]):
                name = self.after[j].identity
                if name and name not in here and old.get(name):
                    self._move(old[name].pop(0), j)

    def _find_changed_moves(self) -> None:
        """Of what is left, the blocks that were moved and changed."""
        pairs = [pair for every in self.changed.values() for pair in every]
        taken = (
            {i for i, _ in pairs} | self.went_to.keys(),
            {j for _, j in pairs} | self.moved.keys(),
        )
        gone = [i for i in self._old() if i not in taken[0] and self.before[i].words]
        come = [j for gap in self.gaps for j in range(gap[2], gap[3]) if j not in taken[1]]
        for j in come:
            for i in gone[:FURTHEST]:
                if self._alike(self.before[i], self.after[j], MOVED_BLOCK):
                    self._move(i, j)
                    gone.remove(i)
                    break

    def _old(self) -> Iterator[int]:
        return (i for gap in self.gaps for i in range(gap[0], gap[1]))

    def _move(self, i: int, j: int) -> None:
        self.moved[j], self.went_to[i] = i, j

    def _changes(self, gap: Gap) -> Iterator[tuple[int, int]]:
        """Pairs of a gap, in order, that are one block before and after its change."""
        old = [i for i in range(gap[0], gap[1]) if i not in self.went_to]
        first = 0
        for j in range(gap[2], gap[3]):
            if j in self.moved:
                continue
            n = self._before_change(old, first, j)
            if n is not None:
                yield old[n], j
                first = n + 1

    def _before_change(self, old: Sequence[int], first: int, j: int) -> int | None:
        line = self.after[j]
        if line.kind in SINGLE:
            every = range(first, len(old))
            return next((n for n in every if self.before[old[n]].kind == line.kind), None)
        near = range(first, min(first + FURTHEST, len(old)))
        return next((n for n in near if self._alike(self.before[old[n]], line, ONE_BLOCK)), None)

    def _alike(self, before: Line, after: Line, least: float) -> bool:
        single = {before.kind, after.kind}.intersection(SINGLE)
        return not single and alike(before, after, self.effort) >= least

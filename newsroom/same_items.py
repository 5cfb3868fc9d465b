"""Which items of two lists are the same ones, in order; within a bounded amount of work."""

from collections.abc import Hashable, Sequence
from itertools import count

Pairs = list[tuple[int, int]]
Gap = tuple[int, int, int, int]
"""(start, end) in the one list, (start, end) in the other."""
Rows = list[list[int]]


class Effort:
    """How much a comparison may still do: hostile texts end in coarser answers, not in waiting."""

    def __init__(self, units: int) -> None:
        self.left = units

    def spend(self, units: int) -> bool:
        """Whether there was enough left for it."""
        self.left -= units
        return self.left >= 0


def same_items(before: Sequence[Hashable], after: Sequence[Hashable], effort: Effort) -> Pairs:
    """Pairs of indices, rising in both; as many as fit, or only both ends where effort runs out."""
    shorter = min(len(before), len(after))
    head = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    middle = _shortest(before[head : len(before) - tail], after[head : len(after) - tail], effort)
    ends = [(len(before) - n, len(after) - n) for n in range(tail, 0, -1)]
    return [(n, n) for n in range(head)] + [(i + head, j + head) for i, j in middle] + ends


def _shortest(before: Sequence[Hashable], after: Sequence[Hashable], effort: Effort) -> Pairs:
    """Myers' greedy algorithm: `reach[k]` is how far the best path on diagonal k has come."""
    if not before or not after:
        return []
    reach, rows = {1: 0}, Rows()
    for edits in count():
        if not effort.spend(edits + 1):
            return []
        for k in range(-edits, edits + 1, 2):
            came = _from(reach, k, edits)
            x = reach[came] + (came < k)
            start = x
            while x < len(before) and x - k < len(after) and before[x] == after[x - k]:
                x += 1
            effort.left -= x - start
            reach[k] = x
            if x >= len(before) and x - k >= len(after):
                return _walked_back(rows, len(before), len(after))
        rows.append([reach[k] for k in range(-edits, edits + 1, 2)])
    raise AssertionError("two lists differ in at most all their items")


def _from(reach: dict[int, int], k: int, edits: int) -> int:
    """The neighbouring diagonal that a path comes from."""
    if k == -edits or (k != edits and reach[k - 1] < reach[k + 1]):
        return k + 1
    return k - 1


def _walked_back(rows: Rows, x: int, y: int) -> Pairs:
    pairs: Pairs = []
    for edits in range(len(rows), 0, -1):
        before = dict(zip(range(1 - edits, edits, 2), rows[edits - 1], strict=True))
        came = _from(before, x - y, edits)
        left, above = before[came], before[came] - came
        while x > left and y > above:
            x, y = x - 1, y - 1
            pairs.append((x, y))
        x, y = left, above
    pairs += [(n - 1, n - 1) for n in range(x, 0, -1)]
    return pairs[::-1]


def gaps(pairs: Pairs, before: int, after: int) -> list[Gap]:
    """What stands between the pairs."""
    found, i, j = [], 0, 0
    for pair_i, pair_j in [*pairs, (before, after)]:
        if pair_i > i or pair_j > j:
            found.append((i, pair_i, j, pair_j))
        i, j = pair_i + 1, pair_j + 1
    return found

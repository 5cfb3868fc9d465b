"""How runs join over what an editor changed between them."""

from collections.abc import Iterator, Sequence

from newsroom.wire.reuse.parameters import DRIFT, GAP
from newsroom.wire.reuse.runs import Run

_LOOKED_BACK = 40
"""Runs before one that it may join; more stand so near only where words repeat without end."""
_PER_SKIPPED = 0.2
"""What a skipped word takes off the words matched: of two ways the straighter is taken."""

Chain = list[Run]


def chains_of(runs: Sequence[Run]) -> Iterator[Chain]:
    """The best chain, then the best of what it leaves, and so on: each run is in one of them."""
    left = list(runs)
    while left:
        chain = _best(left)
        yield chain
        taken = set(map(id, chain))
        used = {at for run in chain for at in range(run.at, run.at + run.words)}
        left = [run for run in left if id(run) not in taken and not _within(run, used)]


def _within(run: Run, used: set[int]) -> bool:
    return all(at in used for at in range(run.at, run.at + run.words))


def _best(runs: Sequence[Run]) -> Chain:
    scores: list[float] = []
    before: list[int] = []
    for n, run in enumerate(runs):
        best, joined = 0.0, -1
        for m in range(max(0, n - _LOOKED_BACK), n):
            cost = _cost(runs[m], run)
            if cost is not None and scores[m] - cost > best:
                best, joined = scores[m] - cost, m
        scores.append(best + run.words)
        before.append(joined)
    at = max(range(len(runs)), key=scores.__getitem__)
    chain = []
    while at >= 0:
        chain.append(runs[at])
        at = before[at]
    return chain[::-1]


def _cost(first: Run, second: Run) -> float | None:
    """None where the second cannot follow the first; a word they share is matched once."""
    skipped = second.at - first.at - first.words
    skipped_there = second.there - first.there - first.words
    shared = -min(skipped, skipped_there, 0)
    if skipped > GAP or abs(skipped - skipped_there) > DRIFT or shared >= second.words:
        return None
    if second.block != first.block or second.there <= first.there or shared >= first.words:
        return None
    return shared + _PER_SKIPPED * (max(skipped, 0) + max(skipped_there, 0))

"""How runs join over what an editor changed between them."""

from collections.abc import Iterator, Sequence

from newsroom.wire.reuse.parameters import DRIFT, FEWEST_CHAINED, GAP
from newsroom.wire.reuse.runs import Run

_LOOKED_BACK = 40
"""Runs before one that it may join; more stand so near only where words repeat without end."""
_CHAINS = 12
"""Out of one group of runs; more there are only where words repeat without end."""
_PER_SKIPPED = 0.2
"""What a skipped word takes off the words matched: of two ways the straighter is taken."""

Chain = list[Run]


def chains_of(runs: Sequence[Run]) -> Iterator[Chain]:
    """The best chain, then the best of what it leaves, and so on: each run is in one of them."""
    for group in _groups(runs):
        left = group
        for _ in range(_CHAINS):
            if sum(run.words for run in left) < FEWEST_CHAINED:
                break
            chain = _best(left)
            if sum(run.words for run in chain) < FEWEST_CHAINED:
                break
            yield chain
            left = _left(left, chain)


def _groups(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Runs that could be joined at all, to look no further for each than to its neighbours."""
    group: list[Run] = []
    end = block = -1
    for run in runs:
        if group and (run.at > end + GAP or run.block != block):
            yield group
            group, end = [], -1
        group.append(run)
        end, block = max(end, run.at + run.words), run.block
    if group:
        yield group


def _left(runs: Sequence[Run], chain: Chain) -> list[Run]:
    """Those that stand for other words than the chain does."""
    used = {at for run in chain for at in range(run.at, run.at + run.words)}
    return [run for run in runs if not used.issuperset(range(run.at, run.at + run.words))]


def _best(runs: Sequence[Run]) -> Chain:
    scores: list[float] = []
    before: list[int] = []
    for n, run in enumerate(runs):
        best, joined = 0.0, -1
        for m in range(max(0, n - _LOOKED_BACK), n):
            score = scores[m]
            if score > best and (cost := _cost(runs[m], run)) is not None and score - cost > best:
                best, joined = score - cost, m
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
    if skipped > GAP or not -DRIFT <= skipped - skipped_there <= DRIFT:
        return None
    shared = max(-skipped, -skipped_there, 0)
    if second.there <= first.there or shared >= second.words or shared >= first.words:
        return None
    return shared + _PER_SKIPPED * (max(skipped, 0) + max(skipped_there, 0))

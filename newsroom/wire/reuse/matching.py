"""The single words that match between the runs of a chain, and before and after it."""

from newsroom.wire.reuse.chains import Chain
from newsroom.wire.reuse.section import Section
from newsroom.wire.reuse.words import Words

Pair = tuple[int, int]
"""A word of the section and the word of the paragraph that it matches."""

_STEP = 4
"""Words of the story that may differ before one more single match at an end."""
_STEP_THERE = 7
"""The same in the copy, where an editor left out more than he put in."""


def pairs_of(chain: Chain, section: Section, paragraph: Words) -> list[Pair]:
    """Every matched word, in order on both sides."""
    pairs: list[Pair] = []
    for run in chain:
        at, there = pairs[-1] if pairs else (run.at - 1, run.there - 1)
        over = max(0, at + 1 - run.at, there + 1 - run.there)
        if pairs:
            pairs += _between(
                section, paragraph, (at + 1, run.at + over), (there + 1, run.there + over)
            )
        pairs += [(run.at + n, run.there + n) for n in range(over, run.words)]
    return (
        _before(pairs[0], section, paragraph)[::-1] + pairs + _after(pairs[-1], section, paragraph)
    )


def _between(
    section: Section, paragraph: Words, here: tuple[int, int], there: tuple[int, int]
) -> list[Pair]:
    found: list[Pair] = []
    second = there[0]
    for first in range(*here):
        word = section.words.folded[first]
        for at in range(second, there[1]):
            if paragraph.folded[at] == word:
                found.append((first, at))
                second = at + 1
                break
    return found


def _before(start: Pair, section: Section, paragraph: Words) -> list[Pair]:
    return _outward(start, section, paragraph, -1)


def _after(end: Pair, section: Section, paragraph: Words) -> list[Pair]:
    return _outward(end, section, paragraph, 1)


def _outward(end: Pair, section: Section, paragraph: Words, way: int) -> list[Pair]:
    found: list[Pair] = []
    while (end := _next(end, section, paragraph, way)) != _NONE:
        found.append(end)
    return found


_NONE: Pair = (-1, -1)


def _next(end: Pair, section: Section, paragraph: Words, way: int) -> Pair:
    """The nearest single match; nearer in both texts goes before nearer in one."""
    here, there = section.words.folded, paragraph.folded
    nearest, steps = _NONE, _STEP + _STEP_THERE + 1
    for step in range(1, _STEP + 1):
        at = end[0] + way * step
        if not 0 <= at < len(here) or section.blocks[at] != section.blocks[end[0]]:
            break
        for step_there in range(1, _STEP_THERE + 1):
            other = end[1] + way * step_there
            if step + step_there >= steps or not 0 <= other < len(there):
                break
            if here[at] == there[other] and (step == step_there or section.telling[at]):
                nearest, steps = (at, other), step + step_there
    return nearest

"""Where some words stand after some steps: they are followed to wherever they are moved.

Words that a step takes out are known again when one insertion brings them back: dragged, cut and
pasted, or undone. What stands while they are out is small, and is carried from step to step, so that
it makes no difference in how many stages the steps are followed. The editor follows the same way
(frontend/src/comments/anchors.ts).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from prosemirror.model import Node
from prosemirror.transform import ReplaceAroundStep, ReplaceStep, Step
from prosemirror.transform.map import StepMap

from newsroom.stories.letters import Letters, letters_of, placed, texts
from newsroom.stories.prosemirror_compat import length
from newsroom.stories.reconcile import moved
from newsroom.stories.suggestions import counterpart

AROUND = 40
"""Positions on each side of the words, of what was taken out together with them, that are kept."""
TELLING = 20
"""Letters that are not met by chance: what is shorter comes back only by itself."""
COMMON = 4
"""What has fewer letters comes back only at its old place, or in the very move that took it out."""
GROWN = 200
"""Units typed at the old place that are held against the words; more is another text."""


@dataclass(frozen=True)
class Taken:
    """Words that were taken out, and what went with them; all of it without its spaces, for a line
    or a paragraph that takes them in makes its own.
    """

    words: str
    before: str = ""
    after: str = ""
    grown: str = ""
    """What was typed since where they stood: undoing may bring them back letter by letter."""
    fresh: bool = False
    """Whether the last step took them out."""


@dataclass(frozen=True)
class Anchor:
    """A range of a document; while its words are out, of what was typed where they stood."""

    start: int
    end: int
    taken: Taken | None = None

    @property
    def deleted(self) -> bool:
        return self.taken is not None


class Trail:
    """The steps of a story since a version, for all the anchors that are led along them.

    `document` gives any version in between; it is asked only where words were taken out.
    """

    def __init__(self, first: int, steps: Sequence[Step], document: Callable[[int], Node]) -> None:
        self._first, self._steps = first, steps
        self._maps = [step.get_map() for step in steps]
        self._document = cache(document)
        self._brought = cache(lambda number: brought(steps[number]))

    def lead(self, anchor: Anchor, version: int, about: str) -> Anchor:
        """From that version to the end; `about` is what the words were at first."""
        begin = number = version - self._first
        while number < len(self._steps):
            if anchor.taken is None:
                anchor, number = self._along(anchor, number)
                if number < len(self._steps):
                    anchor = self._taken(anchor, number, begin, about)
            else:
                anchor = self._back(anchor, anchor.taken, number)
            number += 1
        return anchor

    def _along(self, anchor: Anchor, number: int) -> tuple[Anchor, int]:
        """Up to the step that takes the words out, or to the end."""
        start, end = anchor.start, anchor.end
        for at in range(number, len(self._maps)):
            now = self._maps[at].map(start, 1), self._maps[at].map(end, -1)
            if now[1] <= now[0]:
                return Anchor(start, end), at
            start, end = now
        return Anchor(start, end), len(self._maps)

    def _taken(self, anchor: Anchor, number: int, begin: int, about: str) -> Anchor:
        document, by = self._document(self._first + number), self._maps[number]
        taken = taken_out(document, by, anchor, letters_of(about))
        found = self._moved_to(taken, number, begin) or suggested(document, by, anchor, taken)
        place = by.map(anchor.start, 1)
        return Anchor(*found) if found else Anchor(place, place, taken)

    def _moved_to(self, taken: Taken, number: int, begin: int) -> tuple[int, int] | None:
        """Where the step that takes the words out, or the one before it, puts them in."""
        found = find(self._brought(number), taken, near=True)
        if found or number == begin:
            return found
        earlier = find(self._brought(number - 1), taken, near=True)
        if not earlier:
            return None
        start, end, gone = moved(self._maps[number], *earlier)
        return None if gone else (start, end)

    def _back(self, anchor: Anchor, taken: Taken, number: int) -> Anchor:
        step, brings = self._steps[number], self._brought(number)
        there = bool(brings.text) and anchor.start <= place_of(step) <= anchor.end
        found = find(brings, taken, near=taken.fresh or there)
        return Anchor(*found) if found else grow(anchor, taken, step, self._maps[number])


def taken_out(document: Node, by: StepMap, anchor: Anchor, about: str) -> Taken:
    """The words and what stands beside them in the same deletion, but for what wore away before."""
    begin, end = anchor.start, anchor.end

    def widen(start: int, stop: int, *_new: int) -> None:
        nonlocal begin, end
        if start <= anchor.end and anchor.start <= stop:
            begin, end = min(begin, start), max(end, stop)

    by.for_each(widen)
    words = _between(document, anchor.start, anchor.end)
    if 2 * len(words) < len(about):
        return Taken(about, fresh=True)
    before = _between(document, max(begin, anchor.start - AROUND), anchor.start)
    after = _between(document, anchor.end, min(end, anchor.end + AROUND))
    return Taken(words, before, after, fresh=True)


def find(brings: Letters, taken: Taken, *, near: bool) -> tuple[int, int] | None:
    """Where an insertion has the words; `near`, where it is at their old place or just after."""
    whole = taken.before + taken.words + taken.after
    if not taken.words or (len(taken.words) < COMMON and not near):
        return None
    if whole == brings.text or (len(whole) >= TELLING and whole in brings.text):
        start = brings.text.index(whole) + len(taken.before)
        return brings.range_of(start, len(taken.words))
    if len(taken.words) >= (COMMON if near else TELLING) and taken.words in brings.text:
        return brings.range_of(brings.text.index(taken.words), len(taken.words))
    return None


def suggested(document: Node, by: StepMap, anchor: Anchor, taken: Taken) -> tuple[int, int] | None:
    """Where a suggestion put the words that is accepted now, or had struck them if it is rejected."""
    found = find(placed(*counterpart(document, anchor.start, anchor.end)), taken, near=True)
    if not found:
        return None
    start, end, gone = moved(by, *found)
    return None if gone else (start, end)


def grow(anchor: Anchor, taken: Taken, step: Step, by: StepMap) -> Anchor:
    """Hold what is typed where the words stood against them."""
    start, end = by.map(anchor.start, -1), by.map(anchor.end, 1)
    typed = _typed(step) if end > start else ""
    grown = taken.grown
    if typed and place_of(step) == anchor.end:
        grown += typed
    elif typed and place_of(step) == anchor.start:
        grown = typed + grown
    if end - start != length(grown) or length(grown) > GROWN:
        return Anchor(start, start, replace(taken, grown="", fresh=False))
    text = placed((grown, start))
    if taken.words and taken.words in text.text:
        return Anchor(*text.range_of(text.text.index(taken.words), len(taken.words)))
    return Anchor(start, end, replace(taken, grown=grown, fresh=False))


def brought(step: Step) -> Letters:
    """What a step puts in, at positions of the document after it."""
    if isinstance(step, ReplaceStep):
        return placed(*texts(step.slice, step.from_))
    if isinstance(step, ReplaceAroundStep):
        # What follows its gap stands behind all that is kept in it.
        turn, gap = step.from_ + step.insert, step.gap_to - step.gap_from
        found = texts(step.slice, step.from_)
        return placed(*((text, at if at < turn else at + gap) for text, at in found))
    return Letters("", ())


def place_of(step: Step) -> int:
    return step.from_ if isinstance(step, ReplaceStep | ReplaceAroundStep) else -1


def _typed(step: Step) -> str:
    """The text that a step puts in, where it does nothing else."""
    if not isinstance(step, ReplaceStep) or step.from_ != step.to:
        return ""
    children = step.slice.content.content
    return "".join(one.text or "" for one in children) if all(c.is_text for c in children) else ""


def _between(document: Node, start: int, end: int) -> str:
    return placed(*texts(document.slice(start, end), 0)).text

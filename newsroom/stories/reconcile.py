"""How the findings of a new run meet the old ones: a finding stays with its words."""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from prosemirror.transform import Mapping
from prosemirror.transform.map import Mappable

from newsroom.stories.found import CREDIT_RULES, Found

Identity = tuple[str, str, str | None]
"""Rule, words and, of a credit line, the proposal."""


@dataclass(frozen=True)
class Kept:
    """A finding of an earlier run, where it stands in the version read now."""

    id: int
    rule: str
    words: str
    start: int
    end: int
    deleted: bool
    """Whether its range was deleted since: cut, or moved by cutting and pasting."""
    context: Any
    suggestion: str | None = None


@dataclass(frozen=True)
class Matched:
    """Which of the old are still there, and as what; which are new; which have gone."""

    same: tuple[tuple[Kept, Found], ...]
    new: tuple[Found, ...]
    gone: tuple[Kept, ...]


def moved(mapping: Mappable, start: int, end: int) -> tuple[int, int, bool]:
    """(start, end, deleted) of a range after some steps; what is typed at its edges stays out."""
    first, last = mapping.map(start, 1), mapping.map(end, -1)
    if start == end:
        return first, first, False
    return first, max(first, last), last <= first


def followed(mapping: Mapping, start: int, end: int, words: str) -> tuple[int, int, bool]:
    """As `moved`, of a finding: where its words were deleted once, the range stays shut."""
    first, last, deleted = moved(mapping, start, end)
    return first, last, deleted or (first == last and words != "")


def match(old: Sequence[Kept], found: Sequence[Found]) -> Matched:
    """Pair old and new: the same rule and words at the same place, else words that were moved.

    Words typed anew elsewhere are a new finding: a dismissal belongs to its own words only.
    """
    open_new: dict[Identity, list[Found]] = defaultdict(list)
    for one in found:
        open_new[_identity(one)].append(one)
    same, left = _pair(old, open_new, _stands_there)
    moved_too, gone = _pair(left, open_new, _was_moved)
    new = [one for rest in open_new.values() for one in rest]
    return Matched((*same, *moved_too), tuple(new), tuple(gone))


def _pair(
    old: Sequence[Kept],
    open_new: dict[Identity, list[Found]],
    fits: Callable[[Kept, Found], bool],
) -> tuple[list[tuple[Kept, Found]], list[Kept]]:
    pairs: list[tuple[Kept, Found]] = []
    left: list[Kept] = []
    for kept in old:
        rest = open_new.get(_identity(kept), [])
        fitting = [one for one in rest if fits(kept, one)]
        if not fitting:
            left.append(kept)
            continue
        nearest = min(fitting, key=lambda one: abs(one.start - kept.start))
        rest.remove(nearest)
        pairs.append((kept, nearest))
    return pairs, left


def _identity(one: Kept | Found) -> Identity:
    """A decision about a proposed credit is about those sources: with another it is asked anew."""
    return one.rule, one.words, one.suggestion if one.rule in CREDIT_RULES else None


def _stands_there(kept: Kept, one: Found) -> bool:
    if kept.deleted:
        return False
    if kept.start == kept.end:
        return True  # a finding about an empty place, such as a credit line that is not there
    return one.start < kept.end and kept.start < one.end


def _was_moved(kept: Kept, one: Found) -> bool:
    return kept.deleted and kept.context is not None and kept.context == one.detail.get("context")


def context_of(detail: str) -> Any:
    return json.loads(detail).get("context")

"""Who may change which part of a document in which state: one table, held for every step."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from itertools import pairwise

from prosemirror.model import Node

from newsroom.roles import Actor, Permission
from newsroom.stories.states import State


class Part(StrEnum):
    """The two parts of a document that different desks answer for."""

    COPY = "copy"
    FIGURES = "figures"


class Hand(StrEnum):
    """What a person is to this story."""

    REPORTER = "its reporter"
    EDITOR = "an editor of its desk"
    PHOTO_DESK = "the photo desk"


BOTH = frozenset(Part)
FIGURES = frozenset({Part.FIGURES})
NOTHING: frozenset[Part] = frozenset()

MAY_CHANGE: dict[State, dict[Hand, frozenset[Part]]] = {
    State.DRAFT: {Hand.REPORTER: BOTH, Hand.EDITOR: BOTH, Hand.PHOTO_DESK: FIGURES},
    State.EDIT: {Hand.EDITOR: BOTH, Hand.PHOTO_DESK: FIGURES},
    State.PHOTO_CHECK: {Hand.EDITOR: BOTH, Hand.PHOTO_DESK: FIGURES},
    State.READY: {Hand.EDITOR: BOTH, Hand.PHOTO_DESK: FIGURES},
    State.SCHEDULED: {Hand.EDITOR: BOTH, Hand.PHOTO_DESK: FIGURES},
    State.PUBLISHED: {},
    State.WITHDRAWN: {},
    State.SPIKED: {},
}

MAY_SUGGEST: dict[State, frozenset[Hand]] = {State.EDIT: frozenset({Hand.REPORTER})}
"""Who changes nothing by themselves in a state, and may suggest insertions and deletions."""

SUGGESTING = "The story is with its editors; what you change here is a suggestion to them."
MORE_THAN_SUGGESTED = (
    "The story is with its editors: words can be suggested to them, and this change was more."
)

CLOSED: dict[State, str] = {
    State.EDIT: "The story is with its editors; ask for it back to change it.",
    State.PHOTO_CHECK: "The story is in photo check; an editor can return it.",
    State.READY: "The story is passed for publication; an editor can return it.",
    State.SCHEDULED: "The story is scheduled; an editor can return it.",
    State.PUBLISHED: "The article is published; an editor starts a correction to change it.",
    State.WITHDRAWN: "The article is withdrawn and cannot be changed.",
    State.SPIKED: "The story is spiked; an editor can revive it.",
}


def hands(actor: Actor, desk_id: int, reporters: AbstractSet[int]) -> frozenset[Hand]:
    """Every part the person has in a story of that desk."""
    found = set()
    if actor.id in reporters and actor.may(Permission.WRITE_COPY):
        found.add(Hand.REPORTER)
    if actor.may(Permission.EDIT_COPY, desk_id):
        found.add(Hand.EDITOR)
    if actor.may(Permission.EDIT_FIGURES, desk_id):
        found.add(Hand.PHOTO_DESK)
    return frozenset(found)


def may_change(state: State, held: frozenset[Hand]) -> frozenset[Part]:
    allowed = MAY_CHANGE[state]
    return NOTHING.union(*(allowed.get(hand, NOTHING) for hand in held))


def only_suggests(state: State, held: frozenset[Hand]) -> bool:
    """Whether the copy is not theirs to change, but they may suggest words for it."""
    may = not held.isdisjoint(MAY_SUGGEST.get(state, frozenset()))
    return may and Part.COPY not in may_change(state, held)


def why_not_all(state: State, held: frozenset[Hand]) -> str:
    """What the page says to who may not change all of the story; empty where they may."""
    if only_suggests(state, held):
        return SUGGESTING
    return refusal(state, held, BOTH) or ""


def refusal(state: State, held: frozenset[Hand], parts: AbstractSet[Part]) -> str | None:
    """Why this change to these parts is refused; None where it is allowed."""
    allowed = may_change(state, held)
    # Steps that come to nothing make versions too: only for those who may change something.
    if allowed and parts <= allowed:
        return None
    if not held:
        return "You are neither a reporter of this story nor an editor of its desk."
    if allowed == FIGURES:
        return "The photo desk changes pictures and captions; the copy belongs to its editors."
    return CLOSED.get(state, "You may not change this part of the story.")


def touched_parts(stages: Sequence[Node]) -> frozenset[Part]:
    """Which parts any step between these documents changed, also what a later one put back.

    Step by step: a figure that moves while the text beside it changes has moved all the same.
    """
    return NOTHING.union(*(changed_parts(*step) for step in pairwise(stages)))


def changed_parts(before: Node, after: Node) -> frozenset[Part]:
    """Which parts differ. Moving a figure among the paragraphs is a change of figures."""
    if before is after or before.eq(after):
        return NOTHING
    copy_before, figures_before = _split(before)
    copy_after, figures_after = _split(after)
    changed = set()
    if not _same(copy_before, copy_after):
        changed.add(Part.COPY)
    if not _same(figures_before, figures_after) or not changed:
        changed.add(Part.FIGURES)
    return frozenset(changed)


def _split(document: Node) -> tuple[list[Node], list[Node]]:
    copy: list[Node] = []
    figures: list[Node] = []
    for block in document.children:
        (figures if block.type.name == "figure" else copy).append(block)
    return copy, figures


def _same(before: list[Node], after: list[Node]) -> bool:
    return len(before) == len(after) and all(
        one is other or one.eq(other) for one, other in zip(before, after, strict=True)
    )

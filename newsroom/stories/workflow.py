"""How a story moves: every state, every move, and who may make it.

The same table refuses a move on the server, draws the buttons, and lists what stands in the way.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsroom.roles import Actor, Permission
from newsroom.stories import guards, wire_guards
from newsroom.stories.standing import Approved, Given, Refusal, Standing
from newsroom.stories.states import WORKING, State

Guard = Callable[[Standing, Actor, Given], guards.Refusals]
Condition = Callable[[Standing], bool]

ASKED_WITH_THE_MOVE = frozenset({"note", "at"})
"""Places of refusals that the person answers in the move's own form, not in the story."""


def always(_standing: Standing) -> bool:
    return True


def has_live_article(standing: Standing) -> bool:
    return standing.live


def copy_lapsed(standing: Standing) -> bool:
    return _lapsed(standing.copy)


def captions_lapsed(standing: Standing) -> bool:
    return _lapsed(standing.captions)


def _lapsed(approval: Approved | None) -> bool:
    return approval is None or not approval.holds


@dataclass(frozen=True)
class Move:
    """One way from state to state."""

    name: str
    label: str
    sources: frozenset[State]
    target: State | None
    """None: the story stays where it is, or, revived, goes back to where it was."""
    permission: Permission
    guards: tuple[Guard, ...] = ()
    asks: str = ""
    """What its form asks for: a note, a reason, a correction, a time; empty for nothing."""
    offered: Condition = always
    forward: bool = True
    """Whether it brings the story nearer to print: these lead the page's list."""
    dangerous: bool = False


def _from(*states: State) -> frozenset[State]:
    return frozenset(states)


S, P = State, Permission

COPY_GUARDS = (
    guards.not_their_own_copy,
    guards.checks_have_read_copy,
    guards.no_open_finding_in_copy,
    guards.nothing_must_be_fixed,
    guards.no_open_suggestion_in_copy,
    wire_guards.no_killed_copy,
)
CAPTION_GUARDS = (
    guards.has_photo_or_waiver,
    guards.figures_are_complete,
    guards.photos_can_print,
    guards.made_pictures_are_decided,
    guards.checks_have_read_captions,
    guards.no_open_finding_in_captions,
    guards.no_open_suggestion_in_captions,
)
PRINT_GUARDS = (
    guards.approvals_hold,
    guards.photos_can_print,
    guards.made_pictures_are_decided,
    # Again: it may have been said after the copy was passed.
    guards.nothing_must_be_fixed,
    wire_guards.no_killed_copy,
    wire_guards.terms_are_heeded,
)
PASSED = _from(S.READY, S.SCHEDULED)
CHECKED = _from(S.PHOTO_CHECK, S.READY, S.SCHEDULED)
ON_THE_WAY = frozenset(WORKING)

MOVES: tuple[Move, ...] = (
    Move(
        "file",
        "File story",
        _from(S.DRAFT),
        S.EDIT,
        P.FILE_STORY,
        (guards.theirs_to_file, guards.complete_enough_to_file),
    ),
    Move(
        "return-to-reporter",
        "Return to reporter",
        _from(S.EDIT),
        S.DRAFT,
        P.EDIT_COPY,
        (guards.note_saying_why,),
        asks="note",
        forward=False,
    ),
    Move("pass-copy", "Pass copy", _from(S.EDIT), S.PHOTO_CHECK, P.PASS_COPY, COPY_GUARDS),
    Move(
        "pass-copy-again",
        "Pass copy again",
        CHECKED,
        None,
        P.PASS_COPY,
        COPY_GUARDS,
        offered=copy_lapsed,
    ),
    Move(
        "return-to-edit",
        "Return to edit",
        CHECKED,
        S.EDIT,
        P.RETURN_STORY,
        (guards.note_saying_why,),
        asks="note",
        forward=False,
    ),
    Move(
        "pass-captions",
        "Pass captions",
        _from(S.PHOTO_CHECK),
        S.READY,
        P.PASS_CAPTIONS,
        CAPTION_GUARDS,
    ),
    Move(
        "pass-captions-again",
        "Pass captions again",
        PASSED,
        None,
        P.PASS_CAPTIONS,
        CAPTION_GUARDS,
        offered=captions_lapsed,
    ),
    Move(
        "publish",
        "Publish",
        PASSED,
        S.PUBLISHED,
        P.PUBLISH,
        (*PRINT_GUARDS, wire_guards.no_embargo_now, guards.time_has_come),
    ),
    Move(
        "schedule",
        "Schedule",
        _from(S.READY),
        S.SCHEDULED,
        P.PUBLISH,
        (*PRINT_GUARDS, wire_guards.no_embargo_then, guards.time_is_to_come),
        asks="time",
    ),
    Move("unschedule", "Unschedule", _from(S.SCHEDULED), S.READY, P.PUBLISH, forward=False),
    Move(
        "correct",
        "Start a correction",
        _from(S.PUBLISHED),
        S.EDIT,
        P.PUBLISH,
        (guards.correction_text_given,),
        asks="correction",
        forward=False,
    ),
    Move(
        "withdraw",
        "Withdraw article",
        ON_THE_WAY | {S.PUBLISHED},
        S.WITHDRAWN,
        P.WITHDRAW,
        (guards.reason_given,),
        asks="reason",
        offered=has_live_article,
        forward=False,
        dangerous=True,
    ),
    Move(
        "spike",
        "Spike story",
        ON_THE_WAY,
        S.SPIKED,
        P.SPIKE,
        (guards.nothing_live,),
        forward=False,
        dangerous=True,
    ),
    Move("revive", "Revive story", _from(S.SPIKED), None, P.SPIKE, forward=False),
)

BY_NAME = {move.name: move for move in MOVES}


@dataclass(frozen=True)
class Choice:
    """A move as one person sees it for one story: theirs to make or not, and what stands in the way."""

    move: Move
    permitted: bool
    refusals: tuple[Refusal, ...]

    @property
    def obstacles(self) -> tuple[Refusal, ...]:
        """What must change in the story first; what the move's own form asks for is left out."""
        return tuple(r for r in self.refusals if r.place not in ASKED_WITH_THE_MOVE)

    @property
    def open(self) -> bool:
        return self.permitted and not self.obstacles


def choices(standing: Standing, actor: Actor) -> list[Choice]:
    """Every move that leads on from where the story stands, in the table's order."""
    nothing = Given()
    return [
        Choice(
            move,
            actor.may(move.permission, standing.desk_id),
            tuple(_guarded(move, standing, actor, nothing)),
        )
        for move in MOVES
        if standing.state in move.sources and move.offered(standing)
    ]


def refusals(move: Move, standing: Standing, actor: Actor, given: Given) -> Iterator[Refusal]:
    """Why this person cannot make the move now; nothing where they can."""
    if standing.state not in move.sources or not move.offered(standing):
        label = standing.state.label.lower()
        yield Refusal(f"“{move.label}” is not possible: the story is in {label}.")
        return
    if not actor.may(move.permission, standing.desk_id):
        yield Refusal(f"You may not {move.permission.value} on this desk.")
    yield from _guarded(move, standing, actor, given)


def _guarded(move: Move, standing: Standing, actor: Actor, given: Given) -> Iterator[Refusal]:
    for guard in move.guards:
        yield from guard(standing, actor, given)


def target(move: Move, standing: Standing) -> State:
    """Where the story stands after the move."""
    if move.target is not None:
        return move.target
    if standing.state is not State.SPIKED:
        return standing.state
    # A time that was set before the spike may be past: scheduled comes back as ready.
    before = standing.spiked_from or State.DRAFT
    return State.READY if before is State.SCHEDULED else before

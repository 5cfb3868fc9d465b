"""Making a move: the refusals of the table, its effect, and one audit entry, in one transaction."""

from collections.abc import Callable
from dataclasses import replace

from newsroom.audit import Event, record
from newsroom.db import db, now
from newsroom.errors import Conflict, Invalid, NotFound
from newsroom.notifications.live import announce
from newsroom.roles import Actor, Permission
from newsroom.stories import authority, check_queue, facts, own_index, queries
from newsroom.stories.models import Approval, Story
from newsroom.stories.notes import add_note
from newsroom.stories.standing import Given, wrote
from newsroom.stories.states import WORKING, State
from newsroom.stories.words import kept
from newsroom.stories.workflow import BY_NAME, Move, refusals, target

WAIVER_LENGTH = 500

Effect = Callable[[Actor, Story, Given], None]


def perform(actor: Actor, story_id: int, name: str, given: Given, seen: int) -> Story:
    """Make the move; raises Invalid with every refusal, Conflict where the story changed since.

    `seen` is the version the person looked at: nobody passes words they have not read.
    """
    move = BY_NAME.get(name)
    if move is None:
        raise NotFound("There is no such move.")
    story = queries.story_for_change(actor, story_id)
    _refuse_unseen(story, seen)
    given = replace(given, note=kept(given.note))
    standing = facts.standing(story)
    against = list(refusals(move, standing, actor, given))
    if against:
        raise Invalid(
            f"“{move.label}” was refused. " + " ".join(r.sentence for r in against),
            {r.place or f"refusal-{n}": r.sentence for n, r in enumerate(against)},
        )
    before = story.stands
    _go(story, move, target(move, standing))
    effect = EFFECTS.get(move.name)
    if effect is not None:
        effect(actor, story, given)
    if given.note:
        add_note(actor, story, given.note, move.name)
    _tell(actor, story, move, before, given, own_copy=wrote(standing, actor))
    return story


def _refuse_unseen(story: Story, seen: int) -> None:
    if seen < 0:
        raise Conflict(
            "The form did not say which version you saw; open the story and move it there."
        )
    if seen != story.version:
        raise Conflict(
            f"The story changed since you opened it: you saw version {seen}, it is now "
            f"version {story.version}. Read what changed, then make the move again."
        )


def _go(story: Story, move: Move, to: State) -> None:
    if move.name == "spike":
        story.spiked_from = story.state
    elif move.name == "revive":
        story.spiked_from = None
    if story.stands not in WORKING and to in WORKING:
        # House style and outlets may have changed while it rested, when no check reads it.
        check_queue.put(story)
    if story.stands is not to:
        story.state = to.value
        story.state_since = now()
    story.changed_at = now()
    db.session.flush()


def _tell(
    actor: Actor, story: Story, move: Move, before: State, given: Given, *, own_copy: bool
) -> None:
    """`own_copy` is only noted of a pass: somebody on a one-person desk passed what they wrote."""
    record(
        actor,
        Event.STORY_MOVED,
        "story",
        story.id,
        slug=story.slug,
        move=move.name,
        source=before.value,
        target=story.state,
        version=story.version,
        note=given.note,
        own_copy=own_copy and move.permission is Permission.PASS_COPY,
    )
    announce("board", desk=story.desk_id)
    announce("panel", story=story.id)


def _approve(kind: str) -> Effect:
    def effect(actor: Actor, story: Story, _given: Given) -> None:
        authority.lapse(actor, story, kind, f"passed version {story.version}")
        db.session.add(
            Approval(story_id=story.id, kind=kind, version=story.version, by_id=actor.id)
        )

    return effect


def _returned(actor: Actor, story: Story, _given: Given) -> None:
    authority.lapse(actor, story, "copy", "returned the story")
    story.scheduled_for = None


def _scheduled(_actor: Actor, story: Story, given: Given) -> None:
    story.scheduled_for = given.at


def _unscheduled(_actor: Actor, story: Story, _given: Given) -> None:
    story.scheduled_for = None


def _correcting(actor: Actor, story: Story, given: Given) -> None:
    story.correction = given.note
    for kind in ("copy", "captions"):
        authority.lapse(actor, story, kind, "started a correction")


def _published(_actor: Actor, story: Story, _given: Given) -> None:
    story.live = True
    story.scheduled_for = None
    own_index.ran(story)


def _withdrawn(_actor: Actor, story: Story, _given: Given) -> None:
    story.live = False
    story.scheduled_for = None
    own_index.withdrew(story)
    story.correction = None


APPROVES = {
    "pass-copy": "copy",
    "pass-copy-again": "copy",
    "pass-captions": "captions",
    "pass-captions-again": "captions",
}
"""The kind of approval that a move gives."""

EFFECTS: dict[str, Effect] = {
    **{name: _approve(kind) for name, kind in APPROVES.items()},
    "return-to-reporter": _returned,
    "return-to-edit": _returned,
    "schedule": _scheduled,
    "unschedule": _unscheduled,
    "spike": _unscheduled,
    "correct": _correcting,
    "publish": _published,
    "withdraw": _withdrawn,
}


def waive_photo(actor: Actor, story_id: int, reason: str) -> Story:
    """Let a story run without a picture, with the reason; an empty one takes the waiver back."""
    story = queries.story_for_change(actor, story_id)
    actor.require(Permission.PASS_CAPTIONS, story.desk_id)
    cleaned = kept(reason)
    if len(cleaned) > WAIVER_LENGTH:
        raise Invalid(f"The reason has at most {WAIVER_LENGTH} characters.")
    if not cleaned:
        authority.lapse(actor, story, "captions", "took back the leave to run without a photo")
    story.photo_waiver = cleaned or None
    reason_kept = cleaned or "taken back"
    record(actor, Event.PHOTO_WAIVED, "story", story.id, slug=story.slug, reason=reason_kept)
    announce("panel", story=story.id)
    return story

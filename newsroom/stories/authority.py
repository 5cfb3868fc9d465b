"""The one place where a document changes: steps come in, are ordered, checked and kept.

A client sends steps with the version they start from. Where others came first it is told which,
and sends its own again on top of them; (story, version) is unique, whatever else goes wrong.
"""

import json
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, cast

from prosemirror.model import Node
from prosemirror.transform import Step
from sqlalchemy import Table, bindparam, insert, update

from newsroom.db import after_commit, db, now
from newsroom.errors import Invalid, NotAllowed
from newsroom.notifications.live import announce
from newsroom.photos.queries import exists as photos_exist
from newsroom.roles import Actor, Permission
from newsroom.stories import (
    check_queue,
    document,
    documents,
    editing,
    photo_uses,
    queries,
    suggestions,
    written,
)
from newsroom.stories.editing import Hand, Part
from newsroom.stories.models import Approval, Story, StorySnapshot, StoryStep
from newsroom.stories.shelf import shelf
from newsroom.stories.summary import summarise

STEPS, APPROVALS = cast(Table, StoryStep.__table__), cast(Table, Approval.__table__)

SERVER = "server"
"""The client of steps that the newsroom makes itself: accepted suggestions, credit lines."""

CLIENT_LENGTH = 64

MADE_FOR = f"{SERVER}:"
"""Before the client of the page that asked for them: it may take them back with one undo."""

MOST_TOLD = 4_000
"""Characters of steps that are told to the open pages with the news of them; they fetch more."""

APPROVAL_OF = {
    Part.COPY: ("copy", "changed the text"),
    Part.FIGURES: ("captions", "changed a picture or caption"),
}
"""Which approval an edit of each part lapses, and how that is said."""


class Behind(Exception):
    """The client's version is not the newest; it reads what it missed and sends again.

    Raised, for transaction() is then rolled back at once: to commit nothing would wait for the
    disk, with the story's row held and everybody else who writes in it behind.
    """


def is_behind(story_id: int, version: int) -> bool:
    """Whether this process knows, without a question or a lock, that others came first.

    Of many who write in one story most are told so once each time: they must not wait in line for
    the story's row, behind each other, only to hear it.
    """
    return version < shelf().newest(story_id)


def commit(actor: Actor, story_id: int, version: int, client: str, steps: object) -> int:
    """Take a client's steps and give the version they make; raises Behind where others came first,
    Invalid or NotAllowed for steps that can never be taken.
    """
    if not _is_a_page(client):
        raise Invalid("The page did not say who it is; load it again.")
    parsed = document.read_steps(steps)
    story = queries.story_for_change(actor, story_id)
    if shelf().newest(story_id) > story.version:
        shelf().forget(story_id)  # of a database that has been replaced by an older one
    if version != story.version:
        shelf().hear(story_id, story.version)  # those who wait here need not ask for it too
        raise Behind
    take(actor, story, client, parsed)
    return story.version


def made_for(page: str) -> str:
    """The client of steps that the newsroom makes because that page asked; of any, without one."""
    client = f"{MADE_FOR}{page}"
    return client if _is_a_page(page) and len(client) <= CLIENT_LENGTH else SERVER


def _is_a_page(client: str) -> bool:
    if client == SERVER or client.startswith(MADE_FOR):
        return False
    return client.isprintable() and 0 < len(client) <= CLIENT_LENGTH


def take(actor: Actor, story: Story, client: str, steps: Sequence[Step]) -> Node:
    """Make the steps in a story that is locked; raises NotAllowed for parts that are not theirs."""
    if not steps:
        return documents.at(story.id, story.version)
    before = documents.at(story.id, story.version)
    applied = document.apply(before, steps, photos_exist)
    parts = editing.touched_parts(applied.stages)
    _refuse_out_of_reach(actor, story, applied.stages, parts)
    _keep(actor, story, client, applied)
    photo_uses.note(story, before, applied.document)
    _lapse_for_parts(actor, story, parts)
    return applied.document


def _refuse_out_of_reach(
    actor: Actor, story: Story, stages: Sequence[Node], parts: frozenset[Part]
) -> None:
    held = _hands(actor, story)
    refusal = editing.refusal(story.stands, held, parts)
    if not refusal:
        return
    if not editing.only_suggests(story.stands, held):
        raise NotAllowed(refusal)
    for before, after in pairwise(stages):
        theirs = editing.refusal(story.stands, held, editing.changed_parts(before, after)) is None
        if not theirs and not suggestions.only_suggested(before, after, actor.id):
            # Invalid, not NotAllowed: the page stays open for what may be suggested.
            raise Invalid(editing.MORE_THAN_SUGGESTED)


def _hands(actor: Actor, story: Story) -> frozenset[Hand]:
    """An editor may all that a reporter may: for one, nobody asks whose story it is."""
    editor = actor.may(Permission.EDIT_COPY, story.desk_id)
    theirs = frozenset[int]() if editor else queries.reporters(story.id)
    return editing.hands(actor, story.desk_id, theirs)


def begin(story: Story, first: Node) -> None:
    """Keep the document a new story starts with, as its version 0."""
    db.session.add(StorySnapshot(story_id=story.id, version=0, document=document.write(first)))
    story.begun_with = len(first.text_content)
    _describe(story, first)
    photo_uses.note(story, None, first)
    check_queue.put(story)


def _keep(actor: Actor, story: Story, client: str, applied: document.Applied) -> None:
    moment, base = now(), story.version
    rows = [
        {
            "story_id": story.id,
            "version": base + number,
            "client": client,
            "author_id": actor.id,
            "at": moment,
            "step": json.dumps(step.to_json(), separators=(",", ":")),
            "inserted": inserted,
        }
        for number, (step, inserted) in enumerate(
            zip(applied.steps, applied.inserted, strict=True), start=1
        )
    ]
    db.session.execute(insert(STEPS), rows)
    story.version = base + len(rows)
    story.changed_at = moment
    _describe(story, applied.document)
    _snapshot(story, base, applied.document)
    check_queue.put(story)
    story_id, version, made = story.id, story.version, applied.document
    kept = shelf()
    after_commit(lambda: kept.put(story_id, version, made))
    told = _told(client, [str(row["step"]) for row in rows])
    announce("steps", story=story.id, version=story.version, since=base, **told)


def _told(client: str, steps: Sequence[str]) -> dict[str, Any]:
    """The steps themselves go with the news of them: twenty pages would else come to fetch them."""
    if sum(map(len, steps)) > MOST_TOLD:
        return {}
    return {"client": client, "steps": [json.loads(step) for step in steps]}


def _describe(story: Story, node: Node) -> None:
    """What lists show of the document; one reading of it a commit."""
    summary = summarise(node)
    story.headline = summary.headline
    story.byline = summary.byline
    story.words = summary.words
    story.figures = len(summary.figures)
    story.pictures = sum(1 for figure in summary.figures if figure.photo)


def _snapshot(story: Story, base: int, node: Node) -> None:
    every = documents.SNAPSHOT_EVERY
    if story.version // every > base // every:
        db.session.add(
            StorySnapshot(
                story_id=story.id,
                version=story.version,
                document=document.write(node),
                written=written.to_keep(story.id),
            )
        )


def _lapse_for_parts(actor: Actor, story: Story, parts: frozenset[Part]) -> None:
    for part in sorted(parts):
        kind, why = APPROVAL_OF[part]
        lapse(actor, story, kind, why)


_STILL_HOLDS = update(APPROVALS).where(
    APPROVALS.c.story_id == bindparam("of_story"),
    APPROVALS.c.kind == bindparam("of_kind"),
    APPROVALS.c.lapsed_at.is_(None),
)
"""Straight to the table, and made once: it runs with every edit, and the mapper's own way costs as
much as all the rest of a commit."""


def lapse(actor: Actor, story: Story, kind: str, why: str) -> None:
    """End an approval that still holds; one that lapsed before keeps its first reason."""
    which = {"of_story": story.id, "of_kind": kind}
    how = {"lapsed_at": now(), "lapsed_by_id": actor.id, "lapsed_version": story.version}
    db.session.execute(_STILL_HOLDS, {**which, **how, "why": why})
    for one in db.session:
        if isinstance(one, Approval):
            db.session.expire(one)

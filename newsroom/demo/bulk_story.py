"""One story of the bulk newsroom as rows: written by the pure rules that the services obey."""

import json
import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from prosemirror.model import Fragment, Node, Slice
from prosemirror.transform import AttrStep, ReplaceStep, Step

from newsroom.audit import Event
from newsroom.audit.service import Past
from newsroom.demo.bulk_words import Draft
from newsroom.demo.bulk_year import Fate
from newsroom.photos.rights.terms import Terms
from newsroom.roles import Actor
from newsroom.stories import document
from newsroom.stories.models import NO_DEADLINE
from newsroom.stories.moving import APPROVES
from newsroom.stories.standing import Approved, Given, PhotoFacts, Reading, Standing
from newsroom.stories.states import State
from newsroom.stories.summary import Summary, summarise
from newsroom.stories.workflow import BY_NAME, refusals, target

PATH: dict[State, tuple[str, ...]] = {
    State.DRAFT: (),
    State.EDIT: ("file",),
    State.PHOTO_CHECK: ("file", "pass-copy"),
    State.READY: ("file", "pass-copy", "pass-captions"),
    State.SCHEDULED: ("file", "pass-copy", "pass-captions", "schedule"),
    State.PUBLISHED: ("file", "pass-copy", "pass-captions", "publish"),
    State.WITHDRAWN: ("file", "pass-copy", "pass-captions", "publish", "withdraw"),
    State.SPIKED: ("file", "spike"),
}
EMPTY_PARAGRAPH = document.SCHEMA.nodes["paragraph"].create()

Row = dict[str, Any]


@dataclass(frozen=True)
class Hands:
    """Who works on it."""

    reporter: Actor
    editor: Actor
    photo_desk: Actor


@dataclass(frozen=True)
class Shot:
    """A photo of the library that the story shows."""

    id: int
    creator: str
    credit: str
    terms: Terms


@dataclass
class Rows:
    """What one story puts into the tables, and what the log says of it."""

    tables: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    log: list[Past] = field(default_factory=list)
    node: Node | None = None
    published_at: datetime | None = None

    def add(self, table: str, **row: Any) -> None:
        self.tables[table].append(row)


class Making:
    """A story in the making: its document, its version and the clock."""

    def __init__(
        self, number: int, draft: Draft, fate: Fate, hands: Hands, shot: Shot | None
    ) -> None:
        self.id, self.draft, self.fate, self.hands, self.shot = number, draft, fate, hands, shot
        self.rows = Rows()
        self.node = document.empty()
        self.version = 0
        self.clock = fate.started
        self.state, self.since = State.DRAFT, fate.started
        self.approved: dict[str, Approved] = {}
        self.written: dict[int, int] = defaultdict(int)
        self.rows.add(
            "story_snapshot", story_id=number, version=0, document=document.write(self.node)
        )

    def begin(self) -> None:
        """What the log says first of a story."""
        facts = {"slug": self.draft.slug}
        self._log(self.fate.started, self.hands.reporter, Event.STORY_MADE, facts)

    def _log(self, at: datetime, actor: Actor, event: Event, facts: dict[str, Any]) -> None:
        self.rows.log.append(Past(at, actor, event, ("story", self.id), facts))

    def change(self, author: Actor, steps: list[Step]) -> None:
        """One commit of an edit, as the authority takes it."""
        made = document.apply(self.node, steps, lambda ids: ids)
        for step, share in zip(steps, made.inserted, strict=True):
            self.version += 1
            self.written[author.id or 0] += share
            self.rows.add(
                "story_step",
                story_id=self.id,
                version=self.version,
                client=f"tab-{author.id}",
                author_id=author.id,
                at=self.clock,
                step=json.dumps(step.to_json(), separators=(",", ":")),
                inserted=share,
            )
        self.node = made.document
        self.clock += timedelta(seconds=40)

    def move(self, name: str, actor: Actor, summary: Summary, given: Given) -> None:
        """One move, if the workflow's own table lets it through."""
        move, standing = BY_NAME[name], self._standing(summary)
        against = [one.sentence for one in refusals(move, standing, actor, given)]
        if against:
            raise RuntimeError(f"the demo breaks a rule: {against}")
        before, self.state = self.state, target(move, standing)
        self.clock += timedelta(minutes=11)
        self.since = self.clock
        kind = APPROVES.get(name)
        if kind:
            self.approved[kind] = Approved(self.version, actor.name)
            self.rows.add(
                "approval",
                story_id=self.id,
                kind=kind,
                version=self.version,
                by_id=actor.id,
                at=self.clock,
            )
        if name == "publish":
            self.rows.node, self.rows.published_at = self.node, self.clock
        facts = {
            "slug": self.draft.slug,
            "move": name,
            "source": before.value,
            "target": self.state.value,
            "version": self.version,
            "note": given.note,
            "own_copy": False,
        }
        self._log(self.clock, actor, Event.STORY_MOVED, facts)

    def _standing(self, summary: Summary) -> Standing:
        return Standing(
            state=self.state,
            version=self.version,
            slug=self.draft.slug,
            desk_id=1,
            summary=summary,
            now=self.clock,
            reporters=frozenset({self.hands.reporter.id or 0}),
            writers=dict(self.written),
            readings=tuple(
                Reading(c, self.version, None) for c in ("house style", "attribution", "caption")
            ),
            copy=self.approved.get("copy"),
            captions=self.approved.get("captions"),
            photos={self.shot.id: PhotoFacts(ready=True, terms=self.shot.terms)}
            if self.shot
            else {},
            waiver=None if self.shot else WAIVER,
            live=self.state is State.PUBLISHED,
        )


WAIVER = "A short notice"


def make_story(
    number: int, draft: Draft, fate: Fate, hands: Hands, shot: Shot | None, chance: random.Random
) -> Making:
    """Type it, edit it, pass it: up to the state that is its fate."""
    making = Making(number, draft, fate, hands, shot)
    making.begin()
    _type_heads(making)
    _type_body(making)
    if shot:
        _place_photo(making, shot)
    if fate.state not in {State.DRAFT, State.EDIT}:
        _edit(making)
    summary = summarise(making.node)
    for name in PATH[fate.state]:
        _play(making, name, summary, chance)
    return making


def _play(making: Making, name: str, summary: Summary, chance: random.Random) -> None:
    hands = making.hands
    actor = {"file": hands.reporter, "pass-captions": hands.photo_desk}.get(name, hands.editor)
    note = "The source took it back." if name == "withdraw" else ""
    at = making.clock + timedelta(hours=chance.uniform(6, 40)) if name == "schedule" else None
    making.move(name, actor, summary, Given(note, at))


def _type_heads(making: Making) -> None:
    draft, author = making.draft, making.hands.reporter
    # Positions in an empty document: each single line is two wide.
    for at, words in ((7, draft.dateline), (5, f"By {author.name}"), (1, draft.headline)):
        making.change(author, [_typed(at, words)])


def _type_body(making: Making) -> None:
    """A paragraph a commit: the first into the empty one, each other behind the last."""
    author = making.hands.reporter
    first, *others = making.draft.paragraphs
    end = making.node.content.size - making.node.children[-1].node_size
    making.change(author, [_typed(end - 1, first)])
    for words in others:
        end = making.node.content.size - making.node.children[-1].node_size
        block = EMPTY_PARAGRAPH.copy(Fragment.from_(document.SCHEMA.text(words)))
        making.change(author, [ReplaceStep(end, end, Slice(Fragment.from_(block), 0, 0))])


def _typed(at: int, words: str) -> Step:
    return ReplaceStep(at, at, Slice(Fragment.from_(document.SCHEMA.text(words)), 0, 0))


def _place_photo(making: Making, shot: Shot) -> None:
    """The reporter leaves the place with its caption, the photo desk puts the photo in."""
    heads = sum(block.node_size for block in making.node.children[:4])
    figure = document.SCHEMA.nodes["figure"].create(
        {"creator": shot.creator, "credit": shot.credit, "alt": making.draft.alt},
        [document.SCHEMA.text(making.draft.caption)],
    )
    making.change(
        making.hands.reporter, [ReplaceStep(heads, heads, Slice(Fragment.from_(figure), 0, 0))]
    )
    if making.fate.state is not State.DRAFT:
        making.change(making.hands.photo_desk, [AttrStep(heads, "photo", shot.id)])


def _edit(making: Making) -> None:
    """What the checks asked for: the house's spelling, and the credit of the source."""
    if making.draft.typed:
        _take_spelling(making)
    if making.draft.credit_line:
        at = making.node.content.size - 1
        making.change(making.hands.editor, [_typed(at, making.draft.credit_line)])


def _take_spelling(making: Making) -> None:
    """The editor accepts the finding: an ordinary step, and the finding says so."""
    draft, at = making.draft, _place(making.node, making.draft.typed)
    end = at + len(draft.typed)
    making.rows.add(
        "finding",
        **_finding(making, at, end),
        decided_by_id=making.hands.editor.id,
        decided_at=making.clock,
    )
    piece = Slice(Fragment.from_(document.SCHEMA.text(draft.preferred)), 0, 0)
    making.change(making.hands.editor, [ReplaceStep(at, end, piece)])


def _finding(making: Making, start: int, end: int) -> Row:
    return {
        "story_id": making.id,
        "check": "house_style",
        "rule": "housestyle:1",
        "version": making.version,
        "start": start,
        "end": end,
        "words": making.draft.typed,
        "suggestion": making.draft.preferred,
        "kind": "known",
        "severity": "blocking",
        "place": "paragraph",
        "status": "accepted",
        "detail": "{}",
        "created_at": making.clock,
    }


def _place(node: Node, words: str) -> int:
    position = 0
    for block in node.children:
        found = block.text_content.find(words) if block.type.name == "paragraph" else -1
        if found >= 0:
            # The texts of the bulk newsroom hold no character outside the Basic Plane.
            return position + 1 + found
        position += block.node_size
    raise RuntimeError(f"“{words}” is not in the story")


def story_row(making: Making, desk_id: int) -> Row:
    """The story's own row, as the services leave it."""
    summary, fate = summarise(making.node), making.fate
    scheduled = fate.state is State.SCHEDULED
    return {
        "id": making.id,
        "slug": making.draft.slug,
        "slug_day": fate.started.date(),
        "desk_id": desk_id,
        "state": making.state.value,
        "state_since": making.since,
        "spiked_from": State.EDIT.value if making.state is State.SPIKED else None,
        "version": making.version,
        "priority": 5,
        "deadline_at": fate.deadline,
        "sort_at": fate.deadline or NO_DEADLINE,
        "scheduled_for": fate.deadline + timedelta(days=2) if scheduled else None,
        "commissioned_words": summary.words // 20 * 20 + 40,
        "created_by_id": making.hands.reporter.id,
        "created_at": fate.started,
        "begun_with": 0,
        "changed_at": making.clock,
        "headline": summary.headline,
        "byline": summary.byline,
        "words": summary.words,
        "figures": len(summary.figures),
        "pictures": sum(1 for figure in summary.figures if figure.photo),
        "photo_waiver": None if making.shot else WAIVER,
        "live": making.state is State.PUBLISHED,
    }

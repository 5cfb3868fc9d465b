"""The right column of a story: what stands in the way of each move, the findings, the talk."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from newsroom.accounts.models import Person
from newsroom.db import now
from newsroom.roles import Actor, Permission
from newsroom.stories import (
    checks,
    comment_queries,
    comments,
    deciding,
    editing,
    facts,
    leaves,
    leaving,
    queries,
    releasing,
    talk,
)
from newsroom.stories.editing import Hand, Part
from newsroom.stories.entry_facts import EntryFacts, entry_facts
from newsroom.stories.leave_models import StoryLeave
from newsroom.stories.longer_words import longer_words
from newsroom.stories.models import Finding, Story, StoryNote
from newsroom.stories.reuse_shares import Agency, RanBefore, agencies, ran_before
from newsroom.stories.standing import Standing
from newsroom.stories.states import WORKING
from newsroom.stories.suggestions import Suggestion
from newsroom.stories.wire_uses import Linked
from newsroom.stories.workflow import BY_NAME, Choice, choices


@dataclass(frozen=True)
class FindingCard:
    """A finding as its card shows it."""

    row: Finding
    sentence: str
    detail: dict[str, Any]
    decided_by: str
    acceptable: bool
    dismissible: bool
    entry: EntryFacts | None = None
    """Of the lexicon, where the finding is about one."""
    left: bool = False
    """Whether it falls under what the story leaves alone."""
    releasable: bool = False
    """Whether the reader may answer for the unnamed source that it is about."""

    @property
    def longer(self) -> str:
        """The longer name that the words around it may make."""
        before, after = self.detail.get("context") or ("", "")
        return longer_words(before, self.row.words, after)


@dataclass(frozen=True)
class SuggestionCard:
    """A suggestion in the text as its card shows it."""

    row: Suggestion
    author: str
    at: datetime
    acceptable: bool
    rejectable: bool
    """Also by who suggested it."""


@dataclass(frozen=True)
class GatePage:
    story: Story
    standing: Standing
    choices: Sequence[Choice]
    findings: Sequence[FindingCard]
    suggestions: Sequence[SuggestionCard]
    notes: Sequence[tuple[StoryNote, str]]
    hands: frozenset[Hand]
    may: frozenset[Part]
    may_waive: bool
    may_plan: bool
    may_correct: bool
    said: Sequence[comment_queries.Row]
    may_demand: bool
    leaves: Sequence[tuple[StoryLeave, str]]
    """What the story leaves alone, and who decided so."""
    may_leave: bool
    may_propose: bool
    wire: Sequence[Linked]
    """The agency copy that it has words of."""

    @property
    def working(self) -> bool:
        """Whether the story is on its way."""
        return self.standing.state in WORKING

    @property
    def may_edit(self) -> bool:
        return Hand.EDITOR in self.hands

    @property
    def may_link(self) -> bool:
        """Whether the person says which agency copy the story is from."""
        return self.may_edit or Hand.REPORTER in self.hands

    @property
    def forward(self) -> list[Choice]:
        return [choice for choice in self.choices if choice.move.forward]

    @property
    def other(self) -> list[Choice]:
        return [choice for choice in self.choices if not choice.move.forward and choice.permitted]

    def cards(self, check: str, *statuses: str) -> list[FindingCard]:
        return [c for c in self.findings if c.row.check == check and c.row.status in statuses]

    def threads(self) -> list[talk.Thread]:
        """The talk, in document order; asked for by the one page that shows it."""
        return talk.threads(self.story, self.said)

    @property
    def agencies(self) -> list[Agency]:
        """Whose copy the story stands in."""
        return agencies(card.row for card in self.findings)

    @property
    def ran_before(self) -> list[RanBefore]:
        """What of it stands in the paper's own earlier stories."""
        return ran_before(card.row for card in self.findings)

    @property
    def open_known(self) -> int:
        return sum(1 for c in self.findings if c.row.status == "open" and c.row.kind == "known")

    @property
    def brought(self) -> tuple[StoryNote, str] | None:
        """The note of the move that brought the story where it stands, and who wrote it."""
        newest = next((one for one in self.notes if one[0].move in BY_NAME), None)
        if newest is None or BY_NAME[newest[0].move].target is not self.standing.state:
            return None
        return newest

    @property
    def reading(self) -> bool:
        """Whether a check has still to read this version."""
        return any(r.version != self.standing.version for r in self.standing.readings) or not (
            self.standing.readings
        )


def gate_page(actor: Actor, story: Story) -> GatePage:
    notes = queries.notes(story.id)
    gathered = facts.gather(story, {note.author_id for note in notes})
    # What is left alone stands among the findings as dismissed, by the same person.
    asks = any(row.kind in leaves.ASKED for row in gathered.findings)
    left = leaves.rows(story.id) if asks else ()
    standing, people = gathered.standing, gathered.people
    held = editing.hands(actor, story.desk_id, standing.reporters)
    may = editing.may_change(story.stands, held)
    return GatePage(
        story,
        standing,
        choices(standing, actor),
        _cards(actor, story, gathered, left, may),
        [_suggestion(actor, one, people, may) for one in standing.suggestions],
        [(note, _name(people, note.author_id)) for note in notes],
        held,
        may,
        actor.may(Permission.PASS_CAPTIONS, story.desk_id),
        actor.may(Permission.PLAN_STORY, story.desk_id) or Hand.REPORTER in held,
        actor.may(Permission.PUBLISH, story.desk_id),
        gathered.said,
        comments.may_demand(actor, story.desk_id),
        [(row, _name(people, row.by_id)) for row in left],
        leaving.may_leave(actor, story.desk_id),
        actor.may(Permission.WRITE_COPY),
        gathered.wire,
    )


def _cards(
    actor: Actor,
    story: Story,
    gathered: facts.Gathered,
    left: Sequence[StoryLeave],
    may: frozenset[Part],
) -> list[FindingCard]:
    asked = {row.rule for row in gathered.findings if row.kind in leaves.ASKED}
    entries, decided = entry_facts(asked), leaves.Leaves(left)
    releases = releasing.may_release(actor, story)
    return [
        FindingCard(
            row,
            checks.sentence(row.check, row.rule, row.words, row.suggestion),
            json.loads(row.detail),
            _name(gathered.people, row.decided_by_id),
            bool(row.suggestion) and row.kind != "quote" and _part_of(row) in may,
            deciding.may_decide(actor, story, row),
            entries.get(row.rule),
            decided.over(row) is not None,
            releases and releasing.is_releasable(row),
        )
        for row in gathered.findings
    ]


def _part_of(row: Finding) -> Part:
    return Part.FIGURES if row.place == "caption" else Part.COPY


def _suggestion(
    actor: Actor, row: Suggestion, people: Mapping[int, Person], may: frozenset[Part]
) -> SuggestionCard:
    decides = (Part.FIGURES if row.in_caption else Part.COPY) in may
    # The clock of its author's machine may be ahead.
    at = min(datetime.fromtimestamp(row.at / 1000, UTC), now())
    author = people.get(row.author)
    name = author.full_name if author else "Somebody"
    return SuggestionCard(row, name, at, decides, decides or row.author == actor.id)


def _name(people: Mapping[int, Person], person_id: int | None) -> str:
    found = people.get(person_id or 0)
    return found.full_name if found else "The newsroom"

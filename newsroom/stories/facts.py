"""A story as its guards see it, gathered from the database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from newsroom.accounts.models import Person
from newsroom.accounts.queries import people_by_id
from newsroom.db import now
from newsroom.settings import current_settings
from newsroom.stories import (
    checks,
    comment_queries,
    documents,
    photo_changes,
    queries,
    suggestions,
    talk,
)
from newsroom.stories.models import Approval, CheckReading, Finding, Story
from newsroom.stories.photo_facts import photo_facts
from newsroom.stories.references import readings
from newsroom.stories.standing import Approved, OpenFinding, Reading, Standing
from newsroom.stories.states import State
from newsroom.stories.summary import Summary, summarise
from newsroom.stories.wire_uses import Linked, linked

SHOWN = frozenset({"open", "dismissed", "released", "accepted"})
"""The findings that a page shows; resolved ones are history."""


@dataclass(frozen=True)
class Gathered:
    """The standing, and the rows that a page shows beside it: asked for once."""

    standing: Standing
    findings: Sequence[Finding]
    """Those that pages show: all but the resolved ones."""
    people: Mapping[int, Person]
    said: Sequence[comment_queries.Row]
    """The talk about the story."""
    wire: Sequence[Linked]
    """The agency copy that it has words of."""


def standing(story: Story) -> Standing:
    """What a move is refused by."""
    return gather(story).standing


def gather(story: Story, also_named: Iterable[int | None] = ()) -> Gathered:
    """Everything at once: what the page shows, and what the move is refused by."""
    given = queries.approvals(story.id)
    findings = queries.findings(story.id, SHOWN)
    named = {one for a in given.values() for one in (a.by_id, a.lapsed_by_id)}
    named |= {finding.decided_by_id for finding in findings} | set(also_named)
    document = documents.current(story.id, story.version)
    suggested = suggestions.listed(document)
    named |= {one.author for one in suggested}
    people = people_by_id({one for one in named if one})
    said = comment_queries.talk(story.id)
    standing = _standing(story, summarise(document), given, findings, people, said)
    wire = linked(story)
    standing = replace(standing, suggestions=tuple(suggested), wire=tuple(one.use for one in wire))
    return Gathered(standing, findings, people, said, wire)


def _standing(
    story: Story,
    summary: Summary,
    given: Mapping[str, Approval],
    findings: Sequence[Finding],
    people: Mapping[int, Person],
    said: Sequence[comment_queries.Row],
) -> Standing:
    settings = current_settings()
    shown = {figure.photo for figure in summary.figures if figure.photo}
    return Standing(
        state=story.stands,
        version=story.version,
        slug=story.slug,
        desk_id=story.desk_id,
        summary=summary,
        now=now(),
        reporters=queries.reporters(story.id),
        writers=queries.writers(story),
        self_pass=queries.desk_of(story).self_pass,
        findings=tuple(_open(row for row in findings if row.status == "open")),
        must_fix=talk.must_fix(said),
        readings=tuple(_readings(story.id)),
        copy=_approved(given.get("copy"), people),
        captions=photo_changes.as_it_stands(
            _approved(given.get("captions"), people), given.get("captions"), shown
        ),
        photos=photo_facts(shown),
        zone=ZoneInfo(settings.timezone),
        countries=settings.countries,
        waiver=story.photo_waiver,
        planned_at=story.planned_at,
        scheduled_for=story.scheduled_for,
        live=story.live,
        spiked_from=State(story.spiked_from) if story.spiked_from else None,
    )


def _open(findings: Iterable[Finding]) -> Iterable[OpenFinding]:
    for finding in findings:
        yield OpenFinding(
            finding.id,
            checks.SAID_AS[finding.check],
            finding.words,
            checks.sentence(finding.check, finding.rule, finding.words, finding.suggestion),
            finding.place == "caption",
            finding.severity == "blocking",
        )


def _readings(story_id: int) -> Iterable[Reading]:
    for row, fresh in readings(story_id):
        yield as_reading(row, fresh=fresh)


def as_reading(row: CheckReading, *, fresh: bool) -> Reading:
    return Reading(checks.SAID_AS[row.check], row.version if fresh else None, row.failure)


def _approved(approval: Approval | None, names: Mapping[int, Person]) -> Approved | None:
    if approval is None:
        return None
    by, lapsed_by = names.get(approval.by_id or 0), names.get(approval.lapsed_by_id or 0)
    return Approved(
        approval.version,
        by.full_name if by else "the newsroom",
        lapsed_by.full_name if lapsed_by else None,
        approval.lapsed_at,
        approval.why,
    )

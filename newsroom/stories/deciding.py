"""What a person decides about a finding: take the suggestion as a step, or dismiss it with a reason."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from prosemirror.model import Node
from prosemirror.transform import AttrStep, Step

from newsroom.audit import Event, record
from newsroom.db import db, now
from newsroom.errors import Conflict, Invalid, NotAllowed, NotFound
from newsroom.notifications.live import announce
from newsroom.roles import Actor, Permission
from newsroom.stories import authority, documents, leaves, queries, reconcile
from newsroom.stories.found import CREDIT_RULES, FIGURE
from newsroom.stories.models import Finding, Story
from newsroom.stories.respelling import respell
from newsroom.stories.suggestions import standing
from newsroom.stories.words import kept

REASON_LENGTH = 500
FIELDS = ("creator", "credit", "alt")
"""What of a figure a suggestion may be put into as a whole."""
SETTLED = frozenset({"dismissed", "released"})
"""By a person, and to be opened again by one."""


def accept(
    actor: Actor, story_id: int, finding_id: int, wording: str = "", page: str = ""
) -> Story:
    """Put the suggestion where the words stand; refused where they are no longer there.

    With a `wording`, that in its place: of a proposed credit line alone the wording is free. With
    the client of a `page`, an undo there takes it back.
    """
    story = queries.story_for_change(actor, story_id)
    finding = finding_in(story, finding_id)
    if finding.status == "accepted":
        return story  # sent twice: it is done
    if wording:
        if finding.rule not in CREDIT_RULES:
            raise Invalid("The wording of this suggestion is the lexicon's; change it in the text.")
        finding.suggestion = " ".join(kept(wording).split())
    _accept(actor, story, [finding], page)
    return story


def accept_all(actor: Actor, story_id: int, page: str = "") -> int:
    """Take every listed spelling that is open; probable ones and quotations are never among them."""
    story = queries.story_for_change(actor, story_id)
    known = [
        finding
        for finding in queries.findings(story.id, {"open"})
        if finding.kind == "known" and finding.suggestion
    ]
    if known:
        _accept(actor, story, known, page)
    return len(known)


def _accept(actor: Actor, story: Story, findings: Sequence[Finding], page: str) -> None:
    node = documents.at(story.id, story.version)
    steps: list[Step] = []
    # From the end to the start: no step moves the place of one that is still to come.
    for finding, start, end in sorted(_places(story, findings), key=lambda one: -one[1]):
        steps.append(_step(node, finding, start, end))
    authority.take(actor, story, authority.made_for(page), steps)
    for finding in findings:
        _decide(actor, finding, "accepted")
    announce("panel", story=story.id)


def _places(story: Story, findings: Sequence[Finding]) -> list[tuple[Finding, int, int]]:
    placed, mapping_since = [], documents.mappings_to(story.id, story.version)
    for finding in findings:
        mapping = mapping_since(finding.version)
        start, end, deleted = reconcile.followed(mapping, finding.start, finding.end, finding.words)
        if deleted:
            raise _changed(finding)
        placed.append((finding, start, end))
    return placed


def _step(node: Node, finding: Finding, start: int, end: int) -> Step:
    if not finding.suggestion:
        raise Invalid(f"There is no suggestion for “{finding.words}”; change it in the text.")
    if finding.kind == "quote":
        raise Invalid(
            "A quotation stays as it was said; if it was misheard, change it in the text."
        )
    if finding.kind == FIGURE:
        return _field_step(node, finding, start)
    if _present(node, finding, start, end) != finding.words:
        raise _changed(finding)
    return respell(node, start, end, finding.suggestion)


def _field_step(node: Node, finding: Finding, start: int) -> Step:
    """Into the field of a figure that the finding is about: its creator, its credit, its alt text."""
    field, found = json.loads(finding.detail)["field"], node.node_at(start)
    attrs: Mapping[str, Any] = found.attrs if found is not None else {}
    if field not in FIELDS or str(attrs.get(field, "")).strip() != finding.words:
        raise _changed(finding)
    return AttrStep(start, field, finding.suggestion)


def _present(node: Node, finding: Finding, start: int, end: int) -> str:
    """A credit line is taken for the whole of the present one, also where that was empty."""
    if finding.rule in CREDIT_RULES:
        return standing(node.resolve(start).parent).text_content
    return node.text_between(start, end)


def _changed(finding: Finding) -> Conflict:
    return Conflict(f"“{finding.words}” is no longer there; the check will read the story again.")


def dismiss(actor: Actor, story_id: int, finding_id: int, reason: str) -> Finding:
    """Leave the words as they are, with the reason; later runs of the check keep to it."""
    story = queries.story_for_change(actor, story_id)
    finding = _to_decide(actor, story, finding_id)
    finding.reason = cleaned = sound_reason(reason)
    _decide(actor, finding, "dismissed")
    record(
        actor,
        Event.FINDING_DISMISSED,
        "story",
        story.id,
        words=finding.words,
        reason=cleaned,
        version=story.version,
    )
    announce("panel", story=story.id)
    return finding


def sound_reason(reason: str) -> str:
    """Fit to be kept; raises Invalid where it says nothing."""
    cleaned = kept(reason)
    if not cleaned or len(cleaned) > REASON_LENGTH:
        raise Invalid(
            "Say why it stays as it is, so that the next reader need not ask.",
            {"reason": f"Between 1 and {REASON_LENGTH} characters."},
        )
    return cleaned


def reopen(actor: Actor, story_id: int, finding_id: int) -> Finding:
    """Take a dismissal, or the release of an unnamed source, back."""
    story = queries.story_for_change(actor, story_id)
    finding = _to_decide(actor, story, finding_id)
    if finding.status not in SETTLED:
        raise Conflict("It is not dismissed.")
    if finding.status == "released":
        actor.require(Permission.PASS_COPY, story.desk_id)
    if leaves.of(story.id).over(finding) is not None:
        raise Conflict(f"The whole story leaves “{finding.words}” alone; ask about it again there.")
    open_again(actor, story, finding)
    record(
        actor,
        Event.FINDING_REOPENED,
        "story",
        story.id,
        words=finding.words,
        version=story.version,
    )
    announce("panel", story=story.id)
    return finding


def open_again(actor: Actor, story: Story, finding: Finding) -> None:
    """Ask for a decision anew, and, where the gate was passed with the old one, for the passing too."""
    if finding.severity == "blocking":
        kind = "captions" if finding.place == "caption" else "copy"
        authority.lapse(actor, story, kind, f"opened “{finding.words}” again")
    finding.reason = None
    _decide(actor, finding, "open")


def finding_in(story: Story, finding_id: int) -> Finding:
    found = db.session.get(Finding, finding_id)
    if found is None or found.story_id != story.id:
        raise NotFound("There is no such finding in this story.")
    return found


def may_decide(actor: Actor, story: Story, finding: Finding) -> bool:
    """Editors decide about copy; the photo desk decides too about what stands in a caption."""
    if finding.place == "caption" and actor.may(Permission.EDIT_FIGURES, story.desk_id):
        return True
    return actor.may(Permission.DECIDE_FINDINGS, story.desk_id)


def _to_decide(actor: Actor, story: Story, finding_id: int) -> Finding:
    finding = finding_in(story, finding_id)
    if not may_decide(actor, story, finding):
        raise NotAllowed("An editor of the desk decides about this finding.")
    return finding


def _decide(actor: Actor, finding: Finding, status: str) -> None:
    finding.status, finding.decided_by_id, finding.decided_at = status, actor.id, now()

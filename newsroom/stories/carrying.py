"""The findings of one run met again in the next: what was decided about them stays with its words."""

import json
from collections.abc import Sequence

from prosemirror.transform import Mapping

from newsroom.db import db
from newsroom.stories import checks, documents, leaves, queries, reconcile
from newsroom.stories.found import Found
from newsroom.stories.models import Finding, Story

CARRIED = frozenset({"open", "dismissed", "released"})
"""Findings that the next run meets again; accepted and resolved ones are history."""


def carry(story: Story, version: int, check: str, found: Sequence[Found]) -> None:
    """Keep what a check found in that version, each as the finding that it was before."""
    rows = {row.id: row for row in queries.findings(story.id, CARRIED) if row.check == check}
    mapping_since = documents.mappings_to(story.id, version)
    old = [_kept(row, mapping_since(row.version)) for row in rows.values()]
    matched = reconcile.match(old, found)
    for kept, one in matched.same:
        _follow(rows[kept.id], one, version)
    for kept in matched.gone:
        _resolve(rows[kept.id], kept, version)
    new = [_new(story, version, check, one) for one in matched.new]
    db.session.add_all(new)
    if check == checks.HOUSE_STYLE:
        leaves.settle(leaves.of(story.id), [*(rows[kept.id] for kept, _ in matched.same), *new])


def _kept(row: Finding, mapping: Mapping) -> reconcile.Kept:
    start, end, deleted = reconcile.followed(mapping, row.start, row.end, row.words)
    context = reconcile.context_of(row.detail)
    return reconcile.Kept(row.id, row.rule, row.words, start, end, deleted, context, row.suggestion)


def _follow(row: Finding, found: Found, version: int) -> None:
    """Where it stands now; what was decided about it is kept, unless it weighs more by now."""
    if row.status == "dismissed" and checks.weighs_more(found.severity, row.severity):
        # "It is in a quotation" says nothing any more of words that have left it.
        row.status, row.reason, row.decided_by_id, row.decided_at = "open", None, None, None
    _take_over(row, found, version)


def _take_over(row: Finding, found: Found, version: int) -> None:
    row.version, row.start, row.end = version, found.start, found.end
    row.suggestion, row.kind, row.severity = found.suggestion, found.kind, found.severity
    row.place, row.detail = found.place, json.dumps(found.detail, ensure_ascii=False)


def _resolve(row: Finding, gone: reconcile.Kept, version: int) -> None:
    """A dismissed or released one keeps its status, so that undoing the deletion brings the decision back."""
    # From here on it is followed: all steps since its beginning are not read again each time.
    row.version, row.start, row.end = version, gone.start, gone.end
    if row.status == "open":
        row.status = "resolved"
        row.reason = f"resolved by an edit before version {version}"


def _new(story: Story, version: int, check: str, found: Found) -> Finding:
    row = Finding(story_id=story.id, check=check, rule=found.rule, words=found.words, status="open")
    _take_over(row, found, version)
    return row

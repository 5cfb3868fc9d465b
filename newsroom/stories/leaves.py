"""What a story leaves alone, and which findings that settles."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from newsroom.db import db
from newsroom.housestyle.folding import fold
from newsroom.stories.found import Found
from newsroom.stories.leave_models import StoryLeave
from newsroom.stories.models import Finding

ASKED = frozenset({"known", "probable"})
"""The kinds of finding that ask for a decision; a quotation is left alone in any case."""


class Leaves:
    """Those of one story, asked by the rule and the words of a finding."""

    def __init__(self, rows: Iterable[StoryLeave]) -> None:
        self._rows = {(row.rule, row.folded): row for row in rows}

    def over(self, one: Found | Finding) -> StoryLeave | None:
        """The decision that this finding falls under."""
        if not self._rows or one.kind not in ASKED:
            return None
        return self._rows.get((one.rule, fold(one.words)))


def rows(story_id: int) -> Sequence[StoryLeave]:
    """Those of the story, newest first."""
    wanted = select(StoryLeave).where(StoryLeave.story_id == story_id)
    return db.session.scalars(wanted.order_by(StoryLeave.id.desc())).all()


def of(story_id: int) -> Leaves:
    return Leaves(rows(story_id))


def settle(leaves: Leaves, findings: Iterable[Finding]) -> None:
    """Dismiss the open ones that were decided about for the whole story."""
    for finding in findings:
        leave = leaves.over(finding)
        if leave is not None and finding.status == "open":
            finding.status, finding.reason = "dismissed", leave.reason
            finding.decided_by_id, finding.decided_at = leave.by_id, leave.at


def settled_by(leave: StoryLeave, finding: Finding) -> bool:
    """Whether it was dismissed with that decision, and not by one of its own."""
    same = (finding.rule, fold(finding.words)) == (leave.rule, leave.folded)
    return same and finding.status == "dismissed" and finding.decided_at == leave.at

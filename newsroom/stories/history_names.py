"""The versions that have a name: filed, returned, passed, published; read from the audit log.

The log keeps who did it under the name they had, whatever becomes of the story or the account.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from newsroom.accounts.queries import full_names
from newsroom.audit.events import Event
from newsroom.audit.models import AuditEntry
from newsroom.db import db
from newsroom.stories.models import Approval
from newsroom.stories.moving import APPROVES

NAMES = {
    "file": "Filed",
    "return-to-reporter": "Returned to reporter",
    "return-to-edit": "Returned to edit",
    "pass-copy": "Copy passed",
    "pass-copy-again": "Copy passed again",
    "pass-captions": "Captions passed",
    "pass-captions-again": "Captions passed again",
    "publish": "Published",
    "correct": "Correction started",
    "withdraw": "Withdrawn",
}
"""What a version is called by the move that was made with it."""

MOST = 500
"""Moves of one story that are read, the newest; no story has come near to it."""


@dataclass(frozen=True)
class Named:
    version: int
    name: str
    move: str
    by: str
    at: datetime
    note: str
    lapsed: str = ""
    """By whom and how the approval that it was lapsed."""


Names = dict[int, list[Named]]


def names_of(story_id: int) -> Names:
    """Every version with a name, each with its names in the order they were given."""
    lapsed = _lapses(story_id)
    found: Names = defaultdict(list)
    published = False
    for entry in _moves(story_id):
        facts = entry.facts
        move, version = facts["move"], facts["version"]
        if move not in NAMES:
            continue
        name = "Corrected" if move == "publish" and published else NAMES[move]
        published = published or move == "publish"
        why = lapsed.get((APPROVES.get(move, ""), version), "")
        found[version].append(
            Named(version, name, move, entry.actor_name, entry.at, facts["note"], why)
        )
    return dict(found)


def published_version(names: Names) -> int | None:
    """The version that readers saw last."""
    return max(
        (v for v, given in names.items() if any(n.move == "publish" for n in given)), default=None
    )


def _moves(story_id: int) -> Sequence[AuditEntry]:
    rows = (
        select(AuditEntry)
        .where(
            AuditEntry.subject_type == "story",
            AuditEntry.subject_id == story_id,
            AuditEntry.event == Event.STORY_MOVED.value,
        )
        .order_by(AuditEntry.id.desc())
        .limit(MOST)
    )
    return db.session.scalars(rows).all()[::-1]


def _lapses(story_id: int) -> dict[tuple[str, int], str]:
    """By kind and version of an approval, what ended it; nothing for one that holds."""
    wanted = (
        select(Approval)
        .where(Approval.story_id == story_id)
        .order_by(Approval.id.desc())
        .limit(MOST)
    )
    rows = db.session.scalars(wanted).all()[::-1]
    full_name = full_names(row.lapsed_by_id for row in rows)
    return {
        (row.kind, row.version): f"{full_name(row.lapsed_by_id)} {row.why}" if row.lapsed_at else ""
        for row in rows
    }

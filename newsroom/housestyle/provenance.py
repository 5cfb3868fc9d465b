"""Who set an entry of the lexicon as it stands, and since when."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from newsroom.audit import Event
from newsroom.audit.models import AuditEntry
from newsroom.db import db
from newsroom.housestyle.models import Concept

SETS = (Event.CONCEPT_ADDED.value, Event.CONCEPT_CHANGED.value)
"""The events that make an entry what it is."""


@dataclass(frozen=True)
class Provenance:
    note: str
    by: str
    """Whose change was the last; empty where the log does not say."""
    at: datetime


def provenance(concept_ids: Collection[int]) -> Mapping[int, Provenance]:
    """Of each entry that there is: by the log, else since its row was last written."""
    last = _last_changes(concept_ids)
    rows = select(Concept.id, Concept.note, Concept.updated_at).where(Concept.id.in_(concept_ids))
    return {
        row.id: Provenance(row.note, *last.get(row.id, ("", row.updated_at)))
        for row in db.session.execute(rows)
    }


def _last_changes(concept_ids: Collection[int]) -> Mapping[int, tuple[str, datetime]]:
    newest = (
        select(func.max(AuditEntry.id))
        .where(
            AuditEntry.subject_type == "concept",
            AuditEntry.subject_id.in_(concept_ids),
            AuditEntry.event.in_(SETS),
        )
        .group_by(AuditEntry.subject_id)
    )
    columns = select(AuditEntry.subject_id, AuditEntry.actor_name, AuditEntry.at)
    rows = db.session.execute(columns.where(AuditEntry.id.in_(newest)))
    return {row.subject_id: (row.actor_name, row.at) for row in rows}

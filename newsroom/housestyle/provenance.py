"""Who set an entry of the lexicon as it stands, and since when."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from newsroom.audit import Event
from newsroom.audit.models import AuditEntry
from newsroom.housestyle.models import Concept

SETS = (Event.CONCEPT_ADDED.value, Event.CONCEPT_CHANGED.value)
"""The events that make an entry what it is."""


@dataclass(frozen=True)
class Provenance:
    note: str
    by: str
    """Whose change was the last; empty where the log does not say."""
    at: datetime


def provenances(concept_ids: Collection[int]) -> Select[int, str, str, datetime]:
    """The question for id, note, whose change was the last, and when; callers may ask more with it.

    By the log, else since the row was last written.
    """
    of_it = aliased(AuditEntry)
    newest = (
        select(func.max(of_it.id))
        .where(
            of_it.subject_type == "concept",
            of_it.subject_id == Concept.id,
            of_it.event.in_(SETS),
        )
        .scalar_subquery()
    )
    return (
        select(
            Concept.id,
            Concept.note,
            func.coalesce(AuditEntry.actor_name, "").label("by"),
            func.coalesce(AuditEntry.at, Concept.updated_at).label("at"),
        )
        .outerjoin(AuditEntry, AuditEntry.id == newest)
        .where(Concept.id.in_(concept_ids))
    )

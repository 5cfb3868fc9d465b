"""Reading the log: page by page, by subject, and from end to end to see that it is whole."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import Select, select

from newsroom.audit.chain import BEGINNING
from newsroom.audit.models import AuditEntry
from newsroom.db import db
from newsroom.paging import first_page

BATCH = 500
"""Entries held in memory at once while the log is verified."""


@dataclass(frozen=True)
class Wanted:
    """Which entries are asked for; empty means all."""

    event: str = ""
    actor: str = ""
    subject_type: str = ""
    subject_id: int | None = None


def entries(wanted: Wanted, before: int | None = None) -> tuple[list[AuditEntry], int | None]:
    """A page of entries, newest first, and where the next one begins."""
    rows = _matching(wanted).order_by(AuditEntry.id.desc())
    if before is not None:
        rows = rows.where(AuditEntry.id < before)
    return first_page(rows)


def _matching(wanted: Wanted) -> Select[AuditEntry]:
    rows = select(AuditEntry)
    if wanted.event:
        rows = rows.where(AuditEntry.event == wanted.event)
    if wanted.actor:
        rows = rows.where(AuditEntry.actor_name == wanted.actor)
    if wanted.subject_type:
        rows = rows.where(AuditEntry.subject_type == wanted.subject_type)
    if wanted.subject_id is not None:
        rows = rows.where(AuditEntry.subject_id == wanted.subject_id)
    return rows


def history_of(subject_type: str, subject_id: int) -> list[AuditEntry]:
    """All that was done with one thing, oldest first."""
    rows = _matching(Wanted(subject_type=subject_type, subject_id=subject_id))
    return list(db.session.scalars(rows.order_by(AuditEntry.id)))


@dataclass(frozen=True)
class Verdict:
    """Whether the log is whole; `broken` says where not and why."""

    count: int
    last_hash: str
    broken: str | None = None


def verify() -> Verdict:
    """Read the whole log and compute each hash again."""
    count, previous = 0, BEGINNING
    rows = select(AuditEntry).order_by(AuditEntry.id).execution_options(yield_per=BATCH)
    with closing(db.session.scalars(rows)) as every:
        for entry in every:
            fault = _fault(entry, count + 1, previous)
            if fault:
                return Verdict(count, previous, fault)
            count, previous = entry.id, entry.hash
    return Verdict(count, previous)


def _fault(entry: AuditEntry, expected: int, previous: str) -> str | None:
    if entry.id != expected:
        return f"Entry {expected} is missing; entry {entry.id} follows entry {expected - 1}."
    if entry.previous_hash != previous:
        return f"Entry {entry.id} does not continue the one before it."
    if entry.hash != entry.computed_hash():
        return f"Entry {entry.id} was changed after it was written."
    return None


def has_hash(wanted: str) -> bool:
    rows = select(AuditEntry.id).where(AuditEntry.hash == wanted)
    return db.session.scalar(rows.limit(1)) is not None

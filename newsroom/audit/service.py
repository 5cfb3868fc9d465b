"""Writing the log: one entry after another, whoever writes at the same time."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, text

from newsroom.audit.chain import BEGINNING
from newsroom.audit.events import Event
from newsroom.audit.models import AuditEntry
from newsroom.db import db, dialect, now, writing
from newsroom.roles import Actor

CHAIN_LOCK = 0x61756469
"""Any number that only this program uses."""

Fact = str | int | float | bool | None


def record(
    actor: Actor, event: Event, subject_type: str, subject_id: int, **facts: Fact
) -> AuditEntry:
    """Add an entry to the open transaction; call it last, it holds up other writers from here on.

    Raises TypeError where the facts are not exactly those that the event declares.
    """
    if not writing():
        raise RuntimeError("record() belongs inside transaction()")
    wait_for_turn()
    entry = _entry(_last(), now(), actor, event, (subject_type, subject_id), facts)
    db.session.add(entry)
    db.session.flush()
    return entry


@dataclass(frozen=True)
class Past:
    """Something that was done at another time than now: what a newsroom brings along."""

    at: datetime
    actor: Actor
    event: Event
    subject: tuple[str, int]
    facts: Mapping[str, Fact]


def record_past(happened: Iterable[Past]) -> None:
    """Add entries in the order they are given, behind all that stand; inside a transaction."""
    wait_for_turn()
    last = _last()
    rows = []
    for one in happened:
        entry = _entry(last, one.at, one.actor, one.event, one.subject, one.facts)
        last = (entry.id, entry.hash)
        columns = entry.__mapper__.column_attrs
        rows.append({column.key: getattr(entry, column.key) for column in columns})
    if rows:
        db.session.execute(insert(AuditEntry), rows)


def _entry(
    last: tuple[int, str],
    at: datetime,
    actor: Actor,
    event: Event,
    subject: tuple[str, int],
    facts: Mapping[str, Fact],
) -> AuditEntry:
    if facts.keys() != event.facts:
        wrong = sorted(facts.keys() ^ event.facts)
        raise TypeError(f"{event.value} is recorded with other facts: {', '.join(wrong)}")
    number, previous = last
    entry = AuditEntry(
        id=number + 1,
        at=at,
        actor_id=actor.id,
        actor_name=actor.name,
        event=event.value,
        subject_type=subject[0],
        subject_id=subject[1],
        facts_json=json.dumps(facts, ensure_ascii=False, sort_keys=True),
        previous_hash=previous,
    )
    entry.hash = entry.computed_hash()
    return entry


def wait_for_turn() -> None:
    """SQLite has one writer at a time anyway; PostgreSQL is asked for a lock until the commit."""
    if dialect() == "postgresql":
        db.session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": CHAIN_LOCK})


def _last() -> tuple[int, str]:
    columns = select(AuditEntry.id, AuditEntry.hash).order_by(AuditEntry.id.desc()).limit(1)
    row = db.session.execute(columns).first()
    return (row.id, row.hash) if row else (0, BEGINNING)

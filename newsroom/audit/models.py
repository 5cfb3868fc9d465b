"""The log's one table; a database trigger refuses to change or delete its rows."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.audit.chain import entry_hash
from newsroom.audit.events import event_named
from newsroom.db import Base, UtcDateTime

NAMES_FROM_CODE = {"move", "source", "target"}
"""Facts that name a state or a move as the code does: photo_check, pass-copy."""


class AuditEntry(Base):
    """One thing done. The actor's name stands as it was then, without a foreign key."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index("ix_audit_entry_subject", "subject_type", "subject_id", "id"),
        Index("ix_audit_entry_actor", "actor_name", "id"),
        Index("ix_audit_entry_event", "event", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """Without a gap: the one before, plus one."""
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor_id: Mapped[int | None]
    actor_name: Mapped[str] = mapped_column(String(120))
    event: Mapped[str] = mapped_column(String(40))
    subject_type: Mapped[str] = mapped_column(String(20))
    subject_id: Mapped[int]
    facts_json: Mapped[str] = mapped_column("facts", Text)
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))

    @property
    def facts(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.facts_json)
        return found

    @property
    def sentence(self) -> str:
        """What was done, to be read after the actor's name."""
        known = event_named(self.event)
        try:
            return known.sentence.format_map(self._spoken_facts()) if known else self.event
        except KeyError:
            return self.event  # written by a version of the newsroom that knew other facts

    def _spoken_facts(self) -> dict[str, Any]:
        return {
            name: re.sub("[_-]", " ", value) if name in NAMES_FROM_CODE else value
            for name, value in self.facts.items()
        }

    def computed_hash(self) -> str:
        """What its hash must be, from what the row says now."""
        return entry_hash(
            self.previous_hash,
            number=self.id,
            at=self.at,
            actor=(self.actor_id, self.actor_name),
            event=self.event,
            subject=(self.subject_type, self.subject_id),
            facts=self.facts_json,
        )

"""What each desk makes of one table of rules: kept, logged, and heeded by its stories at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from flask import Flask, current_app
from sqlalchemy import delete, select

from newsroom.accounts.models import Desk
from newsroom.audit import Event, record
from newsroom.db import db
from newsroom.jobs import Job, enqueue
from newsroom.roles import Actor, Permission
from newsroom.standards import Level, Levels
from newsroom.versions import Version

SPARED = "desk_levels_spared"

Spare = Callable[[type[Version], int], None]


def spared_by(app: Flask, spare: Spare) -> None:
    """`spare` keeps the stories of all desks but one from being read again for nothing."""
    app.extensions[SPARED] = spare


RuleT = TypeVar("RuleT", bound=StrEnum)
LevelsT = TypeVar("LevelsT", bound=Levels[Any])


@dataclass(frozen=True)
class DeskLevels(Generic[RuleT, LevelsT]):
    """`rows` has a row (desk, rule, level) wherever a desk differs; `version` grows with each change."""

    rows: type[Any]
    version: type[Version]
    rules: type[RuleT]
    levels: type[LevelsT]
    event: Event

    def of(self, desk_id: int) -> LevelsT:
        return self.on_desks()(desk_id)

    def on_desks(self) -> Callable[[int], LevelsT]:
        """Of every desk in one question, for whoever reads stories of many."""
        known: dict[int, dict[RuleT, Level]] = {}
        for row in db.session.scalars(select(self.rows)):
            # A name of another version of the newsroom stands for nothing here.
            if row.rule in set(self.rules):
                known.setdefault(row.desk_id, {})[self.rules(row.rule)] = Level(row.level)
        return lambda desk_id: self.levels(known.get(desk_id, {}))

    def set(self, actor: Actor, desk: Desk, wanted: Mapping[RuleT, Level]) -> str:
        """The desk's own from now on; what changed, in words, and its open stories are read again."""
        actor.require(Permission.MANAGE_DESKS, desk.id)
        after = self.levels.differing(wanted)
        changes = self.of(desk.id).changes_to(after)
        if not changes:
            return ""
        db.session.execute(delete(self.rows).where(self.rows.desk_id == desk.id))
        db.session.add_all(
            self.rows(desk_id=desk.id, rule=rule.value, level=own.value)
            for rule, own in after.own.items()
        )
        self.version.grow()
        db.session.flush()
        spare: Spare | None = current_app.extensions.get(SPARED)
        if spare is not None:
            spare(self.version, desk.id)
        enqueue(Job.STORIES_RECHECK_ALL)
        record(actor, self.event, "desk", desk.id, name=desk.name, changes=changes)
        return changes

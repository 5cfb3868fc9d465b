"""The caption rules of the desks: asked for by the check, set by administrators."""

from collections.abc import Callable, Mapping

from sqlalchemy import delete, select

from newsroom.accounts.models import Desk
from newsroom.audit import Event, record
from newsroom.db import db
from newsroom.jobs import Job, enqueue
from newsroom.photos.caption_models import CaptionRulesVersion, DeskCaptionRule
from newsroom.photos.captions.levels import Levels, changes_in_words, differing
from newsroom.photos.captions.table import Level, Rule
from newsroom.roles import Actor, Permission


def levels(desk_id: int) -> Levels:
    return levels_on_desks()(desk_id)


def levels_on_desks() -> Callable[[int], Levels]:
    """Of every desk in one question, for whoever reads stories of many."""
    known: dict[int, dict[Rule, Level]] = {}
    for row in db.session.scalars(select(DeskCaptionRule)):
        # A name of another version of the newsroom stands for nothing here.
        if row.rule in set(Rule):
            known.setdefault(row.desk_id, {})[Rule(row.rule)] = Level(row.level)
    return lambda desk_id: Levels(known.get(desk_id, {}))


def set_levels(actor: Actor, desk: Desk, wanted: Mapping[Rule, Level]) -> str:
    """The desk's own from now on; what changed, in words, and its open stories are read again."""
    actor.require(Permission.MANAGE_DESKS, desk.id)
    before, after = levels(desk.id), Levels(differing(wanted))
    changes = changes_in_words(before, after)
    if not changes:
        return ""
    db.session.execute(delete(DeskCaptionRule).where(DeskCaptionRule.desk_id == desk.id))
    db.session.add_all(
        DeskCaptionRule(desk_id=desk.id, rule=rule.value, level=own.value)
        for rule, own in after.own.items()
    )
    CaptionRulesVersion.grow()
    enqueue(Job.STORIES_RECHECK_ALL)
    record(actor, Event.CAPTION_RULES_SET, "desk", desk.id, name=desk.name, changes=changes)
    return changes

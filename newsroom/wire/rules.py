"""The routing rules as editors change them: each change in the log."""

from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from newsroom.audit import Event, record
from newsroom.db import db, locked_row
from newsroom.errors import Conflict, Invalid, NotFound
from newsroom.roles import Actor, Permission
from newsroom.wire.routing import Rule, fault
from newsroom.wire.rule_models import RuleRow


def all_rules() -> list[RuleRow]:
    """In their order."""
    rows = select(RuleRow).options(joinedload(RuleRow.outlet), joinedload(RuleRow.desk))
    return list(db.session.scalars(rows.order_by(RuleRow.position, RuleRow.id)))


def in_force() -> list[Rule]:
    rows = select(RuleRow).where(~RuleRow.paused).order_by(RuleRow.position, RuleRow.id)
    return [row.rule for row in db.session.scalars(rows)]


def rule(rule_id: int) -> RuleRow:
    found = db.session.get(RuleRow, rule_id)
    if found is None:
        raise NotFound("There is no such rule.")
    return found


def rule_to_change(rule_id: int) -> RuleRow:
    """The rule as the newest commit left it, locked; for inside transaction()."""
    found = locked_row(select(RuleRow).where(RuleRow.id == rule_id))
    if found is None:
        raise NotFound("There is no such rule.")
    return found


def add_rule(actor: Actor, asked: Rule) -> RuleRow:
    actor.require(Permission.MANAGE_FEEDS)
    asked = _sound(asked)
    last = db.session.scalar(select(func.max(RuleRow.position))) or 0
    row = RuleRow(position=last + 1)
    _fill(row, asked)
    db.session.add(row)
    db.session.flush()
    record(actor, Event.RULE_ADDED, "wire_rule", row.id, rule=in_words(row))
    return row


def change_rule(actor: Actor, row: RuleRow, asked: Rule, revision: int) -> None:
    """Raises Conflict where the rule is no longer the one of that revision."""
    actor.require(Permission.MANAGE_FEEDS)
    if row.revision != revision:
        raise Conflict("Somebody changed this rule while you were writing. Nothing was saved.")
    asked = _sound(asked)
    if asked == row.rule:
        return
    before = in_words(row)
    _fill(row, asked)
    row.revision += 1
    db.session.flush()
    db.session.refresh(row)
    record(actor, Event.RULE_CHANGED, "wire_rule", row.id, before=before, rule=in_words(row))


def pause_rule(actor: Actor, row: RuleRow) -> None:
    actor.require(Permission.MANAGE_FEEDS)
    if not row.paused:
        row.paused = True
        record(actor, Event.RULE_PAUSED, "wire_rule", row.id, rule=in_words(row))


def resume_rule(actor: Actor, row: RuleRow) -> None:
    actor.require(Permission.MANAGE_FEEDS)
    if row.paused:
        row.paused = False
        record(actor, Event.RULE_RESUMED, "wire_rule", row.id, rule=in_words(row))


def remove_rule(actor: Actor, row: RuleRow) -> None:
    actor.require(Permission.MANAGE_FEEDS)
    record(actor, Event.RULE_REMOVED, "wire_rule", row.id, rule=in_words(row))
    db.session.delete(row)


def move_up(actor: Actor, row: RuleRow) -> None:
    """Before the rule that it followed; the first one stays."""
    actor.require(Permission.MANAGE_FEEDS)
    rows = all_rules()
    place = rows.index(row)
    if place:
        rows[place - 1 : place + 1] = [row, rows[place - 1]]
        for number, one in enumerate(rows, 1):
            one.position = number
        record(actor, Event.RULE_MOVED, "wire_rule", row.id, rule=in_words(row))


def in_words(row: RuleRow) -> str:
    """What the rule does, as the list and the log say it."""
    asked = [
        f"from {row.outlet.name}" if row.outlet else "",
        f"about “{row.keyword}”" if row.keyword else "",
        f"of priority {row.priority_at_most} or more urgent" if row.priority_at_most else "",
        f"with a subject {row.subject}…" if row.subject else "",
    ]
    return f"items {', '.join(filter(None, asked))} to {row.desk.name}"


def _sound(asked: Rule) -> Rule:
    asked = replace(asked, keyword=" ".join(asked.keyword.split()), subject=asked.subject.strip())
    if found := fault(asked):
        raise Invalid(found)
    return asked


def _fill(row: RuleRow, asked: Rule) -> None:
    row.outlet_id, row.desk_id = asked.outlet_id, asked.desk_id
    row.keyword, row.subject = asked.keyword, asked.subject
    row.priority_at_most = asked.priority_at_most

"""What administrators change about desks; each change leaves one audit entry."""

from dataclasses import asdict, dataclass

from sqlalchemy import ColumnElement, select

from newsroom.accounts.changes import apply_changes
from newsroom.accounts.desk_writing import language_fault, quotes_fault
from newsroom.accounts.grants import require_all_desks
from newsroom.accounts.models import Desk
from newsroom.accounts.names import LONGEST_DESK_NAME, printed_name_fault, slug_fault
from newsroom.audit import Event, record
from newsroom.db import db, flush_or
from newsroom.errors import Invalid
from newsroom.roles import Actor, Permission

TAKEN_JUST_NOW = "Another desk took that name a moment ago."


@dataclass(frozen=True)
class DeskFacts:
    """What an administrator says of a desk."""

    name: str
    slug: str
    position: int = 0
    self_pass: bool = False
    """An editor may pass copy they wrote."""
    editors_suggest: bool = True
    """In copy that is not theirs its editors begin by suggesting."""
    quotes: str = "typed"
    language: str = "en"


def add_desk(actor: Actor, facts: DeskFacts) -> Desk:
    """A new desk; raises Invalid where its name or slug is taken or not one."""
    require_all_desks(actor, Permission.MANAGE_DESKS)
    _check(facts, None)
    desk = Desk(**asdict(facts))
    db.session.add(desk)
    flush_or(Invalid(TAKEN_JUST_NOW))
    record(actor, Event.DESK_ADDED, "desk", desk.id, name=desk.name)
    return desk


def change_desk(actor: Actor, desk: Desk, facts: DeskFacts) -> None:
    actor.require(Permission.MANAGE_DESKS, desk.id)
    _check(facts, desk.id)
    changes = apply_changes(desk, asdict(facts))
    if changes:
        flush_or(Invalid(TAKEN_JUST_NOW))
        record(actor, Event.DESK_CHANGED, "desk", desk.id, name=desk.name, changes=changes)


def _check(facts: DeskFacts, desk_id: int | None) -> None:
    fields = {}
    odd = printed_name_fault(facts.name, LONGEST_DESK_NAME)
    if fault := odd or _taken(Desk.name == facts.name, desk_id):
        fields["name"] = fault
    if fault := slug_fault(facts.slug) or _taken(Desk.slug == facts.slug, desk_id):
        fields["slug"] = fault
    if fault := quotes_fault(facts.quotes):
        fields["quotes"] = fault
    if fault := language_fault(facts.language):
        fields["language"] = fault
    if fields:
        raise Invalid("The desk was not saved.", fields)


def _taken(same: ColumnElement[bool], desk_id: int | None) -> str | None:
    found = db.session.scalar(select(Desk.id).where(same))
    return None if found in {None, desk_id} else "Another desk has that already."

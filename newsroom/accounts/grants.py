"""Giving and taking roles, on one desk or on all, and never the last one that can give them."""

from collections.abc import Iterable

from sqlalchemy import select

from newsroom.accounts.models import Desk, Grant, Person
from newsroom.audit import Event, record
from newsroom.audit.service import wait_for_turn
from newsroom.db import db
from newsroom.errors import Conflict, NotAllowed, NotFound
from newsroom.roles import Actor, Permission, Role

LAST_ADMINISTRATOR = (
    "This is the last administrator on all desks. Make somebody else one first, "
    "or nobody could manage people any more."
)


def require_all_desks(actor: Actor, permission: Permission) -> None:
    """For what reaches beyond one desk: an account opens every desk its holder works on."""
    actor.require(permission)
    if actor.desks_with(permission) is not None:
        raise NotAllowed(f"You may not {permission.value} beyond your own desk.")


def _require_where(actor: Actor, desk_id: int | None) -> None:
    if desk_id is None:
        require_all_desks(actor, Permission.MANAGE_PEOPLE)
    else:
        actor.require(Permission.MANAGE_PEOPLE, desk_id)


def grant(actor: Actor, person: Person, role: Role, desk: Desk | None) -> Grant:
    """Give a role on one desk, or on all where no desk is named."""
    _require_where(actor, desk.id if desk else None)
    if any(g.role is role and g.desk_id == (desk.id if desk else None) for g in person.grants):
        raise Conflict(f"{person.full_name} has that role there already.")
    given = Grant(role_name=role.value, desk=desk, desk_id=desk.id if desk else None)
    person.grants.append(given)
    db.session.flush()
    _record_grant(actor, Event.ROLE_GRANTED, person, given)
    return given


def revoke(actor: Actor, person: Person, grant_id: int) -> None:
    held = next((g for g in person.grants if g.id == grant_id), None)
    if held is None:
        raise NotFound(f"{person.full_name} does not have that role any more.")
    _require_where(actor, held.desk_id)
    keep_an_administrator([held])
    person.grants.remove(held)
    _record_grant(actor, Event.ROLE_REVOKED, person, held)


def _record_grant(actor: Actor, event: Event, person: Person, it: Grant) -> None:
    record(
        actor,
        event,
        "person",
        person.id,
        full_name=person.full_name,
        role=it.role.label.lower(),
        desk=it.desk.name if it.desk else "all desks",
    )


def keep_an_administrator(going: Iterable[Grant]) -> None:
    """Refuses to take the last grant with which somebody can sign in and manage people."""
    going_ids = {g.id for g in going if _administers_all(g)}
    if not going_ids:
        return
    wait_for_turn()  # or two who go at the same moment would each see the other stay
    left = (
        select(Grant.id)
        .join(Grant.person)
        .where(
            Grant.role_name == Role.ADMINISTRATOR.value,
            Grant.desk_id.is_(None),
            Person.active,
            Grant.id.not_in(going_ids),
        )
    )
    if db.session.scalar(left.limit(1)) is None:
        raise Conflict(LAST_ADMINISTRATOR)


def _administers_all(it: Grant) -> bool:
    return it.role is Role.ADMINISTRATOR and it.desk_id is None

"""What administrators change about people; each change leaves one audit entry."""

from dataclasses import dataclass

from sqlalchemy import select

from newsroom.accounts import passwords, signing_in
from newsroom.accounts.changes import apply_changes
from newsroom.accounts.grants import keep_an_administrator, require_all_desks
from newsroom.accounts.models import Person
from newsroom.accounts.names import (
    LONGEST_FULL_NAME,
    email_fault,
    name_fault,
    printed_name_fault,
)
from newsroom.audit import Event, record
from newsroom.db import db, flush_or
from newsroom.errors import Conflict, Invalid
from newsroom.roles import Actor, Permission

UNCHANGED = "Nothing was changed."
TAKEN_JUST_NOW = "Somebody else took that name or address a moment ago."


@dataclass(frozen=True)
class Named:
    """How a person is called."""

    name: str
    full_name: str
    email: str

    def tidy(self) -> "Named":
        full_name = " ".join(self.full_name.split())
        return Named(self.name.strip().lower(), full_name, self.email.strip().lower())


def add_person(actor: Actor, named: Named, password: str, *, temporary: bool) -> Person:
    """A new person without a role; raises Invalid where a name is taken or not one."""
    require_all_desks(actor, Permission.MANAGE_PEOPLE)
    named = named.tidy()
    _check_names(named, None)
    fault = passwords.fault(password, named.name)
    if fault:
        raise Invalid("That password is not taken.", {"password": fault})
    person = Person(
        name=named.name,
        full_name=named.full_name,
        email=named.email,
        password_hash=passwords.hashed(password),
        password_is_temporary=temporary,
        active=True,
    )
    db.session.add(person)
    flush_or(Invalid(TAKEN_JUST_NOW))
    record(
        actor,
        Event.PERSON_ADDED,
        "person",
        person.id,
        name=person.name,
        full_name=person.full_name,
    )
    return person


def change_person(actor: Actor, person: Person, named: Named) -> None:
    require_all_desks(actor, Permission.MANAGE_PEOPLE)
    named = named.tidy()
    _check_names(named, person.id)
    changes = apply_changes(
        person, {"name": named.name, "full_name": named.full_name, "email": named.email}
    )
    if changes:
        flush_or(Invalid(TAKEN_JUST_NOW))
        record(
            actor,
            Event.PERSON_CHANGED,
            "person",
            person.id,
            full_name=person.full_name,
            changes=changes,
        )


def _check_names(named: Named, person_id: int | None) -> None:
    fields = {}
    if fault := name_fault(named.name) or _taken(Person.name == named.name, person_id):
        fields["name"] = fault
    if fault := email_fault(named.email) or _taken(Person.email == named.email, person_id):
        fields["email"] = fault
    if fault := printed_name_fault(named.full_name, LONGEST_FULL_NAME):
        fields["full_name"] = fault
    if fields:
        raise Invalid("Somebody cannot be called so.", fields)


def _taken(same: object, person_id: int | None) -> str | None:
    found = db.session.scalar(select(Person.id).where(same))  # type: ignore[arg-type]
    return None if found in {None, person_id} else "Somebody else has that already."


def deactivate(actor: Actor, person: Person) -> None:
    """Close the account and end its sign-ins; the person's history stays theirs."""
    require_all_desks(actor, Permission.MANAGE_PEOPLE)
    if not person.active:
        raise Conflict(f"The account of {person.full_name} is closed already.")
    keep_an_administrator(person.grants)
    person.active = False
    signing_in.end_all(person.id)
    record(actor, Event.PERSON_DEACTIVATED, "person", person.id, full_name=person.full_name)


def reactivate(actor: Actor, person: Person) -> None:
    require_all_desks(actor, Permission.MANAGE_PEOPLE)
    if person.active:
        raise Conflict(f"The account of {person.full_name} is open already.")
    person.active = True
    record(actor, Event.PERSON_REACTIVATED, "person", person.id, full_name=person.full_name)


def reset_password(actor: Actor, person: Person) -> str:
    """A one-time password for the person, who is signed out everywhere; shown once, then lost."""
    require_all_desks(actor, Permission.MANAGE_PEOPLE)
    password = passwords.made_up()
    person.password_hash = passwords.hashed(password)
    person.password_is_temporary = True
    signing_in.end_all(person.id)
    record(actor, Event.PASSWORD_RESET, "person", person.id, full_name=person.full_name)
    return password


@dataclass(frozen=True)
class Choice:
    """A person's own new password, hashed, and the hash that it is to replace."""

    replaced: str
    chosen: str


def require_password(person: Person, current: str) -> None:
    """Raises Invalid where it is not the person's. Reads only: hashing must not hold a lock."""
    if not passwords.matches(person.password_hash, current):
        raise Invalid(UNCHANGED, {"current": "That is not your password."})


def choose_password(person: Person, current: str, new: str) -> Choice:
    """What change_password() then writes; raises Invalid. Reads only, for the same reason."""
    fault = passwords.fault(new, person.name)
    if current == new:
        fault = "That is the password you have already."
    if fault:
        raise Invalid(UNCHANGED, {"new": fault})
    return Choice(person.password_hash, passwords.hashed(new))


def change_password(person: Person, choice: Choice) -> None:
    """Their other browsers are signed out. Raises Invalid where they got another meanwhile."""
    if person.password_hash != choice.replaced:
        raise Invalid(UNCHANGED, {"current": "An administrator gave you another one just now."})
    person.password_hash = choice.chosen
    person.password_is_temporary = False
    signing_in.end_others(person.id, person.session_token or "")
    record(person.actor, Event.PASSWORD_CHANGED, "person", person.id)


def end_sign_ins(actor: Actor, person: Person) -> int:
    """Sign the person out everywhere; gives how many browsers that were."""
    require_all_desks(actor, Permission.MANAGE_PEOPLE)
    ended = signing_in.end_all(person.id)
    record(
        actor,
        Event.SIGN_INS_ENDED,
        "person",
        person.id,
        full_name=person.full_name,
        ended=f"{ended} browser{'' if ended == 1 else 's'}",
    )
    return ended

"""Signing in and out: one row for each browser, which its person or an administrator can end."""

from dataclasses import dataclass
from datetime import timedelta

from blinker import Signal
from sqlalchemy import ColumnElement, delete

from newsroom.accounts import passwords
from newsroom.accounts.models import Person, SignIn
from newsroom.accounts.queries import person_named, person_to_change
from newsroom.accounts.tokens import fingerprint, new_token
from newsroom.db import db, now
from newsroom.errors import Invalid

LASTS = timedelta(days=30)
"""How long a sign-in lasts; its person signs in again after that."""

ADDRESS_LENGTH, DEVICE_LENGTH = 45, 200

WRONG = "That name and password do not belong together."
"""The same for a wrong name, a wrong password and a closed account: it tells nobody who exists."""

ANOTHERS = "This page is another person's: sign in with your own name in another tab."
"""What one person typed is never sent in the name of another."""

ended = Signal()
"""Sent inside the transaction with `person`, whose browsers one or more were signed out."""


@dataclass(frozen=True)
class Proof:
    """Whose password it was, by the hash it was compared with; `renewed` where that is dated."""

    person_id: int
    compared: str
    renewed: str | None


def authenticate(name: str, password: str) -> Proof:
    """Who signs in so; raises Invalid. Reads only: hashing must not hold a lock."""
    found = person_named(name)
    known = passwords.matches(found.password_hash if found else None, password)
    if found is None or not known or not found.active:
        raise Invalid(WRONG)
    dated = passwords.is_dated(found.password_hash)
    return Proof(found.id, found.password_hash, passwords.hashed(password) if dated else None)


def start(proof: Proof, *, address: str, device: str) -> tuple[Person, str]:
    """A new sign-in, and its token, which is kept nowhere.

    Raises Invalid where the account was closed or got another password since the proof.
    """
    person = person_to_change(proof.person_id)
    if person.password_hash != proof.compared or not person.active:
        raise Invalid(WRONG)
    person.password_hash = proof.renewed or proof.compared
    _forget_expired(person.id)
    token = new_token()
    begun = now()
    db.session.add(
        SignIn(
            person_id=person.id,
            token_hash=fingerprint(token),
            address=address[:ADDRESS_LENGTH],
            device=device[:DEVICE_LENGTH],
            created_at=begun,
            expires_at=begun + LASTS,
        )
    )
    return person, token


def _forget_expired(person_id: int) -> None:
    old = SignIn.person_id == person_id, SignIn.expires_at <= now()
    db.session.execute(delete(SignIn).where(*old))


def end(token: str) -> None:
    """Sign this one browser out."""
    _end(SignIn.token_hash == fingerprint(token))


def end_all(person_id: int) -> int:
    """Sign the person out everywhere; gives how many browsers that were."""
    return _end(SignIn.person_id == person_id)


def end_others(person_id: int, token: str) -> int:
    """Sign the person out everywhere but in the browser with that token."""
    return _end(SignIn.person_id == person_id, SignIn.token_hash != fingerprint(token))


def _end(*wanted: ColumnElement[bool]) -> int:
    people = db.session.scalars(delete(SignIn).where(*wanted).returning(SignIn.person_id)).all()
    for person in set(people):
        ended.send(None, person=person)
    return len(people)

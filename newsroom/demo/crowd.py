"""People for a newsroom of any size, numbered on from those who are there."""

from sqlalchemy import select

from newsroom.accounts.models import Grant, Person
from newsroom.accounts.passwords import hashed
from newsroom.db import db, transaction
from newsroom.demo.accounts import PASSWORD
from newsroom.roles import Role

SHARES = (("reporter", Role.REPORTER, 6), ("editor", Role.EDITOR, 3), ("photo", Role.PHOTO_DESK, 1))
"""Of ten people so many hold each role."""


def add_people(number: int) -> None:
    """They share one hash of the demo's known password: hashing each anew would take minutes."""
    if not number:
        return
    shared = hashed(PASSWORD)
    tens = [(name, role) for name, role, share in SHARES for _ in range(share)]
    with transaction():
        taken = set(db.session.scalars(select(Person.name)))
        for i in range(number):
            name, role = tens[i % len(tens)]
            free = _free(name, taken)
            taken.add(free)
            person = Person(
                name=free,
                full_name=f"{role.label} {free.removeprefix(name)}",
                email=f"{free}@gazette.example",
                password_hash=shared,
            )
            person.grants = [Grant(role_name=role.value)]
            db.session.add(person)


def _free(name: str, taken: set[str]) -> str:
    number = 0
    while f"{name}{number}" in taken:
        number += 1
    return f"{name}{number}"

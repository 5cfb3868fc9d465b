"""Reading people and desks: for the bar, the pages of administrators and every other feature."""

from collections.abc import Callable, Collection, Iterable
from functools import cache

from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from newsroom.accounts.models import Desk, Grant, Person, SignIn
from newsroom.accounts.tokens import fingerprint
from newsroom.db import UtcDateTime, db, locked_row, now
from newsroom.errors import NotFound

_WITH_GRANTS = joinedload(Person.grants).joinedload(Grant.desk)


def desks() -> list[Desk]:
    """All desks, in the newsroom's order."""
    return list(db.session.scalars(select(Desk).order_by(Desk.position, Desk.name)))


def desk(desk_id: int) -> Desk:
    found = db.session.get(Desk, desk_id)
    if found is None:
        raise NotFound("There is no such desk.")
    return found


def desk_named(name: str) -> Desk:
    """By name or slug, in any case; raises NotFound with the desks there are."""
    asked = name.strip().lower()
    every = desks()
    for one in every:
        if asked in {one.name.lower(), one.slug}:
            return one
    raise NotFound(f"There is no desk {name}; there are: {', '.join(d.name for d in every)}.")


def desk_to_change(desk_id: int) -> Desk:
    """The desk as the newest commit left it, locked; for inside transaction()."""
    found = locked_row(select(Desk).where(Desk.id == desk_id))
    if found is None:
        raise NotFound("There is no such desk.")
    return found


def person(person_id: int) -> Person:
    """One person with their grants; raises NotFound."""
    found = db.session.get(Person, person_id, options=[_WITH_GRANTS])
    if found is None:
        raise NotFound("There is no such person.")
    return found


def person_to_change(person_id: int) -> Person:
    """The person as the newest commit left them, locked; for inside transaction()."""
    found = locked_row(select(Person).where(Person.id == person_id))
    if found is None:
        raise NotFound("There is no such person.")
    db.session.refresh(found, ["grants"])
    return found


def people() -> list[Person]:
    """Everybody with their grants, those who work here first."""
    rows = select(Person).options(selectinload(Person.grants).joinedload(Grant.desk))
    return list(db.session.scalars(rows.order_by(Person.active.desc(), Person.full_name)))


def people_by_id(ids: Collection[int]) -> dict[int, Person]:
    """The people of those ids, without their grants; unknown ids are left out."""
    rows = db.session.scalars(select(Person).where(Person.id.in_(set(ids)))) if ids else ()
    return {one.id: one for one in rows}


def full_names(ids: Iterable[int | None]) -> Callable[[int | None], str]:
    """What to call each of those people; what nobody did, the newsroom did."""
    people = people_by_id({one for one in ids if one})

    def full_name(person_id: int | None) -> str:
        found = people.get(person_id or 0)
        return found.full_name if found else "The newsroom"

    return full_name


def person_named(name: str) -> Person | None:
    """By sign-in name or e-mail, in any case."""
    asked = name.strip().lower()
    if not asked.isprintable():
        return None  # PostgreSQL would refuse the very question
    rows = select(Person).where(or_(Person.name == asked, Person.email == asked))
    return db.session.scalars(rows).first()


@cache
def _by_token() -> Select[SignIn]:
    """Built once: every request asks it, and building it costs as much as the answer."""
    return (
        select(SignIn)
        .join(SignIn.person)
        .outerjoin(Person.grants)
        .outerjoin(Grant.desk)
        .where(
            SignIn.token_hash == bindparam("token_hash"),
            SignIn.expires_at > bindparam("moment", type_=UtcDateTime),
            Person.active,
        )
        .options(
            contains_eager(SignIn.person).contains_eager(Person.grants).contains_eager(Grant.desk)
        )
    )


def signed_in_person(token: str) -> Person | None:
    """Whose sign-in that token is, with grants and desks, in one statement."""
    asked = {"token_hash": fingerprint(token), "moment": now()}
    found = db.session.scalars(_by_token(), asked).unique().one_or_none()
    if found is None:
        return None
    found.person.session_token = token
    return found.person


def sign_ins_of(person_id: int) -> list[SignIn]:
    """Where the person is signed in, newest first."""
    rows = select(SignIn).where(SignIn.person_id == person_id, SignIn.expires_at > now())
    return list(db.session.scalars(rows.order_by(SignIn.created_at.desc(), SignIn.id.desc())))

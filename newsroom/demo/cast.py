"""The fictional paper's desks and people, and what each of them does."""

from dataclasses import dataclass

from newsroom.accounts import desks, grants, service
from newsroom.accounts.desks import DeskFacts
from newsroom.accounts.models import Desk, Person
from newsroom.accounts.service import Named
from newsroom.demo.accounts import PASSWORD
from newsroom.roles import Actor, Role

DESKS = (
    ("World", "world"),
    ("National", "national"),
    ("City", "city"),
    ("Business", "business"),
    ("Sport", "sport"),
)


@dataclass(frozen=True)
class Part:
    """Somebody of the demo: their role, and the desk it is on (none: all)."""

    name: str
    full_name: str
    role: Role
    desk: str | None = None


PEOPLE = (
    Part("reporter0", "Mira Stone", Role.REPORTER),
    Part("reporter1", "Jonas Hale", Role.REPORTER),
    Part("editor0", "Tomas Lind", Role.EDITOR),
    Part("editor1", "Lena Roth", Role.EDITOR),
    Part("photo0", "Pavel Oren", Role.PHOTO_DESK),
    Part("admin0", "Ada Park", Role.ADMINISTRATOR),
)


def make_desks(actor: Actor) -> dict[str, Desk]:
    return {
        slug: desks.add_desk(actor, DeskFacts(name, slug, position))
        for position, (name, slug) in enumerate(DESKS)
    }


def make_people(actor: Actor, parts: tuple[Part, ...], on: dict[str, Desk]) -> dict[str, Person]:
    """Each with the demo's one known password, hashed once for all of them."""
    made: dict[str, Person] = {}
    for part in parts:
        named = Named(part.name, part.full_name, f"{part.name}@gazette.example")
        person = service.add_person(actor, named, PASSWORD, temporary=False)
        grants.grant(actor, person, part.role, on[part.desk] if part.desk else None)
        made[part.name] = person
    return made

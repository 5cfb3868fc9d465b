"""People, desks and stories with concrete names, made through the services."""

from dataclasses import replace
from typing import Any

from prosemirror.model import Node

from newsroom.accounts import desks, grants, queries, service
from newsroom.accounts.models import Desk, Person
from newsroom.errors import NotFound
from newsroom.photos.rights import service as rights
from newsroom.photos.rights.categories import Kind
from newsroom.roles import Role, machine
from newsroom.stories import filing
from newsroom.stories.filing import Plan
from newsroom.stories.models import Story
from tests.page_client import PASSWORD
from tests.stories import samples

TEST_SET_UP = machine("test set-up")


def make_desk(name: str = "World", *, self_pass: bool = False) -> Desk:
    """The desk of that name, made where there is none; inside change()."""
    slug = name.lower().replace(" ", "-")
    try:
        return queries.desk_named(slug)
    except NotFound:
        # Most tests type as editors into the copy; those of suggesting turn it on.
        facts = desks.DeskFacts(name, slug, self_pass=self_pass, editors_suggest=False)
        return desks.add_desk(TEST_SET_UP, facts)


def make_person(
    name: str, role: Role | str | None = None, desk: Desk | str | None = None
) -> Person:
    """Somebody who signs in with `name` and PASSWORD; inside change().

    Without a role it is the one called like the name: make_person("editor").
    """
    named = service.Named(name, name.replace("_", " ").title(), f"{name}@gazette.test")
    person = service.add_person(TEST_SET_UP, named, PASSWORD, temporary=False)
    held = Role(role or name)
    on = make_desk(desk) if isinstance(desk, str) else desk
    grants.grant(TEST_SET_UP, person, held, on)
    return person


def make_story(
    reporter: Person,
    desk: Desk | str = "World",
    document: Node | None = None,
    slug: str = "ferry-halted",
    **plan: Any,
) -> Story:
    """A draft of that reporter, with a document of the samples; inside change()."""
    on = make_desk(desk) if isinstance(desk, str) else desk
    actor = replace(reporter.actor, roles=reporter.actor.roles | {(Role.REPORTER, None)})
    first = document if document is not None else samples.story()
    return filing.create_story(actor, Plan(slug=slug, desk_id=on.id, **plan), first)


def give_rights(photo_id: int, kind: Kind = Kind.STAFF, **facts: Any) -> None:
    """Say by which right a photo runs, anew where somebody has said it before; inside change()."""
    row = rights.queries.rights(photo_id)
    given = rights.Given(kind, **facts)
    rights.set_rights(TEST_SET_UP, photo_id, given, row.revision if row else 0)

"""Who may do what: every role, every permission, and the one table between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from newsroom.errors import NotAllowed


class Role(StrEnum):
    """What a person is on a desk, or on all desks."""

    REPORTER = "reporter"
    EDITOR = "editor"
    PHOTO_DESK = "photo_desk"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        return self.value.replace("_", " ").capitalize()


class Permission(StrEnum):
    """One thing that a role may let its holder do; the sentence completes "You may not ..."."""

    READ_STORIES = "read stories"
    CREATE_STORY = "start stories"
    FILE_STORY = "file stories"
    WRITE_COPY = "write copy"
    EDIT_COPY = "edit copy"
    EDIT_FIGURES = "edit pictures and captions"
    PASS_COPY = "pass copy"  # noqa: S105 - the trade's word, not a secret
    PASS_CAPTIONS = "pass captions"  # noqa: S105 - the trade's word, not a secret
    RETURN_STORY = "return stories"
    PUBLISH = "publish"
    WITHDRAW = "withdraw articles"
    SPIKE = "spike and revive stories"
    DECIDE_FINDINGS = "decide findings"
    PLAN_STORY = "change slug, desk, deadline and plan"
    USE_PHOTOS = "use the photo library"
    ADD_PHOTOS = "add photos"
    EDIT_PHOTOS = "change what a photo says of itself"
    EDIT_CLEANERS = "change how photo credits are cleaned"
    USE_LEXICON = "look up house style"
    EDIT_LEXICON = "change house style"
    USE_WIRE = "use the wire desk"
    EDIT_OUTLETS = "change outlets"
    MANAGE_FEEDS = "manage the wire’s feeds and rules"
    MANAGE_PEOPLE = "manage people"
    MANAGE_DESKS = "manage desks"
    READ_AUDIT = "read the audit log"


P = Permission

_EVERYONE = frozenset({P.READ_STORIES, P.USE_PHOTOS, P.USE_LEXICON, P.USE_WIRE})

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.REPORTER: _EVERYONE | {P.CREATE_STORY, P.FILE_STORY, P.WRITE_COPY, P.ADD_PHOTOS},
    Role.EDITOR: _EVERYONE
    | {
        P.CREATE_STORY,
        P.FILE_STORY,
        P.WRITE_COPY,
        P.EDIT_COPY,
        P.PASS_COPY,
        P.RETURN_STORY,
        P.PUBLISH,
        P.WITHDRAW,
        P.SPIKE,
        P.DECIDE_FINDINGS,
        P.PLAN_STORY,
        P.ADD_PHOTOS,
        P.EDIT_LEXICON,
        P.EDIT_OUTLETS,
        P.MANAGE_FEEDS,
    },
    Role.PHOTO_DESK: _EVERYONE
    | {
        P.EDIT_FIGURES,
        P.PASS_CAPTIONS,
        P.RETURN_STORY,
        P.ADD_PHOTOS,
        P.EDIT_PHOTOS,
        P.EDIT_CLEANERS,
    },
    Role.ADMINISTRATOR: _EVERYONE
    | {
        P.MANAGE_PEOPLE,
        P.MANAGE_DESKS,
        P.READ_AUDIT,
        P.EDIT_CLEANERS,
        P.EDIT_LEXICON,
        P.EDIT_OUTLETS,
        P.MANAGE_FEEDS,
    },
}

ALL_DESKS = None
"""The desk of a grant that holds everywhere."""


@dataclass(frozen=True)
class Actor:
    """A person as the rules see them: who they are, and which role they hold on which desk."""

    id: int | None
    name: str
    roles: frozenset[tuple[Role, int | None]]

    def may(self, permission: Permission, desk_id: int | None = None) -> bool:
        """Whether a role on that desk grants it; without a desk, whether any role anywhere does."""
        return any(permission in GRANTS[role] for role in self._roles_on(desk_id))

    def require(self, permission: Permission, desk_id: int | None = None) -> None:
        if not self.may(permission, desk_id):
            where = " on this desk" if desk_id is not None and self.may(permission) else ""
            raise NotAllowed(f"You may not {permission.value}{where}.")

    def holds(self, role: Role, desk_id: int | None = None) -> bool:
        """Whether the person holds the role on that desk; without a desk, on any."""
        return role in self._roles_on(desk_id)

    def _roles_on(self, desk_id: int | None) -> set[Role]:
        return {role for role, on in self.roles if desk_id is None or on in {ALL_DESKS, desk_id}}

    def desks_with(self, permission: Permission) -> frozenset[int] | None:
        """The desks where it is granted; None where a role on all desks grants it."""
        granting = {desk for role, desk in self.roles if permission in GRANTS[role]}
        return None if ALL_DESKS in granting else frozenset(d for d in granting if d is not None)


def machine(name: str, permissions_of: Iterable[Role] = tuple(Role)) -> Actor:
    """The actor for what no person does: schedules, imports from the command line, the demo."""
    return Actor(id=None, name=name, roles=frozenset((role, ALL_DESKS) for role in permissions_of))

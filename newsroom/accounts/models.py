"""People, the desks they work on, what they may do there, and where they are signed in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from newsroom.accounts.devices import device_in_words
from newsroom.accounts.names import LONGEST_DESK_NAME, LONGEST_FULL_NAME
from newsroom.db import Base, UtcDateTime, now
from newsroom.roles import Actor, Role


class Desk(Base):
    """A part of the newsroom: National, World, Photo."""

    __tablename__ = "desk"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_DESK_NAME), unique=True)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    position: Mapped[int] = mapped_column(default=0)
    """Where it stands among the desks; equal ones follow by name."""
    self_pass: Mapped[bool] = mapped_column(default=False)
    """An editor may pass copy they wrote: for a desk of one person."""
    editors_suggest: Mapped[bool] = mapped_column(default=True)
    """In copy that is not theirs its editors begin by suggesting; each may turn it off."""
    quotes: Mapped[str] = mapped_column(String(12), default="typed")
    """What the editor makes of typed quotation marks and dashes: a name of desk_writing.QUOTES."""
    language: Mapped[str] = mapped_column(String(12), default="en")
    """Of its copy, as HTML names languages; the browser spells by it."""


class Person(Base):
    """Somebody with an account; never deleted, because the history names them."""

    __tablename__ = "person"
    __allow_unmapped__ = True  # session_token is no column

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60), unique=True)
    """What they sign in with, in lower case."""
    email: Mapped[str] = mapped_column(String(254), unique=True)
    full_name: Mapped[str] = mapped_column(String(LONGEST_FULL_NAME))
    password_hash: Mapped[str] = mapped_column(String(200))
    password_is_temporary: Mapped[bool] = mapped_column(default=False)
    """Given by an administrator: its holder must choose another before anything else."""
    active: Mapped[bool] = mapped_column(default=True)
    unread: Mapped[int] = mapped_column(default=0)
    """What waits unopened in the inbox; notifications keep it, each page shows it."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)

    grants: Mapped[list[Grant]] = relationship(
        back_populates="person", cascade="all, delete-orphan", order_by="Grant.id"
    )

    session_token: str | None = None
    """The token of the sign-in this request came with; kept nowhere, the row has its hash."""

    is_authenticated = True  # Flask-Login asks these two
    is_anonymous = False

    @property
    def is_active(self) -> bool:
        return self.active

    def get_id(self) -> str | None:
        """What Flask-Login keeps in the cookie: one sign-in of the person, not the person."""
        return self.session_token

    @property
    def actor(self) -> Actor:
        return Actor(self.id, self.full_name, frozenset((g.role, g.desk_id) for g in self.grants))

    @property
    def roles_in_words(self) -> str:
        """As people say it: "Editor on World, Reporter on all desks"."""
        return ", ".join(grant.in_words for grant in self.grants) or "No role yet"


class Grant(Base):
    """One role of a person, on one desk or on all of them (no desk)."""

    __tablename__ = "role_grant"
    __table_args__ = (
        # NULL is never equal to NULL, so a grant on all desks needs an index of its own.
        Index("ix_role_grant_one_desk", "person_id", "role", "desk_id", unique=True),
        Index(
            "ix_role_grant_all_desks",
            "person_id",
            "role",
            unique=True,
            sqlite_where=text("desk_id IS NULL"),
            postgresql_where=text("desk_id IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    role_name: Mapped[str] = mapped_column("role", String(20))
    desk_id: Mapped[int | None] = mapped_column(ForeignKey("desk.id"), index=True)

    person: Mapped[Person] = relationship(back_populates="grants")
    desk: Mapped[Desk | None] = relationship()

    @property
    def role(self) -> Role:
        return Role(self.role_name)

    @property
    def in_words(self) -> str:
        return f"{self.role.label} on {self.desk.name if self.desk else 'all desks'}"


class SignIn(Base):
    """One browser somebody is signed in with; the row is gone once it ends."""

    __tablename__ = "sign_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    address: Mapped[str] = mapped_column(String(45))
    device: Mapped[str] = mapped_column(String(200))
    """What the browser says of itself."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)

    person: Mapped[Person] = relationship()

    @property
    def device_in_words(self) -> str:
        return device_in_words(self.device)

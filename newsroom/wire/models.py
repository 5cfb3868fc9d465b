"""The outlets as rows: each with its names, and one number that grows when any of them changes."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from newsroom.db import Base, UtcDateTime, one_of
from newsroom.versions import Version
from newsroom.wire.entries import LONGEST_DOMAIN, LONGEST_NAME
from newsroom.wire.outlets import Outlet, OutletFacts, OutletType

LONGEST_KEY = 40


class OutletRow(Base):
    """A news organisation that can be a source; `key` stays when its name changes."""

    __tablename__ = "outlet"
    __table_args__ = (
        CheckConstraint(one_of("type", OutletType), name="known_type"),
        Index("ix_outlet_sort_name_id", "sort_name", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(LONGEST_KEY), unique=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME), unique=True)
    sort_name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    type: Mapped[str] = mapped_column(String(20))
    country: Mapped[str] = mapped_column(String(2))
    domain: Mapped[str] = mapped_column(String(LONGEST_DOMAIN))
    credit_form: Mapped[str] = mapped_column(String(LONGEST_NAME))
    common_word: Mapped[bool]
    state_run: Mapped[bool]
    photo: Mapped[bool]
    text_contract: Mapped[bool] = mapped_column(default=False)
    photo_contract: Mapped[bool] = mapped_column(default=False)
    contract_until: Mapped[date | None]
    revision: Mapped[int]
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)

    aliases: Mapped[list[OutletAlias]] = relationship(
        back_populates="outlet", cascade="all, delete-orphan", order_by="OutletAlias.id"
    )

    @property
    def facts(self) -> OutletFacts:
        return OutletFacts(
            name=self.name,
            type=OutletType(self.type),
            aliases=tuple(alias.name for alias in self.aliases),
            country=self.country,
            domain=self.domain,
            credit_form=self.credit_form,
            common_word=self.common_word,
            state_run=self.state_run,
            photo=self.photo,
            text_contract=self.text_contract,
            photo_contract=self.photo_contract,
            contract_until=self.contract_until,
        )

    @property
    def outlet(self) -> Outlet:
        """The same for the rules, which know no database."""
        return Outlet(**asdict(self.facts), key=self.key)


class OutletAlias(Base):
    """Another name of an outlet; a name, told by its capitals too, belongs to one outlet only."""

    __tablename__ = "outlet_alias"

    id: Mapped[int] = mapped_column(primary_key=True)
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlet.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME), unique=True)

    outlet: Mapped[OutletRow] = relationship(back_populates="aliases")


class RegistryVersion(Version):
    """How often the outlets have changed, so that a compiled registry knows its age."""

    __tablename__ = "registry_version"

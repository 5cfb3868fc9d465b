"""The routing rules as rows: which items go to which desk."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from newsroom.accounts.models import Desk
from newsroom.db import Base
from newsroom.wire.models import OutletRow
from newsroom.wire.routing import LONGEST_WORDS, Rule


class RuleRow(Base):
    """One rule; what it leaves empty it does not ask."""

    __tablename__ = "wire_rule"

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlet.id"))
    keyword: Mapped[str] = mapped_column(String(LONGEST_WORDS))
    priority_at_most: Mapped[int | None]
    subject: Mapped[str] = mapped_column(String(LONGEST_WORDS))
    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"))
    paused: Mapped[bool] = mapped_column(default=False)
    revision: Mapped[int] = mapped_column(default=1)

    outlet: Mapped[OutletRow | None] = relationship()
    desk: Mapped[Desk] = relationship()

    @property
    def rule(self) -> Rule:
        """The same for the routing, which knows no database."""
        return Rule(
            desk_id=self.desk_id,
            outlet_id=self.outlet_id,
            keyword=self.keyword,
            priority_at_most=self.priority_at_most,
            subject=self.subject,
        )

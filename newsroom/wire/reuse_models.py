"""How often the copy that stories are held against has changed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import UtcDateTime, db, now
from newsroom.versions import ONLY_ROW, Version


class ReuseVersion(Version):
    """Grows a while after new copy came: the stories on their way are then held against it."""

    __tablename__ = "reuse_version"

    epoch: Mapped[int] = mapped_column(default=0)
    """Of the index when it last grew."""
    grown_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)

    @classmethod
    def grow_to(cls, epoch: int) -> None:
        """Inside a transaction()."""
        row = cls.locked()
        if row is None:
            db.session.add(cls(id=ONLY_ROW, version=1, epoch=epoch))
        else:
            row.version, row.epoch, row.grown_at = row.version + 1, epoch, now()

"""The desk's own words for the cleaners, and the cleaners that are switched off."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, one_of
from newsroom.photos.cleaners import WordList

LONGEST_WORD = 120


class PhotoWord(Base):
    """One word that differs from the built-in lists: added, spelt otherwise, or taken away."""

    __tablename__ = "photo_word"
    __table_args__ = (CheckConstraint(one_of("list", WordList), name="known_list"),)

    list: Mapped[str] = mapped_column(String(16), primary_key=True)
    word: Mapped[str] = mapped_column(String(LONGEST_WORD), primary_key=True)
    """Folded: how a spelling is looked up."""
    spelling: Mapped[str] = mapped_column(String(LONGEST_WORD), default="")
    removed: Mapped[bool] = mapped_column(default=False)


class CleanerOff(Base):
    """A cleaner that the desk has switched off."""

    __tablename__ = "photo_cleaner_off"

    name: Mapped[str] = mapped_column(String(20), primary_key=True)

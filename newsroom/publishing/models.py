"""What is kept of an article: each edition as it was printed, and which photos it shows."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime

CURRENT = text("superseded_at IS NULL")
WITHDRAWN = text("withdrawn_at IS NOT NULL")
LIVE = text("superseded_at IS NULL AND withdrawn_at IS NULL")


class Article(Base):
    """One edition of a story: the first, or a correction at the same address. Never changed after,
    but for being superseded by the next edition or withdrawn."""

    __tablename__ = "article"
    __table_args__ = (
        UniqueConstraint("story_id", "edition"),
        Index(
            "ix_article_address",
            "path",
            unique=True,
            sqlite_where=CURRENT,
            postgresql_where=CURRENT,
        ),
        Index(
            "ix_article_river",
            "first_published_at",
            "story_id",
            sqlite_where=LIVE,
            postgresql_where=LIVE,
        ),
        Index(
            "ix_article_desk_river",
            "desk_id",
            "first_published_at",
            "story_id",
            sqlite_where=LIVE,
            postgresql_where=LIVE,
        ),
        Index(
            "ix_article_withdrawn",
            "withdrawn_at",
            sqlite_where=WITHDRAWN,
            postgresql_where=WITHDRAWN,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"))
    version: Mapped[int]
    """The version of the story that it is."""
    edition: Mapped[int]
    """From 1; each correction is the next."""
    copy_version: Mapped[int]
    captions_version: Mapped[int]
    """The versions that the two approvals were given for."""
    path: Mapped[str] = mapped_column(String(120))
    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"))
    priority: Mapped[int]
    headline: Mapped[str] = mapped_column(Text)
    standfirst: Mapped[str] = mapped_column(Text)
    byline: Mapped[str] = mapped_column(Text)
    picture: Mapped[str | None] = mapped_column(Text)
    """What lists show of its first picture, as JSON: the figure and its photo's sizes."""
    document: Mapped[str] = mapped_column(Text)
    """The whole article in its canonical form."""
    sha256: Mapped[str] = mapped_column(String(64))
    """Of the canonical form."""
    html: Mapped[str] = mapped_column(Text)
    """Its body, as the page shows it."""
    correction: Mapped[str | None] = mapped_column(Text)
    """What this edition corrects, in the words that readers see."""
    first_published_at: Mapped[datetime] = mapped_column(UtcDateTime)
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
    published_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    superseded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    withdrawn_reason: Mapped[str | None] = mapped_column(Text)


class ArticlePhoto(Base):
    """A photo that an edition shows: the public sees a picture only through an article."""

    __tablename__ = "article_photo"
    __table_args__ = (Index("ix_article_photo_photo", "photo_id", "article_id"),)

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)


class ChannelArticle(Base):
    """An edition as a channel with a stylebook of its own printed it; never changed after."""

    __tablename__ = "channel_article"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    document: Mapped[str] = mapped_column(Text)
    """The whole article in its canonical form."""

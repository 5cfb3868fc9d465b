"""What the public asks for: one article, the newest ones, whether a photo may be seen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, func, select, tuple_
from sqlalchemy.orm import aliased, load_only

from newsroom.accounts.models import Desk
from newsroom.channels import Channel
from newsroom.db import ask_once, db, storable
from newsroom.photos.rights.models import PhotoRights
from newsroom.publishing import canonical
from newsroom.publishing.article import FrozenArticle
from newsroom.publishing.front import Card
from newsroom.publishing.models import Article, ArticlePhoto, ChannelArticle
from newsroom.publishing.withheld_models import WithheldPhoto, WithheldVersion
from newsroom.stories.models import Story

PAGE = 30
IN_FEED = 30

IS_LIVE = (Article.superseded_at.is_(None), Article.withdrawn_at.is_(None))


@dataclass(frozen=True)
class Address:
    """What stands at an address, without its text: enough to say whether it changed."""

    id: int
    sha256: str
    published_at: datetime
    withdrawn: bool
    desk: str
    desk_slug: str
    withheld: int
    """How often the photos that may not be shown have changed."""
    withheld_at: datetime | None

    @property
    def changed_at(self) -> datetime:
        return max(self.published_at, self.withheld_at or self.published_at)


@dataclass(frozen=True)
class Pulse:
    """What every list depends on; while it is the same no list has changed."""

    desks: tuple[tuple[str, str], ...]
    """Name and slug, in the newsroom's order."""
    newest: int
    """The number of the newest edition."""
    published_at: datetime | None
    withdrawn_at: datetime | None
    withheld: int
    """How often the photos that may not be shown have changed."""
    withheld_at: datetime | None

    @property
    def changed_at(self) -> datetime | None:
        moments = (self.published_at, self.withdrawn_at, self.withheld_at)
        return max(filter(None, moments), default=None)


@dataclass(frozen=True)
class Place:
    """The last article of a page: the next begins after it, whatever is published meanwhile."""

    at: datetime
    story: int

    def text(self) -> str:
        return f"{self.at.timestamp():.6f}_{self.story}"

    @classmethod
    def read(cls, text: str) -> "Place | None":
        """None for what is no place: the list then begins at its beginning."""
        at, _, story = text.partition("_")
        try:
            place = cls(datetime.fromtimestamp(float(at), UTC), int(story))
        except (ValueError, OverflowError, OSError):
            return None
        return place if storable(place.story) else None


_WITHHELD = (
    func.coalesce(select(WithheldVersion.version).scalar_subquery(), 0),
    select(WithheldVersion.changed_at).scalar_subquery(),
)

_ADDRESS = (
    select(
        Article.id,
        Article.sha256,
        Article.published_at,
        Article.withdrawn_at.is_not(None),
        Desk.name,
        Desk.slug,
        *_WITHHELD,
    )
    .join(Desk, Desk.id == Article.desk_id)
    .where(Article.path == bindparam("path"), Article.superseded_at.is_(None))
)
"""Built once: it is asked with every reader, and building it costs more than running it."""


def address(path: str) -> Address | None:
    """The current edition at that path, withdrawn or not."""
    found = ask_once(_ADDRESS, path=path)
    return Address(*found) if found else None


def article(article_id: int) -> Article:
    return db.session.get_one(Article, article_id)


def current(story_id: int) -> Article | None:
    """The story's newest edition, withdrawn or not."""
    wanted = select(Article).where(Article.story_id == story_id, Article.superseded_at.is_(None))
    return db.session.scalars(wanted).one_or_none()


def stories_showing(photo_id: int) -> Sequence[Story]:
    """The stories whose article on the site has the photo."""
    wanted = (
        select(Story)
        .join(Article, Article.story_id == Story.id)
        .join(ArticlePhoto, ArticlePhoto.article_id == Article.id)
        .where(ArticlePhoto.photo_id == photo_id, *IS_LIVE)
        .order_by(Story.id)
    )
    return db.session.scalars(wanted).unique().all()


_PULSE = select(
    Desk.name,
    Desk.slug,
    select(func.max(Article.id)).scalar_subquery(),
    select(Article.published_at).order_by(Article.id.desc()).limit(1).scalar_subquery(),
    select(func.max(Article.withdrawn_at))
    .where(Article.withdrawn_at.is_not(None))  # the index holds no others
    .scalar_subquery(),
    *_WITHHELD,
).order_by(Desk.position, Desk.name)
"""Each part of it is one look into an index."""


def pulse() -> Pulse:
    rows = db.session.execute(_PULSE).all()
    if not rows:
        return Pulse((), 0, None, None, 0, None)
    number, *moments = rows[0][2:]
    desks = tuple((name, slug) for name, slug, *_ in rows)
    return Pulse(desks, number or 0, *moments)


def river(after: Place | None = None, desk_slug: str = "") -> list[Card]:
    """Live articles by the time they first stood there, newest first; one more than a page."""
    wanted = _cards().limit(PAGE + 1)
    if desk_slug:
        desk_id = select(Desk.id).where(Desk.slug == desk_slug).scalar_subquery()
        wanted = wanted.where(Article.desk_id == desk_id)
    if after is not None:
        order = tuple_(Article.first_published_at, Article.story_id)
        wanted = wanted.where(order < (after.at, after.story))
    gone = withheld(Channel.SITE)
    return [_card(row, gone) for row in db.session.execute(wanted)]


def _cards() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Article.story_id.label("story"),
            Article.path,
            Article.headline,
            Article.standfirst,
            Article.byline,
            Desk.name.label("desk"),
            Desk.slug.label("desk_slug"),
            Article.priority,
            Article.first_published_at,
            Article.edition,
            Article.picture,
        )
        .join(Desk, Desk.id == Article.desk_id)
        .where(*IS_LIVE)
        .order_by(Article.first_published_at.desc(), Article.story_id.desc())
    )


def _card(row: Row[*tuple[Any, ...]], gone: Collection[int]) -> Card:
    columns = row._asdict()
    edition, picture = columns.pop("edition"), columns.pop("picture")
    shown = canonical.read_shown(picture) if picture else None
    if shown and shown[1].photo in gone:
        shown = None
    return Card(**columns, corrected=edition > 1, shown=shown)


def withheld(channel: Channel) -> frozenset[int]:
    """The photos that may not be shown there, whatever article has them."""
    wanted = select(WithheldPhoto.photo_id).where(WithheldPhoto.channel == channel.value)
    return frozenset(db.session.scalars(wanted))


def newest_articles(channel: Channel = Channel.SITE) -> Sequence[tuple[FrozenArticle, str]]:
    """Live articles as the channel prints them, with the names of their desks, for feeds."""
    printed = func.coalesce(ChannelArticle.document, Article.document)
    of_channel = and_(
        ChannelArticle.article_id == Article.id, ChannelArticle.channel == channel.value
    )
    wanted = (
        select(printed, Desk.name)
        .select_from(Article)
        .join(Desk, Desk.id == Article.desk_id)
        .outerjoin(ChannelArticle, of_channel)
        .where(*IS_LIVE)
        .order_by(Article.first_published_at.desc(), Article.story_id.desc())
        .limit(IN_FEED)
    )
    gone = withheld(channel)
    found = db.session.execute(wanted)
    return [(canonical.read(document).without(gone), name) for document, name in found]


@dataclass(frozen=True)
class PublicPhoto:
    """What the public may know of a photo: whether it is shown, and to which day."""

    shown: bool
    """A live article has it."""
    withheld: int
    """In how many channels it may not be shown."""
    ends_on: date | None

    @property
    def gone(self) -> bool:
        return self.withheld == len(Channel)


_PHOTO = select(
    select(ArticlePhoto.photo_id)
    .join(Article, Article.id == ArticlePhoto.article_id)
    .where(ArticlePhoto.photo_id == bindparam("photo"), *IS_LIVE)
    .exists(),
    select(func.count())
    .select_from(WithheldPhoto)
    .where(WithheldPhoto.photo_id == bindparam("photo"))
    .scalar_subquery(),
    select(PhotoRights.ends_on).where(PhotoRights.photo_id == bindparam("photo")).scalar_subquery(),
)


def public_photo(photo_id: int) -> PublicPhoto:
    return PublicPhoto(*db.session.execute(_PHOTO, {"photo": photo_id}).one())


def articles_with(photo_id: int) -> list[Article]:
    """The newest edition of each article that showed the photo, the newest article first."""
    other = aliased(Article)
    newest = (
        select(func.max(other.edition))
        .join(ArticlePhoto, ArticlePhoto.article_id == other.id)
        .where(ArticlePhoto.photo_id == photo_id, other.story_id == Article.story_id)
        .correlate(Article)
        .scalar_subquery()
    )
    rows = (
        select(Article)
        .join(ArticlePhoto, ArticlePhoto.article_id == Article.id)
        .where(ArticlePhoto.photo_id == photo_id, Article.edition == newest)
        .options(
            load_only(
                Article.headline,
                Article.path,
                Article.first_published_at,
                Article.published_at,
                Article.superseded_at,
                Article.withdrawn_at,
            )
        )
        .order_by(Article.first_published_at.desc())
        .limit(PAGE)
    )
    return list(db.session.scalars(rows))

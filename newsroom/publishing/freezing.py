"""Making the next edition of a story: its document and the library's pictures, frozen together."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from newsroom.db import db
from newsroom.housestyle.queries import in_force
from newsroom.housestyle.stylebooks import PRINTS_IN, Channel
from newsroom.photos.deciding import decisions, signed_types
from newsroom.photos.models import Photo
from newsroom.photos.queries import photos_by_id
from newsroom.photos.rights.licences import NO_LICENCE, Licence
from newsroom.photos.rights.queries import licences
from newsroom.photos.source_types import told
from newsroom.publishing import addresses, canonical
from newsroom.publishing.article import Correction, Facts, FrozenArticle, Picture, Size, freeze
from newsroom.publishing.formats.html import body
from newsroom.publishing.models import Article, ArticlePhoto, ChannelArticle
from newsroom.publishing.restyling import restyled
from newsroom.publishing.site import Site
from newsroom.stories import documents, queries
from newsroom.stories.models import Story
from newsroom.stories.slugs import first_free
from newsroom.stories.suggestions import standing
from newsroom.stories.summary import summarise

TAG_LENGTH = 12


@dataclass(frozen=True)
class Edition:
    """What a version of a story becomes: the article, and what each other channel prints of it."""

    article: FrozenArticle
    elsewhere: Mapping[Channel, FrozenArticle]
    """By channel, of those whose stylebook is not the site's."""


def edition(story: Story, before: Article | None, site: Site, moment: datetime) -> Edition:
    """The edition that the story's present version makes, after the one before it."""
    node = standing(documents.at(story.id, story.version))
    photos = pictures({one.photo for one in summarise(node).figures if one.photo is not None})
    facts = _facts(story, before, site, moment)
    elsewhere = {
        channel: freeze(restyled(node, in_force(story.desk_id, channel)), facts, photos)
        for channel, book in PRINTS_IN.items()
        if book is not PRINTS_IN[Channel.SITE]
    }
    return Edition(freeze(node, facts, photos), elsewhere)


def _facts(story: Story, before: Article | None, site: Site, moment: datetime) -> Facts:
    approvals = queries.approvals(story.id)
    printed = canonical.read(before.document).facts.corrections if before else ()
    added = (Correction(story.correction, moment),) if before and story.correction else ()
    return Facts(
        story=story.id,
        version=story.version,
        edition=before.edition + 1 if before else 1,
        path=before.path if before else free_path(story.slug, site, moment),
        copy_version=approvals["copy"].version,
        captions_version=approvals["captions"].version,
        first_published_at=before.first_published_at if before else moment,
        published_at=moment,
        corrections=printed + added,
    )


def free_path(slug: str, site: Site, moment: datetime) -> str:
    """The slug on the day of publication; with a number where another story has it that day."""
    path = addresses.path_of(moment.astimezone(site.zone).date(), slug)
    wanted = select(Article.path).where(Article.path.startswith(path, autoescape=True))
    return first_free(path, set(db.session.scalars(wanted)))


def pictures(photo_ids: Collection[int]) -> dict[int, Picture]:
    """The photos as an article keeps them; unknown ids are left out."""
    decided = decisions(photo_ids)
    labels = {number: one.label for number, one in decided.items()}
    types, licensed = signed_types(photo_ids), licences(photo_ids)
    return {
        number: _picture(
            photo,
            labels.get(number, ""),
            told(photo.flag, (photo.digital_source, *types.get(number, ()))),
            licensed.get(number, NO_LICENCE),
        )
        for number, photo in photos_by_id(photo_ids).items()
    }


def _picture(photo: Photo, label: str, source_type: str, licence: Licence) -> Picture:
    sizes = (
        Size(
            one.name,
            one.width,
            one.height,
            one.format.media_type,
            one.bytes,
            one.place.rpartition("/")[2][:TAG_LENGTH],
            one.part,
        )
        for one in photo.renditions
    )
    return Picture(photo.id, tuple(sizes), photo.copyright, label, source_type, licence)


def row(frozen: FrozenArticle, story: Story, site: Site, by: int | None) -> Article:
    """The article as it is kept; nothing in it is computed again later."""
    document = canonical.write(frozen)
    shown = frozen.shown
    return Article(
        story_id=story.id,
        version=frozen.facts.version,
        edition=frozen.facts.edition,
        copy_version=frozen.facts.copy_version,
        captions_version=frozen.facts.captions_version,
        path=frozen.facts.path,
        desk_id=story.desk_id,
        priority=story.priority,
        headline=frozen.headline,
        standfirst=frozen.standfirst,
        byline=frozen.byline,
        picture=canonical.write_shown(*shown[0]) if shown else None,
        document=document,
        sha256=canonical.fingerprint(document),
        html=str(body(frozen, site)),
        correction=story.correction if frozen.facts.edition > 1 else None,
        first_published_at=frozen.facts.first_published_at,
        published_at=frozen.facts.published_at,
        published_by_id=by,
    )


def channel_rows(
    article: Article, elsewhere: Mapping[Channel, FrozenArticle]
) -> list[ChannelArticle]:
    """Kept, not made when it is asked for: a later change of the lexicon changes nothing printed."""
    return [
        ChannelArticle(article_id=article.id, channel=channel.value, document=canonical.write(one))
        for channel, one in elsewhere.items()
    ]


def photo_rows(article: Article, frozen: FrozenArticle) -> list[ArticlePhoto]:
    return [ArticlePhoto(article_id=article.id, photo_id=one.photo) for one in frozen.pictures]

"""An article: one version of a story, frozen with every fact that prints beside its words."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from prosemirror.model import Node

from newsroom.photos import renditions
from newsroom.photos.rights.licences import NO_LICENCE, Licence
from newsroom.publishing.blocks import Block, Figure, Paragraph, block, words
from newsroom.publishing.bylines import Author, authors
from newsroom.publishing.languages import RIGHT_TO_LEFT, language_of
from newsroom.stories.document import SINGLE


@dataclass(frozen=True)
class Size:
    """One rendition of a photo, as it was at publication."""

    name: str
    width: int
    height: int
    """Pixels."""
    media_type: str
    bytes: int
    tag: str
    """Changes with the file's bytes; stands in its address, so that it can be kept for ever."""
    part: str = ""
    """The box of the photo that it shows, as crops are written; empty for the whole."""


@dataclass(frozen=True)
class Picture:
    """A photo that the article shows: its sizes, and the rights that its library entry names."""

    photo: int
    sizes: tuple[Size, ...]
    copyright: str = ""
    label: str = ""
    """What readers are told of a picture that a machine made, or that is put together."""
    source_type: str = ""
    """How it came about, as the last part of the IPTC's term; empty where that is not known."""
    licence: Licence = NO_LICENCE
    """The public one, which its readers are told."""

    def only(self, crops: Collection[str]) -> "Picture":
        """Without the sizes of crops that the article does not print."""
        kept = (
            one
            for one in self.sizes
            if not one.part or one.part in crops or one.name == renditions.SOCIAL
        )
        return replace(self, sizes=tuple(kept))

    def size(self, name: str) -> Size | None:
        return next((one for one in self.sizes if one.name == name), None)


@dataclass(frozen=True)
class Correction:
    text: str
    at: datetime


@dataclass(frozen=True)
class Facts:
    """What the document does not say: which edition this is, where it stands, who passed it."""

    story: int
    version: int
    edition: int
    path: str
    copy_version: int
    captions_version: int
    first_published_at: datetime
    published_at: datetime
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True)
class FrozenArticle:
    facts: Facts
    language: str
    headline: str
    standfirst: str
    byline: str
    authors: tuple[Author, ...]
    dateline: str
    credit_line: str
    body: tuple[Block, ...]
    pictures: tuple[Picture, ...]

    @property
    def direction(self) -> str:
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(one for one in self.body if isinstance(one, Figure))

    @property
    def shown(self) -> tuple[tuple[Figure, Picture], ...]:
        """The figures whose photo can be seen, in print order."""
        by_photo = {picture.photo: picture for picture in self.pictures}
        return tuple((f, by_photo[f.photo]) for f in self.figures if f.photo in by_photo)

    def without(self, photos: Collection[int]) -> "FrozenArticle":
        """The article as it may be shown where these photos may not: their figures are left out."""
        if not any(one.photo in photos for one in self.pictures):
            return self
        return replace(
            self,
            body=tuple(
                one for one in self.body if not (isinstance(one, Figure) and one.photo in photos)
            ),
            pictures=tuple(one for one in self.pictures if one.photo not in photos),
        )


def freeze(document: Node, facts: Facts, pictures: Mapping[int, Picture]) -> FrozenArticle:
    """Everything of this version that prints; `pictures` are the library's, by photo id."""
    single = {
        one.type.name: one.text_content.strip()
        for one in document.children
        if one.type.name in SINGLE
    }
    body = tuple(block(one) for one in document.children if one.type.name not in SINGLE)
    asked = {one.photo for one in body if isinstance(one, Figure) and one.photo is not None}
    shown = sorted(photo for photo in asked if photo in pictures and pictures[photo].sizes)
    crops = {one.crop.text for one in body if isinstance(one, Figure) and one.crop}
    return FrozenArticle(
        facts=facts,
        language=language_of(document.text_content),
        headline=single["headline"],
        standfirst=single["standfirst"],
        byline=single["byline"],
        authors=authors(single["byline"]),
        dateline=single["dateline"],
        credit_line=single["credit_line"],
        body=body,
        pictures=tuple(pictures[photo].only(crops) for photo in shown),
    )


def summary(article: FrozenArticle, length: int = 200) -> str:
    """The standfirst, or where there is none the beginning of the first paragraph."""
    if article.standfirst:
        return article.standfirst
    paragraphs = (words(one.text) for one in article.body if isinstance(one, Paragraph))
    first = next(filter(None, paragraphs), "")
    return first if len(first) <= length else first[:length].rsplit(" ", 1)[0] + "…"

"""The newest articles as RSS 2.0: whole texts, and with each picture who took it."""

from collections.abc import Sequence
from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import SubElement, _Element

from newsroom.photos.rights.licences import Licence
from newsroom.publishing import addresses
from newsroom.publishing.article import FrozenArticle, Picture, summary
from newsroom.publishing.blocks import Figure, words
from newsroom.publishing.crediting import credit_as_printed
from newsroom.publishing.formats.html import body_elsewhere
from newsroom.publishing.formats.pictures import shown_sizes
from newsroom.publishing.site import Site

MEDIA = "http://search.yahoo.com/mrss/"
TYPE = "application/rss+xml; charset=utf-8"
REFRESH_MINUTES = 5


def feed(
    articles: Sequence[tuple[FrozenArticle, str]], site: Site, address: str = addresses.FEED
) -> bytes:
    """The articles with their sections, newest first, as one XML document in UTF-8."""
    made = FeedGenerator()
    made.load_extension("dc")
    made.register_extension("media", _Namespace, _CreditedPictures, atom=False)
    made.title(site.name)
    made.link(href=site.url + address, rel="self", type="application/rss+xml")
    made.link(
        href=site.url + addresses.FRONT, rel="alternate"
    )  # the last becomes the channel's own
    made.description(f"The newest articles of {site.name}")
    made.generator("newsroom-desk")
    made.ttl(REFRESH_MINUTES)
    if articles:
        # The library's own choice, the time of asking, would make every answer another one.
        made.lastBuildDate(max(one.facts.published_at for one, _ in articles))
    for article, section in articles:
        _add(made.add_entry(order="append"), article, section, site)
    return bytes(made.rss_str())


def _add(entry: Any, article: FrozenArticle, section: str, site: Site) -> None:
    address = site.url + addresses.article(article.facts.path)
    entry.title(article.headline)
    entry.link(href=address)
    entry.guid(address, permalink=True)
    entry.description(summary(article))
    entry.content(str(body_elsewhere(article, site)), type="CDATA")
    entry.published(article.facts.first_published_at)
    entry.category(term=section)
    if article.authors:
        entry.dc.dc_creator([one.name for one in article.authors])
    entry.media.show(article, site)


class _Namespace(BaseExtension):  # type: ignore[misc]  # feedgen ships no types
    def extend_ns(self) -> dict[str, str]:
        return {"media": MEDIA}


class _CreditedPictures(BaseEntryExtension):  # type: ignore[misc]  # feedgen ships no types
    """feedgen's own media extension knows no credits."""

    def __init__(self) -> None:
        self._shown: Sequence[tuple[Figure, Picture]] = ()
        self._base = ""

    def show(self, article: FrozenArticle, site: Site) -> None:
        self._shown, self._base = article.shown, site.url

    def extend_rss(self, item: _Element) -> _Element:
        for figure, picture in self._shown:
            _media(item, figure, picture, self._base)
        return item


def _media(item: _Element, figure: Figure, picture: Picture, base: str) -> None:
    size = shown_sizes(figure, picture)[-1]
    content = SubElement(item, f"{{{MEDIA}}}content")
    for name, value in (
        ("url", base + addresses.rendition(picture, size)),
        ("fileSize", size.bytes),
        ("type", size.media_type),
        ("medium", "image"),
        ("width", size.width),
        ("height", size.height),
    ):
        content.set(name, str(value))
    described = (words(figure.caption), f"({picture.label})" if picture.label else "")
    _said(content, "description", " ".join(filter(None, described))).set("type", "plain")
    credit = _said(content, "credit", credit_as_printed(figure.creator, figure.credit))
    credit.set("role", "photographer")
    if picture.copyright:
        _said(content, "copyright", picture.copyright)
    if picture.licence:
        _licence(content, picture.licence)


def _licence(content: _Element, licence: Licence) -> None:
    element = _said(content, "license", licence.name)
    if licence.terms:
        element.set("type", "text/html")
        element.set("href", licence.terms)


def _said(parent: _Element, name: str, text: str) -> _Element:
    element = SubElement(parent, f"{{{MEDIA}}}{name}")
    element.text = text
    return element

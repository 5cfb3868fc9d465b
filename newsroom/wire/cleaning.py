"""What a text from outside may hold when it is kept: no script, no sign that no database takes."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import nh3

from newsroom.wire.beside import file_named
from newsroom.wire.items import Embargo, Subject, WireItem, WirePicture

TAGS = frozenset(
    {
        *("a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "dl", "dt", "em"),
        *("h2", "h3", "h4", "h5", "h6", "hr", "i", "li", "ol", "p", "pre", "q", "s", "small"),
        *("span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time"),
        *("tr", "u", "ul"),
    }
)
ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "td": {"colspan", "rowspan"}}
SCHEMES = frozenset({"http", "https", "mailto"})
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
ELEMENT = re.compile(
    r"<[/!]?(?:a|abbr|b|body|br|button|div|em|embed|form|h[1-6]|head|html|i|iframe|img|input|link"
    r"|math|meta|object|p|script|span|strong|style|svg|table|template|title|video)(?=[\s/>])",
    re.IGNORECASE,
)
"""An element of HTML, and not the <TICKER.N> that financial copy is full of."""


def html(text: str) -> str:
    return nh3.clean(_seen(text), tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES))


def plain(text: str) -> str:
    """Words only: where markup got among them, its elements are taken out."""
    text = _seen(text)
    if ELEMENT.search(text):
        text = unescape(nh3.clean(text, tags=set(), clean_content_tags={"script", "style"}))
    return text.strip()


def address(text: str) -> str:
    """A web address that a page may link to; empty for any other."""
    text = _seen(text).strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in {"http", "https"} and parts.netloc else ""


def clean(item: WireItem) -> WireItem:
    """The same item with every text safe to keep and to show."""
    embargo = item.embargo
    texts: dict[str, Any] = {name: plain(getattr(item, name)) for name in PLAIN}
    lists: dict[str, Any] = {name: _several(getattr(item, name)) for name in LISTS}
    return replace(
        item,
        **texts,
        **lists,
        html=html(item.html),
        address=address(item.address),
        subjects=tuple(Subject(plain(s.code), plain(s.name)) for s in item.subjects),
        embargo=embargo and Embargo(embargo.until, plain(embargo.words)),
        pictures=tuple(_picture(picture) for picture in item.pictures),
    )


PLAIN = (
    *("guid", "version", "family", "provider", "headline", "slugline", "standfirst", "byline"),
    *("dateline", "language", "copyright", "credit", "editors_note"),
)
LISTS = ("paragraphs", "keywords", "via", "usage_terms", "notes")
PICTURE_WORDS = ("caption", "creator", "credit", "alt", "usage_terms", "copyright", "mime")


def _several(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(kept for kept in map(plain, texts) if kept)


def _picture(picture: WirePicture) -> WirePicture:
    words: dict[str, Any] = {name: plain(getattr(picture, name)) for name in PICTURE_WORDS}
    href = address(picture.href) or file_named(_seen(picture.href).strip())
    return replace(picture, href=href, **words)


def _seen(text: str) -> str:
    return UNSEEN.sub("", text)

"""RSS and Atom: feedparser reads the entries, after their media elements were taken out of its sight."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import feedparser
from lxml import etree

from newsroom.wire.items import Subject, WirePicture
from newsroom.wire.parsers import feed_pictures, markup, texts
from newsroom.wire.parsers.codes import code_of
from newsroom.wire.parsers.drafts import Draft
from newsroom.wire.parsers.formats import Format
from newsroom.wire.parsers.xml_tree import Element, attribute, text_at, text_of

Parsed = tuple[Mapping[str, Any], list[Mapping[str, Any]]]
"""What is said of the whole feed, and its entries."""

ROOTS = frozenset({"rss", "feed", "RDF", "channel"})
UNPAIRED = "The pictures of this feed could not be matched with its entries."
DAMAGED = "The namespaces of this feed are damaged; only its plainest fields were read."
NO_ENTRIES = "The feed has no entries."


@dataclass(frozen=True, slots=True)
class Feed:
    """`entries` and their pictures stand in the same order."""

    format: Format
    about: Mapping[str, Any]
    entries: list[tuple[Mapping[str, Any], list[WirePicture]]]
    hub: str = ""
    topic: str = ""


def feed_of(root: Element, with_namespaces: bytes, notes: list[str]) -> Feed:
    """`with_namespaces` is the same document before its names were made local."""
    pictures = [feed_pictures.pictures_of(entry) for entry in feed_pictures.entries(root)]
    about, entries = _parsed(with_namespaces, root, notes)
    if len(entries) != len(pictures):
        if any(pictures):
            notes.append(UNPAIRED)
        pictures = [[] for _ in entries]
    if not entries:
        notes.append(NO_ENTRIES)
    links = [link for link in about.get("links", []) if link.get("href")]
    return Feed(
        Format.ATOM if root.tag == "feed" else Format.RSS,
        about,
        list(zip(entries, pictures, strict=True)),
        hub=next((str(link.href) for link in links if link.get("rel") == "hub"), ""),
        topic=next((str(link.href) for link in links if link.get("rel") == "self"), ""),
    )


def _parsed(with_namespaces: bytes, root: Element, notes: list[str]) -> Parsed:
    """A file object goes to feedparser: bytes might be taken for an address and fetched."""
    try:
        parsed = feedparser.parse(
            io.BytesIO(with_namespaces), sanitize_html=False, resolve_relative_uris=False
        )
        return parsed.feed, list(parsed.entries)
    except Exception:  # noqa: BLE001 - its own faults, on feeds whose names are damaged
        notes.append(DAMAGED)
    about = {"title": text_at(root, "channel/title", "title")}
    return about, [_plainest(entry) for entry in feed_pictures.entries(root)]


def _plainest(entry: Element) -> dict[str, Any]:
    links = (text_of(link).strip() or attribute(link, "href") for link in entry.iterfind("link"))
    return {
        "title": text_at(entry, "title"),
        "link": next(filter(None, links), ""),
        "id": text_at(entry, "guid", "id"),
        "published": text_at(entry, "pubDate", "published"),
        "updated": text_at(entry, "updated", "date"),
        "summary": text_at(entry, "encoded", "content", "description", "summary"),
        "rights": text_at(entry, "rights", "copyright"),
    }


def without_media(root: Element) -> bytes:
    """A media:description before the description would take its place, a credit the entry's own."""
    names = {str(element.tag) for element in root.iter(etree.Element)}
    media = [name for name in names if "search.yahoo.com/mrss" in name or name.startswith("media:")]
    etree.strip_elements(root, *media, with_tail=False)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def drafted(
    entry: Mapping[str, Any], pictures: list[WirePicture], about: Mapping[str, Any]
) -> Draft | None:
    title, summary = _words(entry, "title"), str(entry.get("summary") or "")
    body = _content(entry)
    if not (title or summary or body or entry.get("id") or entry.get("link") or pictures):
        return None
    tags = [tag for tag in entry.get("tags") or [] if tag.get("term")]
    source = entry.get("source") or {}
    draft = Draft(
        guid=str(entry.get("id") or entry.get("link") or ""),
        provider=_words(about, "title"),
        headline=title,
        standfirst=summary if body and body != summary else "",
        byline=_byline(entry),
        language=_language(entry, about),
        keywords=[str(tag.get("label") or tag["term"]) for tag in tags if not tag.get("scheme")],
        subjects=[
            Subject(code_of(str(tag["scheme"]), str(tag["term"])), str(tag.get("label") or ""))
            for tag in tags
            if tag.get("scheme")
        ],
        via=[str(source.get("title") or "")],
        published=str(entry.get("published") or entry.get("created") or ""),
        updated=str(entry.get("updated") or "") if "updated" in entry.keys() else "",  # noqa: SIM118
        expires=str(entry.get("expired") or ""),
        copyright=_words(entry, "rights") or _words(about, "rights"),
        address=str(entry.get("link") or ""),
        pictures=pictures,
    )
    _fill(draft, body or summary)
    return draft


def _fill(draft: Draft, body: str) -> None:
    """A body without a tag is plain text, whatever it is said to be."""
    if markup.is_markup(body):
        draft.markup = body
    else:
        draft.paragraphs = list(texts.paragraphs(body))


def _content(entry: Mapping[str, Any]) -> str:
    """The longest of its contents: what says least is a teaser."""
    values = [str(content.get("value") or "") for content in entry.get("content") or []]
    return max(values, key=len, default="")


def _words(about: Mapping[str, Any], name: str) -> str:
    return markup.words(str(about.get(name) or ""))


def _byline(entry: Mapping[str, Any]) -> str:
    named = [str(author.get("name") or "") for author in entry.get("authors") or []]
    return ", ".join(dict.fromkeys(filter(None, named))) or str(entry.get("author") or "")


def _language(entry: Mapping[str, Any], about: Mapping[str, Any]) -> str:
    detail = entry.get("title_detail") or {}
    return str(entry.get("language") or detail.get("language") or about.get("language") or "")

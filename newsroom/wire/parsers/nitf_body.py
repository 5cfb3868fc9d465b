"""The story inside NITF: its heads, its text as HTML, and the pictures that stand in it."""

from dataclasses import dataclass, field

from lxml import etree

from newsroom.wire.items import WirePicture
from newsroom.wire.parsers.picture_drafts import is_picture, largest, name_and_credit, pixels
from newsroom.wire.parsers.texts import line
from newsroom.wire.parsers.xml_tree import (
    Element,
    attribute,
    markup_of,
    outermost,
    text_at,
    text_of,
    texts_at,
)

_AS_HTML = {"hl2": "h3", "block": "div", "bq": "blockquote", "nitf-table": "table"}
_NO_TEXT = ("media", "nitf-table-metadata", "custom-table", "datasource", "object")
_PICTURE_KINDS = {"image", "photo", "picture", "graphic"}


@dataclass(slots=True)
class NitfBody:
    """All as it stands there; the end's tagline is the last paragraph of the markup."""

    headline: str = ""
    byline: str = ""
    dateline: str = ""
    standfirst: str = ""
    provider: str = ""
    usage_terms: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    markup: str = ""
    pictures: list[WirePicture] = field(default_factory=list)


def body_of(nitf: Element) -> NitfBody:
    head = nitf.find(".//body.head")
    body = NitfBody()
    if head is not None:
        body.headline = text_at(head, "hedline/hl1", ".//hl1", "hedline")
        body.byline = "; ".join(filter(None, map(_byline, head.iterfind("byline"))))
        body.dateline = line(text_at(head, "dateline"))
        body.standfirst = text_at(head, "abstract") or text_at(head, "hedline/hl2")
        body.provider = text_at(head, "distributor/org", "distributor")
        body.usage_terms = texts_at(head, "rights")
        body.notes = texts_at(head, "note")
    contents = [one for one in outermost(nitf.iterfind(".//body.content")) if not _inside_note(one)]
    body.pictures = [
        picture
        for content in contents
        for media in content.iterfind(".//media")
        if (picture := _picture(media)) is not None
    ]
    body.markup = "".join(_as_html(content) for content in contents)
    ends = [text_of(end).strip() for end in nitf.iterfind(".//body.end/tagline")]
    body.markup += "".join(f"<p>{_escaped(words)}</p>" for words in ends if words)
    return body


def _as_html(content: Element) -> str:
    etree.strip_elements(content, *_NO_TEXT, with_tail=False)
    for element in content.iter(etree.Element):
        element.tag = _AS_HTML.get(str(element.tag), element.tag)
    return markup_of([content])


def _byline(element: Element) -> str:
    """By Jo Marsh, Staff Reporter: the title stands in an element of its own, or alone."""
    title = text_at(element, "byttl")
    words = line(text_of(element))
    if not title:
        return words
    name = words.replace(line(title), "", 1).strip(" ,")
    return ", ".join(filter(None, (name, line(title))))


def _inside_note(element: Element) -> bool:
    return any(above.tag == "note" for above in element.iterancestors())


def _picture(media: Element) -> WirePicture | None:
    files = [
        WirePicture(
            href=attribute(reference, "source", "name"),
            mime=attribute(reference, "mime-type"),
            width=pixels(attribute(reference, "width")),
            height=pixels(attribute(reference, "height")),
            alt=attribute(reference, "alternate-text"),
        )
        for reference in media.iterfind("media-reference")
    ]
    kind = attribute(media, "media-type").casefold()
    if kind not in _PICTURE_KINDS and not any(is_picture(one.mime, one.href) for one in files):
        return None
    file = largest(files) or WirePicture("")
    said = {
        attribute(one, "name").casefold(): attribute(one, "value")
        for one in media.iterfind("media-metadata")
    }
    creator, credit = name_and_credit(line(text_at(media, "media-producer")))
    return WirePicture(
        href=file.href,
        caption=text_at(media, "media-caption"),
        creator=creator or said.get("byline", ""),
        credit=credit or said.get("credit", ""),
        alt=file.alt,
        copyright=said.get("copyright", ""),
        mime=file.mime,
        width=file.width,
        height=file.height,
    )


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")

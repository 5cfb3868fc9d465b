"""Pictures of a feed's entry: media elements, each with the words inside it, and enclosures."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from newsroom.wire.items import WirePicture
from newsroom.wire.parsers.limits import MOST_PICTURES
from newsroom.wire.parsers.picture_drafts import is_picture, largest, name_and_credit, pixels
from newsroom.wire.parsers.xml_tree import Element, attribute, outermost, text_at, text_of

_MAKERS = {"photographer", "author", "artist", "creator", "producer"}


def entries(root: Element) -> list[Element]:
    """RSS's items or Atom's entries, in the feed's order."""
    name = "entry" if root.tag == "feed" else "item"
    return list(outermost(root.iter(name)))


def pictures_of(entry: Element) -> list[WirePicture]:
    """One of each group of renditions, then those that stand alone, then the enclosures."""
    of_entry = _said_in(entry, WirePicture(""))
    groups = islice(entry.iterfind("group"), MOST_PICTURES)
    found = [
        picture
        for group in groups
        if (picture := largest(_pictures(group, _said_in(group, of_entry)))) is not None
    ]
    found.extend(_pictures(entry, of_entry))
    found.extend(_enclosures(entry))
    by_address: dict[str, WirePicture] = {}
    for picture in found:
        by_address.setdefault(picture.href, picture)
    if not by_address:
        thumbnails = [_thumbnail(each) for each in islice(entry.iterfind("thumbnail"), 1)]
        return [picture for picture in thumbnails if picture.href]
    return list(by_address.values())


def _pictures(above: Element, said: WirePicture) -> Iterator[WirePicture]:
    """`said` is what the elements around them say of all."""
    for content in islice(filter(_is_picture, above.iterfind("content")), MOST_PICTURES):
        yield replace(
            _said_in(content, said),
            href=attribute(content, "url"),
            mime=attribute(content, "type"),
            width=pixels(attribute(content, "width")),
            height=pixels(attribute(content, "height")),
        )


def _is_picture(content: Element) -> bool:
    href, mime = attribute(content, "url"), attribute(content, "type")
    medium = attribute(content, "medium").casefold()
    return bool(href) and (medium == "image" or (not medium and is_picture(mime, href)))


def _said_in(holder: Element, otherwise: WirePicture) -> WirePicture:
    """By the nearest; an entry's own title and description are not its pictures'."""
    creator, credit = _credits(holder)
    is_entry = holder.tag in {"item", "entry"}
    caption = "" if is_entry else text_at(holder, "description", "text", "title")
    return WirePicture(
        "",
        caption=caption or otherwise.caption,
        creator=creator if creator or credit else otherwise.creator,
        credit=credit if creator or credit else otherwise.credit,
        copyright=text_at(holder, "copyright") or otherwise.copyright,
    )


def _credits(holder: Element) -> tuple[str, str]:
    """Who made it, and the line asked for."""
    creator = credit = ""
    for each in islice(holder.iterfind("credit"), MOST_PICTURES):
        words = " ".join(text_of(each).split())
        if attribute(each, "role").casefold() in _MAKERS:
            name, whole = name_and_credit(words)
            creator, credit = creator or name, credit or whole
        else:
            credit = words
    return creator, credit


def _enclosures(entry: Element) -> Iterator[WirePicture]:
    linked = [link for link in entry.iterfind("link") if attribute(link, "rel") == "enclosure"]
    for each in [*entry.iterfind("enclosure"), *linked][:MOST_PICTURES]:
        href, mime = attribute(each, "url", "href"), attribute(each, "type")
        if href and is_picture(mime, href):
            yield WirePicture(href, mime=mime)


def _thumbnail(element: Element) -> WirePicture:
    return WirePicture(
        attribute(element, "url", "href"),
        width=pixels(attribute(element, "width")),
        height=pixels(attribute(element, "height")),
    )

"""Pictures of a feed's entry: media elements, each with the words inside it, and enclosures."""

from collections.abc import Iterator

from newsroom.wire.items import WirePicture
from newsroom.wire.parsers.picture_drafts import is_picture, largest, name_and_credit, pixels
from newsroom.wire.parsers.xml_tree import Element, attribute, outermost, text_of

_MAKERS = {"photographer", "author", "artist", "creator", "producer"}


def entries(root: Element) -> list[Element]:
    """RSS's items or Atom's entries, in the feed's order."""
    name = "entry" if root.tag == "feed" else "item"
    return list(outermost(root.iter(name)))


def pictures_of(entry: Element) -> list[WirePicture]:
    """One of each group of renditions, then those that stand alone, then the enclosures."""
    found = [
        picture
        for group in entry.iterfind("group")
        if (picture := largest(_pictures(group, entry))) is not None
    ]
    found.extend(_pictures(entry, entry))
    found.extend(_enclosures(entry))
    by_address: dict[str, WirePicture] = {}
    for picture in found:
        by_address.setdefault(picture.href, picture)
    if not by_address:
        thumbnails = [_thumbnail(each) for each in entry.iterfind("thumbnail")]
        return [picture for picture in thumbnails[:1] if picture.href]
    return list(by_address.values())


def _pictures(above: Element, entry: Element) -> Iterator[WirePicture]:
    for content in above.iterfind("content"):
        href, mime = attribute(content, "url"), attribute(content, "type")
        medium = attribute(content, "medium").casefold()
        if not href or not (medium == "image" or (not medium and is_picture(mime, href))):
            continue
        creator, credit = _credits(content, above, entry)
        yield WirePicture(
            href=href,
            caption=_said("description", content, above)
            or _said("text", content)
            or _said("title", content),
            creator=creator,
            credit=credit,
            copyright=_said("copyright", content, above, entry),
            mime=mime,
            width=pixels(attribute(content, "width")),
            height=pixels(attribute(content, "height")),
        )


def _credits(*holders: Element) -> tuple[str, str]:
    """Who made it, and the line asked for; of the nearest element that names anybody."""
    for holder in holders:
        creator = credit = ""
        for each in holder.iterfind("credit"):
            words = " ".join(text_of(each).split())
            if attribute(each, "role").casefold() in _MAKERS:
                name, whole = name_and_credit(words)
                creator, credit = creator or name, credit or whole
            else:
                credit = words
        if creator or credit:
            return creator, credit
    return "", ""


def _said(name: str, *holders: Element) -> str:
    """By the nearest; of an entry itself only what belongs to media, not its own description."""
    for holder in holders:
        if holder.tag in {"item", "entry"} and name != "copyright":
            continue
        for each in holder.iterfind(name):
            if words := text_of(each).strip():
                return words
    return ""


def _enclosures(entry: Element) -> Iterator[WirePicture]:
    linked = [link for link in entry.iterfind("link") if attribute(link, "rel") == "enclosure"]
    for each in [*entry.iterfind("enclosure"), *linked]:
        href, mime = attribute(each, "url", "href"), attribute(each, "type")
        if href and is_picture(mime, href):
            yield WirePicture(href, mime=mime)


def _thumbnail(element: Element) -> WirePicture:
    return WirePicture(
        attribute(element, "url", "href"),
        width=pixels(attribute(element, "width")),
        height=pixels(attribute(element, "height")),
    )

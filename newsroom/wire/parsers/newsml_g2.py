"""NewsML-G2: items, alone or many in a message, and the packages that tie them together."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsroom.wire.items import WirePicture
from newsroom.wire.parsers import g2_item
from newsroom.wire.parsers.drafts import Draft
from newsroom.wire.parsers.limits import MOST_ITEMS, MOST_PICTURES
from newsroom.wire.parsers.xml_tree import Element, attribute, outermost, text_at

NO_NEWS = "The file holds no news items: {} is something else."
PART = "The file is only a part of a NewsML-G2 item."
PARTS = frozenset({"contentMeta", "itemMeta", "rightsInfo", "contentSet"})
ROOTS = frozenset({"newsItem", "packageItem", "newsMessage"})


@dataclass(slots=True)
class Message:
    """Its items and packages, and the pictures that these name by the guid of their item."""

    sources: list[Element]
    pictures: dict[str, list[WirePicture]] = field(default_factory=dict)
    packaged: dict[str, list[str]] = field(default_factory=dict)
    """The guids of all that stand in one package with an item, by the item's guid."""

    def drafted(self, item: Element) -> Draft:
        draft = g2_item.drafted(item)
        if item.tag == "packageItem":
            draft.paragraphs = list(_contents(item))
        elif not g2_item.is_picture_item(item):
            draft.pictures.extend(self._tied(item))
        return draft

    def _tied(self, item: Element) -> list[WirePicture]:
        links = [attribute(link, "residref") for link in item.iterfind("itemMeta/link")]
        guids = dict.fromkeys([*links, *self.packaged.get(attribute(item, "guid"), [])])
        tied = [picture for guid in guids for picture in self.pictures.get(guid, [])]
        return tied[:MOST_PICTURES]


def message_of(root: Element, notes: list[str]) -> Message:
    """Packages that only name items of the same message are no items of their own."""
    if root.tag in PARTS:
        notes.append(PART)
        return Message([_wrapped(root)])
    items = list(outermost(root.iter("newsItem")))
    packages = list(outermost(root.iter("packageItem")))
    here = {attribute(item, "guid") for item in items}
    own = [package for package in packages if not (here and here.issuperset(_named(package)))]
    if not items and not own:
        notes.append(NO_NEWS.format(root.tag))
    message = Message([*items, *own])
    for item in items[:MOST_ITEMS]:
        if g2_item.is_picture_item(item):
            message.pictures[attribute(item, "guid")] = g2_item.drafted(item).pictures
    for package in packages[:MOST_ITEMS]:
        together = [guid for guid in _named(package) if guid in here]
        for guid in together:
            message.packaged.setdefault(guid, together)
    return message


def _named(package: Element) -> list[str]:
    """Guids; an item may also be named by the place of its file."""
    return [attribute(each, "residref", "href") for each in package.iter("itemRef")]


def _contents(package: Element) -> Iterator[str]:
    for reference in package.iter("itemRef"):
        words = [text_at(reference, name) for name in ("title", "headline", "description")]
        yield ": ".join(filter(None, words)) or attribute(reference, "residref", "href")


def _wrapped(part: Element) -> Element:
    whole = part.makeelement("newsItem", {}, {})
    whole.append(part)
    return whole

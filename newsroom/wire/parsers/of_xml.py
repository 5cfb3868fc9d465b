"""Which XML format a file is in, by the names of its elements, and its items."""

from copy import deepcopy

from newsroom.wire.items import Delivery
from newsroom.wire.parsers import feeds, newsml_1, newsml_g2, nitf
from newsroom.wire.parsers.drafts import Reading
from newsroom.wire.parsers.formats import Format
from newsroom.wire.parsers.surviving import items_of
from newsroom.wire.parsers.xml_tree import Element, local_name, outermost, plain, tree_of

_INSIDE = ("newsMessage", "newsItem", "packageItem", "NewsML", "nitf", "rss", "feed")
"""What may stand in an agency's own envelope, in the order in which it is looked for."""

NO_FORMAT = "The file is XML, but in no format of agency copy: its outermost element is {}."
WEB_PAGE = "The file is a web page and no feed or agency copy."
NOTHING_READ = "There is no item in the file that can be read."


def delivery_of(text: str, reading: Reading, notes: list[str]) -> Delivery:
    tree = tree_of(text)
    notes.extend(tree.notes)
    if tree.root is None:
        return Delivery(Format.UNKNOWN.value, (), tuple(notes))
    root = _known(tree.root)
    name = local_name(root)
    if name in feeds.ROOTS:
        return _feed(root, reading, notes)
    root = plain(root)
    if name in newsml_g2.ROOTS | newsml_g2.PARTS:
        message = newsml_g2.message_of(root, notes)
        items = items_of(message.sources, message.drafted, reading, notes)
        return Delivery(Format.NEWSML_G2.value, items, tuple(notes))
    if name in {"NewsML", "NewsItem"}:
        found = list(outermost(root.iter("NewsItem")))
        items = items_of(found, newsml_1.drafted, reading, notes)
        return Delivery(Format.NEWSML_1.value, items, _or_nothing(notes, items))
    if name == "nitf":
        items = items_of([root], lambda source: nitf.drafted(source, reading), reading, notes)
        return Delivery(Format.NITF.value, items, tuple(notes))
    notes.append(WEB_PAGE if name == "html" else NO_FORMAT.format(name[:60]))
    return Delivery(Format.UNKNOWN.value, (), tuple(notes))


def _known(root: Element) -> Element:
    """The root, or the first element inside an envelope whose name we know."""
    name = local_name(root)
    known = {*feeds.ROOTS, *newsml_g2.ROOTS, *newsml_g2.PARTS, *_INSIDE, "NewsItem", "html"}
    if name in known:
        return root
    found = (root.find(f".//{{*}}{inside}") for inside in _INSIDE)
    return next((each for each in found if each is not None), root)


def _feed(root: Element, reading: Reading, notes: list[str]) -> Delivery:
    with_namespaces = feeds.without_media(deepcopy(root))
    feed = feeds.feed_of(plain(root), with_namespaces, notes)
    items = items_of(
        feed.entries,
        lambda pair: feeds.drafted(pair[0], pair[1], feed.about),
        reading,
        notes,
    )
    return Delivery(feed.format.value, items, tuple(notes), feed.hub, feed.topic)


def _or_nothing(notes: list[str], items: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(notes) if items or notes else (NOTHING_READ,)

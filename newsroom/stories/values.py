"""What a document may hold beyond what its schema can say: link schemes, levels, sizes, characters."""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any
from urllib.parse import urlsplit

from prosemirror.model import Mark, Node

LINK_SCHEMES = frozenset({"http", "https", "mailto"})
HEADING_LEVELS = frozenset({2, 3, 4})
MAX_SIZE = 1_000_000
"""A document's size in positions; the longest newspaper story is a tenth of it."""
MAX_DEPTH = 12
"""How deep blocks may stand in one another; lists in lists seldom go past six."""
MAX_BLOCKS = 5_000
MAX_ATTRIBUTE = 2_000
"""Characters of one attribute: alt text, creator, credit, an address."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Control characters and halves of characters; PostgreSQL, XML and print refuse them."""

SUGGESTED = frozenset({"insertion", "deletion"})
SUGGESTION = re.compile("[A-Za-z0-9-]{1,40}")
LATEST = 253_402_300_800_000
"""The year 10000, in milliseconds since 1970."""
STAY = frozenset({"headline", "standfirst", "byline", "dateline", "credit_line", "figure"})
"""Blocks that nobody suggests to put in or to take out: the lines always stand, and a figure is the
photo desk's to put where it belongs.
"""

SIDE = r"\d{1,3}(?:\.\d{1,2})?"
CROP = re.compile(",".join([SIDE] * 4))
"""left, top, width, height in per cent of the photo."""


def problems(document: Node, photos: Callable[[Collection[int]], Collection[int]]) -> Iterator[str]:
    """Each thing wrong in the whole document; `photos` tells which of some ids exist."""
    if document.content.size > MAX_SIZE:
        yield f"The story is longer than {MAX_SIZE:,} characters."
    if document.child_count > MAX_BLOCKS:
        yield f"The story has more than {MAX_BLOCKS:,} blocks."
    yield from block_problems(document.children, photos)


def block_problems(
    blocks: list[Node], photos: Callable[[Collection[int]], Collection[int]]
) -> Iterator[str]:
    """Each thing wrong inside these top-level blocks."""
    wanted: set[int] = set()
    for block in blocks:
        yield from _inside(block, 1, wanted)
    missing = wanted - set(photos(wanted)) if wanted else set()
    for photo in sorted(missing):
        yield f"There is no photo {photo} in the library."


def _inside(node: Node, depth: int, photos: set[int]) -> Iterator[str]:
    if depth > MAX_DEPTH:
        yield f"Blocks stand more than {MAX_DEPTH} deep in one another."
        return
    rule = NODE_RULES.get(node.type.name)
    if rule is not None:
        yield from rule(node, photos)
    if node.marks and node.type.name in STAY:
        yield f"A {node.type.name.replace('_', ' ')} is no suggestion; the words in it may be."
    for mark in node.marks:
        yield from _mark(mark)
    for child in node.children:
        yield from _inside(child, depth + 1, photos)


def _text(node: Node, _photos: set[int]) -> Iterator[str]:
    if FORBIDDEN.search(node.text or ""):
        yield "The text holds a character that cannot be printed (a control character or half of one)."


def _heading(node: Node, _photos: set[int]) -> Iterator[str]:
    level = node.attrs["level"]
    # 2.0 equals 2 and yet prints as no heading that there is.
    if type(level) is not int or level not in HEADING_LEVELS:
        yield "A heading's level is 2, 3 or 4."


def _figure(node: Node, photos: set[int]) -> Iterator[str]:
    photo = node.attrs["photo"]
    if photo is not None:
        if not isinstance(photo, int) or isinstance(photo, bool) or not 0 < photo < 2**31:
            yield "A figure's photo is the number of a photo in the library."
        else:
            photos.add(photo)
    for name in ("alt", "creator", "credit"):
        yield from _attribute(node.attrs[name], name)
    crop = node.attrs["crop"]
    if crop is not None and not (isinstance(crop, str) and CROP.fullmatch(crop)):
        yield "A crop is four numbers: left, top, width and height in per cent."


def _attribute(value: Any, name: str) -> Iterator[str]:
    if not isinstance(value, str) or len(value) > MAX_ATTRIBUTE or FORBIDDEN.search(value):
        yield f"A figure's {name} is plain text of at most {MAX_ATTRIBUTE:,} characters."


def _mark(mark: Mark) -> Iterator[str]:
    if mark.type.name == "link":
        if not good_link(mark.attrs["href"]):
            yield "A link starts with http://, https:// or mailto:."
    elif mark.type.name in SUGGESTED and not _good_suggestion(mark):
        yield "A suggestion names its author and its time."


def _good_suggestion(mark: Mark) -> bool:
    name, author, at = (mark.attrs[one] for one in ("id", "author", "at"))
    return (
        isinstance(name, str)
        and SUGGESTION.fullmatch(name) is not None
        and type(author) is int
        and 0 < author < 2**31
        and type(at) is int
        and 0 < at < LATEST
    )


def good_link(href: object) -> bool:
    if not isinstance(href, str) or len(href) > MAX_ATTRIBUTE or FORBIDDEN.search(href):
        return False
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    # Browsers drop tabs and line breaks inside an address, so "java\nscript:" must not pass.
    if re.search(r"\s", href) or parts.scheme not in LINK_SCHEMES:
        return False
    return bool(parts.netloc) or parts.scheme == "mailto"


NODE_RULES: dict[str, Callable[[Node, set[int]], Iterator[str]]] = {
    "text": _text,
    "heading": _heading,
    "figure": _figure,
}

"""A document as the checks read it: its text blocks in order, each character with its position.

What is only suggested to be put in is not read; what is suggested to go stands until it is gone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from prosemirror.model import Node

from newsroom.stories.prosemirror_compat import length
from newsroom.stories.suggestions import is_inserted

QUOTING = "blockquote"
CONTEXT = 24
"""Characters on each side that tell a finding from another on the same words."""


@dataclass(frozen=True)
class Block:
    """One text block: its words, and where in the document they stand."""

    kind: str
    """headline, dateline, paragraph, ... and `caption` for a figure's text."""
    text: str
    start: int
    """Position of its first character, in the document's UTF-16 units."""
    quoted: bool
    """Whether it stands in a block quotation."""
    index: int
    """Which top-level block of the document it stands in, from 0."""
    left_out: tuple[tuple[int, int], ...] = ()
    """Where in the text, and how long, in units, words were left out that are only suggested."""

    @cached_property
    def _offsets(self) -> list[int] | None:
        """Units before each code point; None where each is one unit."""
        if length(self.text) == len(self.text):
            return None
        offsets, total = [0], 0
        for character in self.text:
            total += length(character)
            offsets.append(total)
        return offsets

    def begin(self, offset: int) -> int:
        """The document position before the character at this code point offset of `text`."""
        units = self._units(offset)
        return self.start + units + sum(size for at, size in self.left_out if at <= units)

    def end(self, offset: int) -> int:
        """The document position behind the last character before this offset."""
        units = self._units(offset)
        return self.start + units + sum(size for at, size in self.left_out if at < units)

    def around(self, start: int, end: int) -> list[str]:
        """What stands before and behind those characters of `text`."""
        return [self.text[max(0, start - CONTEXT) : start], self.text[end : end + CONTEXT]]

    def _units(self, offset: int) -> int:
        return offset if self._offsets is None else self._offsets[offset]


def blocks(document: Node) -> list[Block]:
    """Every text block of the document with at least one character, in print order."""
    found: list[Block] = []
    position = 0
    for index, child in enumerate(document.children):
        found.extend(_inside(child, position + 1, index, quoted=False))
        position += child.node_size
    return found


def _inside(node: Node, start: int, index: int, *, quoted: bool) -> Iterator[Block]:
    if is_inserted(node):
        return
    if node.is_textblock:
        text, left_out = _text(node)
        if text:
            kind = "caption" if node.type.name == "figure" else node.type.name
            yield Block(kind, text, start, quoted, index, left_out)
        return
    inner = start
    for child in node.children:
        within = quoted or node.type.name == QUOTING
        yield from _inside(child, inner + 1, index, quoted=within)
        inner += child.node_size


def _text(node: Node) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words of a text block as they stand, and what was left out between them."""
    texts: list[str] = []
    left_out: list[tuple[int, int]] = []
    units = 0
    for child in node.children:
        if is_inserted(child):
            left_out.append((units, child.node_size))
        else:
            texts.append(child.text or "")
            units += child.node_size
    return "".join(texts), tuple(left_out)

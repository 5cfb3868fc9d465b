"""Putting a spelling in the place of another in a document, its marks and links kept."""

from collections.abc import Iterable

from prosemirror.model import Fragment, Node, Slice
from prosemirror.transform import ReplaceStep

from newsroom.stories.document import SCHEMA


def respell(node: Node, start: int, end: int, words: str) -> ReplaceStep:
    """The step that puts the words between two positions, as the first character there looks."""
    first = node.node_at(start) if end > start else None
    text = SCHEMA.text(words, first.marks if first is not None else [])
    return ReplaceStep(start, end, Slice(Fragment.from_(text), 0, 0))


def respelt(node: Node, changes: Iterable[tuple[int, int, str]]) -> Node:
    """The document with each of (start, end, words) made; they lie apart from one another."""
    # From the end to the start: no step moves the place of one that is still to come.
    for start, end, words in sorted(changes, reverse=True):
        made = respell(node, start, end, words).apply(node)
        if made.doc is None:
            raise ValueError(f"“{words}” cannot stand at {start}: {made.failed}")
        node = made.doc
    return node

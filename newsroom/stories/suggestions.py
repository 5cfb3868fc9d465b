"""Suggested insertions and deletions: marks in the document, and the copy as it stands without them.

Everything that carries one id is one suggestion: words typed over others are an insertion and a
deletion that are decided together. A whole block is suggested by a mark on the block.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import is_

from prosemirror.model import Fragment, Mark, Node

from newsroom.stories.letters import letters_of
from newsroom.stories.prosemirror_compat import length

INSERTION, DELETION = "insertion", "deletion"
KINDS = frozenset({INSERTION, DELETION})

Whose = Callable[[Mark], bool]
Parts = frozenset[tuple[str, str]]
"""Of suggestions: the kind, and the suggestion's id."""


@dataclass
class Suggestion:
    """What one person proposes to put in and to take out at one place."""

    id: str
    author: int
    at: int
    """When it was begun, in milliseconds since 1970 by the clock of its author's machine."""
    in_caption: bool
    inserted: list[str] = field(default_factory=list)
    """The words of each stretch, in their order."""
    deleted: list[str] = field(default_factory=list)

    @property
    def inserted_words(self) -> str:
        return " … ".join(filter(None, self.inserted))

    @property
    def deleted_words(self) -> str:
        return " … ".join(filter(None, self.deleted))

    @property
    def moves(self) -> bool:
        """Whether it puts in what it takes out, at another place."""
        taken, put = (letters_of("".join(words)) for words in (self.deleted, self.inserted))
        return taken == put != ""


def standing(document: Node) -> Node:
    """The copy as it stands: no suggestion in it is accepted. The same node where there is none."""
    return _left(document, _anybody)


def standing_block(block: Node) -> Node | None:
    """The same of one block; None where all of it is only suggested."""
    return next(_child(block, _anybody), None)


def without(document: Node, author: int | None) -> Node:
    """The document as if this person had suggested nothing."""
    return _left(document, lambda mark: mark.attrs["author"] == author)


def only_suggested(before: Node, after: Node, author: int | None) -> bool:
    """Whether this person's own suggestions are all that differs."""
    if before.eq(after):
        return True
    return without(before, author).eq(without(after, author))


def listed(document: Node) -> list[Suggestion]:
    """The open suggestions, in the order of their first words."""
    found: dict[str, Suggestion] = {}
    for node, mark, in_caption in _marked(document, in_caption=False):
        facts = mark.attrs
        one = found.setdefault(
            str(facts["id"]),
            Suggestion(
                str(facts["id"]), _number(facts["author"]), _number(facts["at"]), in_caption
            ),
        )
        words = one.inserted if mark.type.name == INSERTION else one.deleted
        words.append(
            node.text_between(0, node.node_size if node.is_text else node.content.size, " ")
        )
    return list(found.values())


def counterpart(document: Node, start: int, end: int) -> list[tuple[str, int]]:
    """What a suggestion puts in that takes out words of this range, or the other way round.

    Each text with its position; none where the range is no part of a suggestion.
    """
    texts = list(_suggested(document, 0, frozenset()))
    wanted = {
        (INSERTION if kind == DELETION else DELETION, name)
        for text, at, parts in texts
        if at < end and start < at + length(text)
        for kind, name in parts
    }
    return [(text, at) for text, at, parts in texts if parts & wanted]


def is_inserted(node: Node) -> bool:
    """Whether it is no part of the copy as it stands."""
    return any(mark.type.name == INSERTION for mark in node.marks)


def _anybody(_mark: Mark) -> bool:
    return True


def _number(value: object) -> int:
    return int(str(value))


def _marked(node: Node, *, in_caption: bool) -> Iterator[tuple[Node, Mark, bool]]:
    for child in node.children:
        within = in_caption or child.type.name == "figure"
        yield from ((child, mark, within) for mark in child.marks if mark.type.name in KINDS)
        yield from _marked(child, in_caption=within)


def _suggested(node: Node, at: int, parts: Parts) -> Iterator[tuple[str, int, Parts]]:
    """Each text that is part of a suggestion, where it stands, and of which it is which part."""
    for child in node.children:
        own = {(m.type.name, str(m.attrs["id"])) for m in child.marks if m.type.name in KINDS}
        if not child.is_text:
            yield from _suggested(child, at + 1, parts | own)
        elif parts or own:
            yield child.text or "", at, parts | own
        at += child.node_size


def _left(document: Node, whose: Whose) -> Node:
    found = _stripped(document, whose)
    return document if found is None else found


def _stripped(node: Node, whose: Whose) -> Node | None:
    """Without these suggestions; the very node where it has none, None where nothing is left."""
    kept = [left for child in node.children for left in _child(child, whose)]
    if len(kept) == node.child_count and all(map(is_, kept, node.children)):
        return node
    content = Fragment.from_array(kept)
    if node.type.valid_content(content):
        return node.copy(content)
    if node.type.name != "doc":
        return None
    # Every block of the body was suggested: what stands is an empty story.
    return node.copy(
        Fragment.from_array([*kept[:-1], node.type.schema.node("paragraph"), kept[-1]])
    )


def _child(node: Node, whose: Whose) -> Iterator[Node]:
    others = [mark for mark in node.marks if mark.type.name not in KINDS or not whose(mark)]
    left = node if node.is_text else _stripped(node, whose)
    if len(others) == len(node.marks):
        if left is not None:
            yield left
        return
    if left is not None and not any(_puts_in(mark, whose) for mark in node.marks):
        yield left.mark(others)


def _puts_in(mark: Mark, whose: Whose) -> bool:
    return mark.type.name == INSERTION and whose(mark)

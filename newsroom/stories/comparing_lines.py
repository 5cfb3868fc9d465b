"""A document as a list of lines to compare: each text block with its form, words and formatting."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from prosemirror.model import Mark, Node

Marks = tuple[str, ...]
Frame = tuple[tuple[str, bool], ...]

TOKEN = re.compile(r"[\w\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f'’-]+|\s+|.", re.DOTALL)
WORD = re.compile(r"\w")

LABELS = {
    "headline": "Headline",
    "standfirst": "Standfirst",
    "byline": "Byline",
    "dateline": "Dateline",
    "credit_line": "Credit line",
    "paragraph": "Paragraph",
    "heading": "Heading",
    "figure": "Figure",
}
FRAMES = {"blockquote": "Quotation", "bullet_list": "List item", "ordered_list": "Numbered item"}


@dataclass(frozen=True)
class Line:
    """One text block. Two documents are equal exactly where their lines are."""

    kind: str
    frame: Frame
    """By block around it: its kind, and whether this line stands in its first child."""
    attributes: tuple[tuple[str, Any], ...]
    spans: tuple[tuple[str, Marks], ...]

    @cached_property
    def text(self) -> str:
        return "".join(words for words, _ in self.spans)

    @cached_property
    def tokens(self) -> list[str]:
        return TOKEN.findall(self.text)

    @cached_property
    def words(self) -> Counter[str]:
        return Counter(token for token in self.tokens if WORD.search(token))

    @property
    def label(self) -> str:
        around = [FRAMES[name] for name, _ in self.frame if name in FRAMES]
        if self.kind == "heading":
            return f"Heading {dict(self.attributes)['level']}"
        return around[-1] if around else LABELS[self.kind]

    @cached_property
    def identity(self) -> tuple[Any, ...]:
        """What it is known again by where it was moved; empty where it says nothing."""
        said = self.text.strip(), *(value for _, value in self.attributes if self.kind == "figure")
        return (self.kind, *said) if any(said) else ()


def lines(document: Node) -> list[Line]:
    found: list[Line] = []
    for child in document.children:
        found.extend(_inside(child, ()))
    return found


def _inside(node: Node, frame: Frame) -> Iterator[Line]:
    if node.is_textblock:
        yield Line(node.type.name, frame, tuple(sorted(node.attrs.items())), _spans(node))
        return
    for i, child in enumerate(node.children):
        # Only the first line of a child begins it: two lists are not one, nor two items.
        around = frame if i == 0 else tuple((name, False) for name, _ in frame)
        yield from _inside(child, (*around, (node.type.name, i == 0)))


def _spans(node: Node) -> tuple[tuple[str, Marks], ...]:
    return tuple((one.text or "", tuple(_name(m) for m in one.marks)) for one in node.children)


def _name(mark: Mark) -> str:
    """Its kind and all that it says: two marks are the same where their names are."""
    return " ".join([mark.type.name, *(str(mark.attrs[name]) for name in sorted(mark.attrs))])

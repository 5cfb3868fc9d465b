"""What a plain text holds once it is taken apart, and the pieces it is on the way there."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


@dataclass(frozen=True)
class FigureText:
    """The words of a picture that did not come along with its text."""

    caption: str
    creator: str
    agency: str
    credit: str
    """The line as it prints; creator and agency are read out of it."""
    after_paragraph: int = 0
    """How many blocks of the body stand before it; 0 is before the first."""
    printed: str = ""
    """Caption and credit as they stood in the text, with the marks around them."""


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BLOCKQUOTE = "blockquote"
    LIST_ITEM = "list_item"


@dataclass(frozen=True)
class BodyBlock:
    kind: BlockKind
    text: str


@dataclass(frozen=True)
class SetAside:
    text: str
    reason: str
    after_paragraph: int = 0
    """How many blocks of the body stand before it, should somebody put it back."""


@dataclass(frozen=True)
class Taken:
    headline: str
    standfirst: str
    byline: str
    dateline: str
    figures: tuple[FigureText, ...]
    body: tuple[BodyBlock, ...]
    set_aside: tuple[SetAside, ...]
    notes: tuple[str, ...]
    """Sentences about the text for whoever confirms it."""
    marks: tuple[str, ...] = ()
    """What only said what a part is, and is printed nowhere: "(Photo:", ")", a bullet, a dash."""
    credit_line: str = ""
    """The copy's own credit where the body ends with one: "(Reporting by A; editing by B)"."""

    def as_json(self) -> dict[str, Any]:
        """What `newsroom story import --json` prints."""
        return {
            "headline": self.headline,
            "dateline": self.dateline,
            "figures": [
                {"caption": one.caption, "creator": one.creator, "credit": one.credit}
                for one in self.figures
            ],
            "paragraphs": [block.text for block in self.body],
            "set_aside": [one.text for one in self.set_aside],
        }


class Part(StrEnum):
    """Where a piece of the text belongs."""

    OPEN = "open"  # not decided yet
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    FIGURE = "figure"
    CREDIT = "credit"  # a photo credit on a line of its own, until it finds its caption
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BLOCKQUOTE = "blockquote"
    LIST_ITEM = "list_item"
    ASIDE = "aside"
    MARK = "mark"


@dataclass(frozen=True)
class Piece:
    """A run of the text that belongs together: a paragraph, a caption, a line."""

    text: str
    apart: bool = True
    """Whether a blank line, or the beginning of the text, stands before it."""
    part: Part = Part.OPEN
    reason: str = ""
    figure: FigureText | None = None

    @property
    def open(self) -> bool:
        return self.part is Part.OPEN

    def as_part(self, part: Part) -> "Piece":
        return replace(self, part=part)

    def aside(self, reason: str) -> "Piece":
        return replace(self, part=Part.ASIDE, reason=reason, figure=None)


Pieces = list[Piece]

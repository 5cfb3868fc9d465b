"""What a document says of itself: the words and pictures that lists, gates and pages ask about.

It speaks of the copy as it stands; words that are only suggested do not count.
"""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from prosemirror.model import Node

from newsroom.stories.lengths import count_words
from newsroom.stories.suggestions import standing_block

BODY_BLOCKS = frozenset(
    {"paragraph", "heading", "blockquote", "bullet_list", "ordered_list", "figure"}
)
TEXT_BLOCKS = BODY_BLOCKS - {"figure"}

_counted: WeakKeyDictionary[Node, int] = WeakKeyDictionary()


@dataclass(frozen=True)
class Figure:
    """A figure as it will print."""

    number: int
    """From 1, in print order."""
    position: int
    photo: int | None
    caption: str
    creator: str
    credit: str
    alt: str
    crop: str = ""
    """The box of the photo that prints; empty for the whole."""


@dataclass(frozen=True)
class Summary:
    headline: str
    standfirst: str
    byline: str
    dateline: str
    credit_line: str
    words: int
    """Words of the body without captions."""
    figures: tuple[Figure, ...]


def summarise(document: Node) -> Summary:
    """Read it once, top-level block by block."""
    single: dict[str, str] = {}
    figures: list[Figure] = []
    words = position = 0
    for child in document.children:
        place, position = position, position + child.node_size
        name = child.type.name
        if name in TEXT_BLOCKS:
            words += words_in(child)
        elif (block := standing_block(child)) is None:
            continue
        elif name == "figure":
            figures.append(_figure(block, len(figures) + 1, place))
        else:
            single[name] = block.text_content.strip()
    return Summary(
        single.get("headline", ""),
        single.get("standfirst", ""),
        single.get("byline", ""),
        single.get("dateline", ""),
        single.get("credit_line", ""),
        words,
        tuple(figures),
    )


def photos_in(summary: Summary) -> frozenset[int]:
    return frozenset(figure.photo for figure in summary.figures if figure.photo)


def words_in(block: Node) -> int:
    """The words of a block as it stands.

    Remembered as long as the block lives: a step makes one block anew and leaves all others, and
    a commit to a long story must not cost more than one to a short story.
    """
    known = _counted.get(block)
    if known is None:
        known = _counted[block] = _count(block)
    return known


def _count(block: Node) -> int:
    left = standing_block(block)
    # Blocks inside one another are parted, or their last and first words would be one.
    return count_words(left.text_between(0, left.content.size, " ")) if left else 0


def _figure(node: Node, number: int, position: int) -> Figure:
    attrs = node.attrs
    return Figure(
        number,
        position,
        attrs["photo"],  # type: ignore[arg-type]  # held by values.py
        node.text_content.strip(),
        str(attrs["creator"]).strip(),
        str(attrs["credit"]).strip(),
        str(attrs["alt"]).strip(),
        str(attrs["crop"] or ""),
    )

"""Who wrote each passage: the author of every position of a document, followed through its steps."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from prosemirror.model import Fragment, Node, Slice
from prosemirror.transform import ReplaceStep, Step

from newsroom.stories.comparing_lines import lines
from newsroom.stories.prosemirror_compat import length
from newsroom.stories.returning import TakenOut

NEWSROOM = 0
"""The author of what came without a person: imported, or made by the newsroom itself."""
EARLIER = -1
"""Whoever wrote what stood there before the first step that was followed."""


@dataclass(frozen=True)
class Passage:
    text: str
    author: int


@dataclass(frozen=True)
class Block:
    """One text block, in the passages of its authors."""

    kind: str
    label: str
    passages: tuple[Passage, ...]


class Authorship:
    """By position, in the units of the document's own positions, who put it there."""

    def __init__(self, document: Node, author: int) -> None:
        self._authors: dict[int, int] = {}
        self._owners = array("H", [self._number(author)]) * document.content.size
        self._characters = _characters(Slice(document.content, 0, 0))
        self._gone = TakenOut()

    def follow(self, step: Step, author: int) -> None:
        """What the step puts in is its author's; what it leaves stays whose it was.

        So does what it moves or brings back, as far as `returning` knows it again.
        """
        ranges = step.get_map().ranges
        # From the end: its ranges are all counted in the document before the step.
        for at in range(len(ranges) - 3, -1, -3):
            start, old, new = ranges[at : at + 3]
            there = slice(start, start + old)
            self._gone.take(self._characters[there], self._owners[there])
            put = _put_in(step, new)
            owners = [self._number(author)] * new
            self._gone.give_back(put, owners)
            self._characters[there] = put
            self._owners[there] = array("H", owners)

    def _number(self, author: int) -> int:
        return self._authors.setdefault(author, len(self._authors))

    @property
    def owners(self) -> list[int]:
        """The author of each position."""
        known = list(self._authors)
        return [known[number] for number in self._owners]

    def blocks(self, document: Node) -> list[Block]:
        """The document these steps led to, block by block."""
        owners = self.owners
        return [
            Block(line.kind, line.label, tuple(_passages(line.text, owners, start)))
            for line, start in zip(lines(document), _starts(document, 0), strict=True)
        ]


def _put_in(step: Step, size: int) -> list[str]:
    """Its characters, where it puts in text; a step around others puts in blocks alone."""
    put = _characters(step.slice) if isinstance(step, ReplaceStep) else []
    return put if len(put) == size else [""] * size


def _characters(piece: Slice) -> list[str]:
    """By position the character that begins there; empty where none does."""
    found = [""] * piece.content.size

    def look(node: Node, position: int, *_: object) -> bool:
        if node.is_text:
            place = position
            for character in node.text or "":
                found[place] = character
                place += length(character)
        return True

    content: Fragment = piece.content
    content.descendants(look)
    return found[piece.open_start : len(found) - piece.open_end]


def _starts(node: Node, start: int) -> Iterator[int]:
    """The position of each text block's first character, in print order."""
    place = start
    for child in node.children:
        if child.is_textblock:
            yield place + 1
        else:
            yield from _starts(child, place + 1)
        place += child.node_size


def _passages(text: str, owners: Sequence[int], start: int) -> Iterator[Passage]:
    place, said = start, []
    for character in text:
        said.append((owners[place], character))
        place += length(character)
    for author, characters in groupby(said, key=lambda one: one[0]):
        yield Passage("".join(character for _, character in characters), author)


def shares(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Each author with their part of the characters in per cent, who wrote most first."""
    written: Counter[int] = Counter()
    for block in blocks:
        for passage in block.passages:
            written[passage.author] += len(passage.text)
    total = written.total()
    return [(author, round(100 * count / total)) for author, count in written.most_common()]

"""A document in the stylebook of a channel: names respelt, and what was said left as it was said."""

from prosemirror.model import Fragment, Node

from newsroom.housestyle.in_force import HouseStyle
from newsroom.housestyle.matches import Kind, Match
from newsroom.housestyle.passages import Passage
from newsroom.stories.passages import blocks
from newsroom.stories.respelling import respelt


def restyled(node: Node, style: HouseStyle) -> Node:
    """Only listed spellings in running text change: none in a quotation or a longer name."""
    read = blocks(node)
    passages = [Passage(block.text, block.start, block.quoted, block.kind) for block in read]
    changes = [
        (read[match.passage].begin(match.start), read[match.passage].end(match.end), match)
        for match in _known(passages, style)
    ]
    made = respelt(node, ((start, end, match.suggestion) for start, end, match in changes))
    return made.copy(Fragment.from_([_described(one, style) for one in made.children]))


def _described(node: Node, style: HouseStyle) -> Node:
    """A figure with its alt text respelt too: it is no part of the text, and is read all the same."""
    alt = node.attrs.get("alt")
    if not isinstance(alt, str) or not alt:
        return node
    spelt = _text(alt, style)
    return node if spelt == alt else node.type.create({**node.attrs, "alt": spelt}, node.content)


def _text(text: str, style: HouseStyle) -> str:
    for match in reversed(_known([Passage(text, kind="caption")], style)):
        text = text[: match.start] + match.suggestion + text[match.end :]
    return text


def _known(passages: list[Passage], style: HouseStyle) -> list[Match]:
    return [match for match in style.matches(passages) if match.kind is Kind.KNOWN]

"""Stories of any length to measure with, and the places in them where people write."""

from prosemirror.model import Node

from tests.stories.samples import block, story

PARAGRAPH = 500
SENTENCE = "The boats came back before the wind did, and nobody on the quay had counted them. "


def of_length(characters: int) -> Node:
    """A story whose body has so many characters, in paragraphs of five hundred."""
    paragraph = (SENTENCE * (PARAGRAPH // len(SENTENCE) + 1))[:PARAGRAPH]
    return story(*[block("paragraph", paragraph) for _ in range(characters // PARAGRAPH)])


def paragraphs(node: Node) -> list[int]:
    """Where the text of each paragraph begins."""
    found, position = [], 0
    for child in node.children:
        if child.type.name == "paragraph":
            found.append(position + 1)
        position += child.node_size
    return found


def middle(node: Node) -> int:
    """Where the paragraph half-way down begins."""
    places = paragraphs(node)
    return places[len(places) // 2]

"""Text without its spaces: a line or a paragraph that takes words in makes its own."""

from dataclasses import dataclass

from prosemirror.model import Fragment, Node, Slice

from newsroom.stories.prosemirror_compat import length

Text = tuple[str, int]
"""Some text, and the position in a document at which it begins."""


@dataclass(frozen=True)
class Letters:
    """Text without its spaces, and where each character of it stands."""

    text: str
    places: tuple[int, ...]

    def range_of(self, start: int, count: int) -> tuple[int, int]:
        last = start + count - 1
        return self.places[start], self.places[last] + length(self.text[last])


def letters_of(text: str) -> str:
    return "".join(text.split())


def placed(*texts: Text) -> Letters:
    characters: list[str] = []
    places: list[int] = []
    for text, at in texts:
        place = at
        for character in text:
            if not character.isspace():
                characters.append(character)
                places.append(place)
            place += 1 if character < "\U00010000" else 2
    return Letters("".join(characters), tuple(places))


def texts(piece: Slice, at: int) -> list[Text]:
    """The texts of a piece that begins at that position, each with its own."""
    found: list[Text] = []

    def look(node: Node, position: int, *_: object) -> bool:
        if node.is_text:
            found.append((node.text or "", at + position - piece.open_start))
        return True

    content: Fragment = piece.content
    content.descendants(look)
    return found

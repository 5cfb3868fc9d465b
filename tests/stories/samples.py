"""Documents for the tests of stories, in words of a fictional paper."""

from typing import Any

from prosemirror.model import Node
from prosemirror.transform import Transform

from newsroom.stories.document import read

Json = dict[str, Any]


def text(words: str, *marks: Json) -> Json:
    return {"type": "text", "text": words, **({"marks": list(marks)} if marks else {})}


def block(kind: str, words: str = "", **attrs: Any) -> Json:
    found: Json = {"type": kind}
    if attrs:
        found["attrs"] = attrs
    if words:
        found["content"] = [text(words)]
    return found


def figure(caption: str, photo: int | None = None, **attrs: str) -> Json:
    return block("figure", caption, photo=photo, **attrs)


def story_json(
    *body: Json,
    headline: str = "Ferry service halted by storm",
    byline: str = "By Mira Stone",
    dateline: str = "PORT ELLEN",
    credit_line: str = "",
) -> Json:
    return {
        "type": "doc",
        "content": [
            block("headline", headline),
            block("standfirst"),
            block("byline", byline),
            block("dateline", dateline),
            *(body or (block("paragraph", "The last boat left at noon."),)),
            block("credit_line", credit_line),
        ],
    }


def story(*body: Json, **heads: str) -> Node:
    return read(story_json(*body, **heads))


def place(document: Node, words: str) -> int:
    """Position of the first character of these words."""
    found: list[int] = []

    def look(node: Node, position: int, *_: object) -> bool:
        if node.is_text and words in (node.text or ""):
            found.append(position + (node.text or "").index(words))
        return True

    document.descendants(look)
    return found[0]


def typed(document: Node, after: str, words: str) -> list[Json]:
    """The step of typing words behind others."""
    at = place(document, after) + len(after)
    return steps(Transform(document).insert(at, document.type.schema.text(words)))


def erased(document: Node, words: str) -> list[Json]:
    at = place(document, words)
    return steps(Transform(document).delete(at, at + len(words)))


def steps(change: Transform) -> list[Json]:
    return [dict(step.to_json()) for step in change.steps]

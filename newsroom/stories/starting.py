"""The document a story starts with, from what its first form asks."""

from prosemirror.model import Node

from newsroom.stories.document import read


def first_document(headline: str, byline: str) -> Node:
    return read(
        {
            "type": "doc",
            "content": [
                {"type": "headline", **_text(headline)},
                {"type": "standfirst"},
                {"type": "byline", **_text(byline)},
                {"type": "dateline"},
                {"type": "paragraph"},
                {"type": "credit_line"},
            ],
        }
    )


def _text(words: str) -> dict[str, object]:
    cleaned = " ".join(words.split())
    return {"content": [{"type": "text", "text": cleaned}]} if cleaned else {}

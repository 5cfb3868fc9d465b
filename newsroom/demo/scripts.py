"""The demo's stories, as their file tells them: what they say and how far they have come."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from prosemirror.model import Node

from newsroom.demo.pictures import Scene
from newsroom.stories.document import read


@dataclass(frozen=True)
class Script:
    slug: str
    desk: str
    reporter: str
    until: str
    """The state it has reached."""
    due: int
    """Minutes until its deadline; less than nothing: it is past."""
    length: int
    headline: str
    standfirst: str
    byline: str
    dateline: str
    body: tuple[str, ...]
    picture: str | None = None
    awaits: str = ""
    """What of its figure is still to be done: `alt`, or nothing."""
    suggests: tuple[str, str] | None = None
    """Words that its reporter would strike, and those to stand for them."""

    def document(self, scene: Scene | None, photo: int | None) -> Node:
        paragraphs = [_block("paragraph", words) for words in self.body]
        figures = [self._figure(scene, photo)] if scene else []
        return read(
            {
                "type": "doc",
                "content": [
                    _block("headline", self.headline),
                    _block("standfirst", self.standfirst),
                    _block("byline", self.byline),
                    _block("dateline", self.dateline),
                    *figures,
                    *paragraphs,
                    _block("credit_line", ""),
                ],
            }
        )

    def _figure(self, scene: Scene, photo: int | None) -> dict[str, Any]:
        figure = _block("figure", scene.caption)
        figure["attrs"] = {
            "photo": photo,
            "creator": scene.creator,
            "credit": scene.credit,
            "alt": "" if self.awaits == "alt" else scene.alt,
        }
        return figure


def _block(kind: str, words: str) -> dict[str, Any]:
    return {"type": kind, **({"content": [{"type": "text", "text": words}]} if words else {})}


@cache
def scripts() -> tuple[Script, ...]:
    text = (Path(__file__).parent / "stories.json").read_text(encoding="utf-8")
    return tuple(_script(one) for one in json.loads(text))


def _script(told: dict[str, Any]) -> Script:
    facts: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in told.items()
    }
    return Script(**facts)

"""A story's document: read, written, and changed by steps; the browser's rules on the server."""

import json
import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from prosemirror.model import Node, Schema
from prosemirror.transform import Mapping, Step

from newsroom.errors import Invalid
from newsroom.stories import prosemirror_compat, values

Json = dict[str, Any]
Photos = Callable[[Collection[int]], Collection[int]]

MAX_STEPS = 500
"""Steps in one commit; a long spell offline is sent in several."""
MAX_JSON_DEPTH = 60
"""Nesting of a step as JSON; deeper is refused before the parser could run out of stack."""
PLACES = ("from", "to", "gapFrom", "gapTo", "pos", "insert", "openStart", "openEnd")
"""The whole numbers of a step's JSON."""
UNREADABLE = "This edit cannot be read; the page may be older than the server."

SINGLE = ("headline", "standfirst", "byline", "dateline", "credit_line")
"""The blocks that stand once in each document, in their order but for the body before the last."""


SPEC = json.loads((Path(__file__).parent / "schema.json").read_text(encoding="utf-8"))

KINDS: dict[str, dict[str, frozenset[str]]] = {
    name: {
        attribute: frozenset(facts.pop("validate").split("|"))
        for attribute, facts in one.get("attrs", {}).items()
    }
    for name, one in (SPEC["nodes"] | SPEC["marks"]).items()
}
"""By node and mark, what each attribute may be; taken out of the schema because the library looks
only at what it makes, and a browser at everything it reads.
"""

KIND_OF = {int: "number", float: "number", str: "string", type(None): "null", bool: "boolean"}

SCHEMA: Schema[Any, Any] = Schema(SPEC)
assert prosemirror_compat.length("x") == 1  # noqa: S101 - keeps the import that installs it


@dataclass(frozen=True)
class Applied:
    """What a list of steps made of a document."""

    stages: tuple[Node, ...]
    """The document as it was, and after each step."""
    steps: tuple[Step, ...]
    inserted: tuple[int, ...]
    """By step, UTF-16 units of new text and structure: the share of each writer."""

    @property
    def document(self) -> Node:
        return self.stages[-1]


def empty() -> Node:
    return read(
        {
            "type": "doc",
            "content": [
                {"type": "headline"},
                {"type": "standfirst"},
                {"type": "byline"},
                {"type": "dateline"},
                {"type": "paragraph"},
                {"type": "credit_line"},
            ],
        }
    )


def read(data: Json | str) -> Node:
    """The document of this JSON; raises Invalid where it is not one."""
    try:
        tree = json.loads(data) if isinstance(data, str) else data
        _refuse_odd_json(tree)
        document = SCHEMA.node_from_json(tree)
        document.check()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Invalid("This is not a story's document.") from error
    return document


def write(document: Node) -> str:
    """The document as the JSON that `read` takes, the same bytes for the same document."""
    return json.dumps(document.to_json(), ensure_ascii=False, separators=(",", ":"))


def refuse_bad_values(document: Node, photos: Photos) -> None:
    """Raise Invalid, naming the first thing that no document may hold."""
    for sentence in values.problems(document, photos):
        raise Invalid(sentence)


def read_steps(data: object) -> tuple[Step, ...]:
    """The steps a client sent; raises Invalid where one of them cannot be read."""
    if not isinstance(data, list) or len(data) > MAX_STEPS:
        raise Invalid(f"Steps come as a list of at most {MAX_STEPS}.")
    _refuse_odd_json(data)
    return tuple(_read_step(one) for one in data)


def _read_step(data: object) -> Step:
    try:
        step = Step.from_json(SCHEMA, cast(Json, data))
        _refuse_crossed(step)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Invalid(UNREADABLE) from error
    return step


def _refuse_crossed(step: Step) -> None:
    """The library does not look whether a range runs backwards, and makes something of it."""
    names = ("from_", "gap_from", "gap_to", "to")
    places = [getattr(step, name) for name in names if hasattr(step, name)]
    if places != sorted(places) or any(place < 0 for place in places):
        raise ValueError("a range runs backwards")
    for part in getattr(step, "steps", ()):
        _refuse_crossed(part)


def apply(document: Node, steps: Sequence[Step], photos: Photos) -> Applied:
    """Make the steps in turn; raises Invalid, and changes nothing, where one of them cannot be.

    Only the top-level blocks that changed are checked: a commit costs the same in a long story.
    """
    stages = [document]
    for step in steps:
        stages.append(_apply_one(stages[-1], step))
    _refuse_bad_blocks(document, stages[-1], photos)
    inserted = tuple(_inserted(step) for step in steps)
    return Applied(tuple(stages), tuple(steps), inserted)


def _apply_one(document: Node, step: Step) -> Node:
    try:
        result = step.apply(document)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Invalid("This edit does not fit the story as it stands.") from error
    if result.doc is None:
        raise Invalid("This edit does not fit the story as it stands.")
    return result.doc


def _inserted(step: Step) -> int:
    piece = getattr(step, "slice", None)
    return 0 if piece is None else int(piece.content.size)


def _refuse_bad_blocks(before: Node, after: Node, photos: Photos) -> None:
    if after.content.size > values.MAX_SIZE or after.child_count > values.MAX_BLOCKS:
        refuse_bad_values(after, photos)
    changed = changed_blocks(before, after)
    try:
        after.type.check_content(after.content)
        for block in changed:
            block.check()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Invalid("This edit would break the form of a story.") from error
    for sentence in values.block_problems(changed, photos):
        raise Invalid(sentence)


def changed_blocks(before: Node, after: Node) -> list[Node]:
    """The top-level blocks of `after` that are not the very blocks of `before`."""
    kept = {id(block) for block in before.children}
    return [block for block in after.children if id(block) not in kept]


def mapping_of(steps: Sequence[Step]) -> Mapping:
    return Mapping([step.get_map() for step in steps])


def _refuse_odd_json(data: object) -> None:
    """Refuse what no browser could read back, without recursing into it; one such step, once kept,
    would keep every other page of the story from following.
    """
    layer: list[object] = [data]
    for _ in range(MAX_JSON_DEPTH):
        deeper: list[object] = []
        for one in layer:
            if isinstance(one, dict):
                _refuse_odd_places(one)
                _refuse_odd_kinds(one)
                deeper.extend(one.values())
            elif isinstance(one, list):
                deeper.extend(one)
            elif isinstance(one, float) and not math.isfinite(one):
                raise Invalid(UNREADABLE)
        if not deeper:
            return
        layer = deeper
    raise Invalid("Blocks stand too deep in one another.")


def _refuse_odd_places(data: Json) -> None:
    """The library takes true for a number; JavaScript does not."""
    if any(type(data[name]) is not int for name in PLACES if name in data):
        raise Invalid(UNREADABLE)


def _refuse_odd_kinds(data: Json) -> None:
    """Of a node or a mark, also of one that a step does not use: every browser reads it."""
    kinds = KINDS.get(data["type"], {}) if isinstance(data.get("type"), str) else {}
    attributes = data.get("attrs")
    if isinstance(attributes, dict):
        for name in kinds.keys() & attributes.keys():
            if KIND_OF.get(type(attributes[name])) not in kinds[name]:
                raise Invalid(UNREADABLE)
    if isinstance(data.get("marks"), dict):
        raise Invalid(UNREADABLE)

"""Where the Python ProseMirror differs from the browser's, made equal; importing it does that.

The library keeps every document whose positions were asked for, for ever. `markSet`, the step a
browser sends when a change of marks is undone, is unknown to it. A step may cut a character outside
the Basic Plane in half (the browser counts UTF-16 units and replaces only the half that differs),
which it cannot encode. And it leaves neighbouring texts of the same marks apart.
"""

from typing import Any, cast

from prosemirror.model import Node, ResolvedPos, Schema, fragment, node
from prosemirror.transform import Mapping, Step, StepResult
from prosemirror.transform import step as step_module
from prosemirror.transform.map import Mappable
from prosemirror.utils import JSONDict

UTF16 = "utf-16-le"
MARK_STEPS = {"addMark", "removeMark"}


def units(text: str) -> bytes:
    """The text as the browser counts it, two bytes a unit, halves of pairs kept."""
    return text.encode(UTF16, "surrogatepass")


def from_units(data: bytes) -> str:
    """Back again; two halves that have come to stand together are one character."""
    return data.decode(UTF16, "surrogatepass")


def length(text: str) -> int:
    """Length in UTF-16 units, the unit of every position in a document."""
    return len(text) if text.isascii() else len(units(text)) // 2


class MarkSetStep(Step):
    """Several mark steps as one: what undoing a change of marks sends."""

    def __init__(self, steps: list[Step]) -> None:
        self.steps = steps

    def apply(self, doc: Node) -> StepResult:
        for step in self.steps:
            result = step.apply(doc)
            if result.doc is None:
                return result
            doc = result.doc
        return StepResult.ok(doc)

    def invert(self, doc: Node) -> Step:
        return MarkSetStep([step.invert(doc) for step in self.steps])

    def map(self, mapping: Mappable) -> Step | None:
        mapped = [step.map(cast(Mapping, mapping)) for step in self.steps]
        kept = [step for step in mapped if step is not None]
        return MarkSetStep(kept) if kept else None

    def to_json(self) -> JSONDict:
        return {"stepType": "markSet", "steps": [step.to_json() for step in self.steps]}

    @staticmethod
    def from_json(schema: Schema[Any, Any], json_data: JSONDict | str) -> "MarkSetStep":
        parts = json_data.get("steps") if isinstance(json_data, dict) else None
        if not isinstance(parts, list) or any(p.get("stepType") not in MARK_STEPS for p in parts):
            raise ValueError("markSet holds a list of mark steps")
        return MarkSetStep([Step.from_json(schema, part) for part in parts])


def _cut(self: Any, from_: int = 0, to: int | None = None) -> Any:
    whole = length(self.text)
    end = whole if to is None else to
    if from_ == 0 and end == whole:
        return self
    if self.text.isascii():
        return self.with_text(self.text[from_:end])
    return self.with_text(from_units(units(self.text)[2 * from_ : 2 * end]))


def _with_text(self: Any, text: str) -> Any:
    if text == self.text:
        return self
    joined = text if text.isascii() else from_units(units(text))
    return node.TextNode(self.type, self.attrs, joined, self.marks)


def _text_between(self: Any, from_: int, to: int, *_separators: object) -> str:
    return from_units(units(self.text)[2 * from_ : 2 * to])


def _node_size(self: Any) -> int:
    return length(self.text)


def _resolve(doc: node.Node, pos: int) -> ResolvedPos:
    """Without the library's cache: its entries hold the very documents whose end should end them."""
    return ResolvedPos.resolve(doc, pos)


def _fragment(_cls: object, schema: Schema[Any, Any], value: object) -> fragment.Fragment:
    """As the browser: neighbours of the same marks are one text, and only a list is content."""
    if not value and not isinstance(value, dict):
        return fragment.Fragment.empty
    if not isinstance(value, list):
        raise TypeError("content is a list of nodes")
    return fragment.Fragment.from_array([schema.node_from_json(one) for one in value])


def install() -> None:
    if "markSet" in step_module.STEPS_BY_ID:
        return
    cast(Any, ResolvedPos).resolve_cached = staticmethod(_resolve)
    step_module.step_json_id("markSet", MarkSetStep)
    text_node: Any = node.TextNode
    text_node.cut = _cut
    text_node.with_text = _with_text
    text_node.text_between = _text_between
    text_node.node_size = property(_node_size)
    cast(Any, fragment.Fragment).from_json = classmethod(_fragment)
    cast(Any, node).text_length = length
    cast(Any, fragment).text_length = length


install()

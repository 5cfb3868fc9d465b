"""JSON from outside, read by name whatever shape its values have."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

MOST_LISTED = 5_000


class NotJsonError(ValueError):
    """It begins like JSON and is none, or is nested beyond any use."""


@dataclass(frozen=True, slots=True)
class Fields:
    """An object whose names are compared in lower case: versionCreated is versioncreated."""

    values: Mapping[str, Any] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def text(self, *names: str) -> str:
        """The first of them that is a text or a number; empty else."""
        return next(filter(None, (_text(self.values.get(name)) for name in names)), "")

    def texts(self, *names: str) -> list[str]:
        """All that stand in a list, or one that stands alone; of objects their name or value."""
        found = []
        for name in names:
            value = self.values.get(name)
            for each in value[:MOST_LISTED] if isinstance(value, list) else [value]:
                one = fields_of(each)
                found.append(one.text("name", "value", "literal", "code") if one else _text(each))
        return [each for each in found if each]

    def inner(self, name: str) -> "Fields":
        """An object; an empty one where there is none."""
        return fields_of(self.values.get(name)) or Fields()

    def each(self, *names: str) -> Iterator["Fields"]:
        """The objects in a list, or in an object by name (which they then bear as `name`)."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, list):
                flat = (
                    one
                    for each in value[:MOST_LISTED]
                    for one in (each if isinstance(each, list) else [each])
                )
                yield from filter(None, map(fields_of, flat))
            elif isinstance(value, dict):
                for key, each in list(value.items())[:MOST_LISTED]:
                    for one in each if isinstance(each, list) else [each]:
                        found = fields_of(one)
                        if found:
                            yield Fields({"name": str(key), **found.values})


def parsed(text: str) -> Any:
    """Raises NotJsonError. Depth is bounded by the interpreter's own limit."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotJsonError(str(error)) from error


def fields_of(value: object) -> Fields | None:
    if not isinstance(value, dict):
        return None
    return Fields({str(name).casefold(): each for name, each in value.items()})


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""

"""What the server makes of steps, held against what the browser makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsroom.errors import Invalid
from newsroom.stories import document

if TYPE_CHECKING:
    from collections.abc import Iterable

NO_STEP = ("cannot be read", "does not fit", "would break the form")
"""How the server says that a step is none; any other sentence is a rule about values, of which
the browser's own schema knows nothing.
"""


def differences(vectors: Iterable[dict[str, Any]]) -> tuple[int, list[dict[str, Any]]]:
    """How many were compared, and those that server and browser do not agree about."""
    number, found = 0, []
    for vector in vectors:
        number += 1
        made, sentence = _made(vector)
        refused_by_our_own_rule = made is None and (
            _runs_backwards(vector["step"]) or not any(words in sentence for words in NO_STEP)
        )
        if made != vector["result"] and not refused_by_our_own_rule:
            found.append({**vector, "server": made, "sentence": sentence})
    return number, found


def _runs_backwards(step: Any) -> bool:
    """No editor sends such a step; the browser's library makes something of some of them."""
    if not isinstance(step, dict):
        return False
    places = [step.get(name) for name in ("from", "gapFrom", "gapTo", "to")]
    numbers = [place for place in places if isinstance(place, int | float)]
    return numbers != sorted(numbers)


def _made(vector: dict[str, Any]) -> tuple[object, str]:
    node = document.read(vector["document"])
    try:
        steps = document.read_steps([vector["step"]])
        applied = document.apply(node, steps, set)
    except Invalid as error:
        return None, error.sentence
    applied.document.check()
    return applied.document.to_json(), ""

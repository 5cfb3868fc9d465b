"""One finding of a run of a check, before anybody keeps it."""

from dataclasses import dataclass, field
from typing import Any

CREDIT_RULE = "attribution:credit-line"
REUSE_CREDIT_RULE = "reuse:credit-line"
CREDIT_RULES = frozenset({CREDIT_RULE, REUSE_CREDIT_RULE})
"""The rules about a whole line, which may be empty."""


FIGURE = "figure"
"""The kind of a finding about a figure as a whole, or about what it says beside its caption."""


@dataclass(frozen=True)
class Found:
    """One finding of a run, at positions of the version that was read."""

    rule: str
    start: int
    end: int
    words: str
    kind: str
    severity: str
    place: str
    suggestion: str | None = None
    detail: dict[str, Any] = field(default_factory=dict)

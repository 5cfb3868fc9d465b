"""What a story has of each agency's copy, as its page tells it: shares, passages, what to look at."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newsroom.stories.models import Finding
from newsroom.stories.own_copy import OWN
from newsroom.stories.reuse import COPY, QUOTED


@dataclass(frozen=True)
class Passage:
    row: Finding
    detail: dict[str, Any]


@dataclass(frozen=True)
class Agency:
    """All that stands in one agency's copy."""

    name: str
    hue: int
    passages: Sequence[Passage]

    @property
    def share(self) -> float:
        return float(sum(one.detail["share"] for one in self.passages))

    @property
    def words(self) -> int:
        return int(sum(one.detail["count"] for one in self.passages))

    @property
    def is_killed(self) -> bool:
        return any(one.detail["killed"] for one in self.passages)

    @property
    def is_older(self) -> bool:
        """Whether the agency has sent a newer version of any of it."""
        return not all(one.detail["newest"] for one in self.passages)


@dataclass(frozen=True)
class RanBefore:
    """All that stands in one earlier story of the paper."""

    story: int
    passages: Sequence[Passage]

    @property
    def name(self) -> str:
        detail = self.passages[0].detail
        return str(detail["headline"] or detail["slug"])

    @property
    def published_at(self) -> datetime:
        return datetime.fromisoformat(self.passages[0].detail["published"])

    @property
    def words(self) -> int:
        return int(sum(one.detail["count"] for one in self.passages))


def agencies(findings: Iterable[Finding]) -> list[Agency]:
    """The open passages by agency, the largest share first."""
    by_name: dict[str, list[Passage]] = {}
    for row in findings:
        if row.kind == COPY and row.status == "open":
            detail = json.loads(row.detail)
            by_name.setdefault(detail["agency"], []).append(Passage(row, detail))
    found = [
        Agency(name, passages[0].detail["hue"], sorted(passages, key=lambda one: one.row.start))
        for name, passages in by_name.items()
    ]
    return sorted(found, key=lambda one: (-one.share, one.name))


def ran_before(findings: Iterable[Finding]) -> list[RanBefore]:
    """What the paper has run itself, by the story that it ran in; the most words first."""
    by_story: dict[int, list[Passage]] = {}
    for row in findings:
        if row.kind == OWN and row.status == "open":
            detail = json.loads(row.detail)
            by_story.setdefault(detail["story"], []).append(Passage(row, detail))
    found = [RanBefore(story, passages) for story, passages in by_story.items()]
    return sorted(found, key=lambda one: (-one.words, one.story))


def quoted(findings: Iterable[Finding]) -> list[Passage]:
    """Public quotations that several agencies have: nobody's copy."""
    rows = (row for row in findings if row.kind == QUOTED and row.status == "open")
    return [Passage(row, json.loads(row.detail)) for row in rows]

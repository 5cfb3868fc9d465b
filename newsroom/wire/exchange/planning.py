"""What each line of a file would do to the outlets there are, and which line contradicts what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from newsroom.wire.entries import changes_in_words
from newsroom.wire.exchange.columns import Line
from newsroom.wire.outlets import Outlet, OutletFacts

MOST_TOLD = 500
"""Refused lines that are listed; the others are counted."""


@dataclass(frozen=True)
class Step:
    """New without a key of ours; else what becomes of that outlet. Refused where it has a sentence."""

    line: Line
    key: str = ""
    kind: str = "new"
    sentence: str = ""


@dataclass
class Report:
    """How many lines are new, changed, the same or refused, and why each of the last is."""

    counts: Counter[str] = field(default_factory=Counter)
    refused: list[list[Any]] = field(default_factory=list)
    """Line, name and sentence."""

    @classmethod
    def read(cls, found: dict[str, Any]) -> "Report":
        return cls(Counter(found.get("counts", {})), list(found.get("refused", [])))

    def as_json(self) -> dict[str, Any]:
        return {"counts": dict(self.counts), "refused": self.refused}

    def add(self, step: Step) -> None:
        self.counts[step.kind] += 1
        if step.kind == "refused" and len(self.refused) < MOST_TOLD:
            self.refused.append([step.line.number, step.line.name, step.sentence])


def plan(lines: Sequence[Line], known: Mapping[str, Outlet]) -> list[Step]:
    """An outlet is known by its key, or by its name where the file gives no key of ours."""
    names = {name: key for key, outlet in known.items() for name in outlet.names}
    mains = {outlet.name: key for key, outlet in known.items()}
    found = {line.number: _key_of(line, known, mains) for line in lines}
    given_up = {
        name
        for line in lines
        if line.facts and not line.fault and (key := found[line.number])
        for name in known[key].names
        if name not in line.facts.names
    }
    owners = {name: key for name, key in names.items() if name not in given_up}
    seen: dict[str, int] = {}
    return [_step(line, found[line.number], known, owners, seen) for line in lines]


def _key_of(line: Line, known: Mapping[str, Outlet], mains: Mapping[str, str]) -> str:
    if line.key in known:
        return line.key
    return mains.get(line.facts.name, "") if line.facts else ""


def _step(
    line: Line,
    key: str,
    known: Mapping[str, Outlet],
    owners: dict[str, str],
    seen: dict[str, int],
) -> Step:
    if line.fault or line.facts is None:
        return Step(line, key, "refused", line.fault)
    me = key or f"line {line.number}"
    if key and key in seen:
        return Step(line, key, "refused", f"The same outlet stands in line {seen[key]} already.")
    for name in line.facts.names:
        owner = owners.get(name, me)
        if owner != me:
            said = known[owner].name if owner in known else owner
            return Step(line, key, "refused", f"“{name}” is a name of {said}.")
    owners.update(dict.fromkeys(line.facts.names, me))
    seen[me] = line.number
    return Step(line, key, _kind(known.get(key), line.facts))


def _kind(before: OutletFacts | None, after: OutletFacts) -> str:
    if before is None:
        return "new"
    return "changed" if changes_in_words(before, after) else "same"

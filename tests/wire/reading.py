"""Reading a sentence with the built-in outlets, and the cases that say what must come out."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsroom.wire.attribution import Attribution, Kind, attribute
from newsroom.wire.attribution.model import OF_OUTLETS
from newsroom.wire.registry import seed_registry

CASES = Path(__file__).with_name("cases.jsonl")


def read(text: str) -> list[Attribution]:
    return attribute(text, seed_registry())


def sources(text: str) -> list[Attribution]:
    """Only what outlets are said to have reported."""
    return [found for found in read(text) if found.kind in OF_OUTLETS]


def only(text: str) -> Attribution:
    """The one source of a sentence that has one."""
    (found,) = sources(text)
    return found


@dataclass
class Case:
    text: str
    expect: list[dict[str, Any]]
    taken: set[int] = field(default_factory=set)

    def faults(self) -> list[str]:
        """What is missing, wrong or too much; each finding answers one expectation at most."""
        found = read(self.text)
        said = [fault for wanted in self.expect for fault in self._faults_of(wanted, found)]
        spare = [
            f"too much: {one.kind} {one.text!r}"
            for at, one in enumerate(found)
            if one.kind in OF_OUTLETS and at not in self.taken
        ]
        return said + spare

    def _faults_of(self, wanted: dict[str, Any], found: list[Attribution]) -> list[str]:
        start = wanted.get("start", self.text.index(wanted["text"]))
        end = start + len(wanted["text"])
        of_outlets = Kind(wanted["kind"]) in OF_OUTLETS
        for at, one in enumerate(found):
            there = one.start < end and start < one.end
            if there and at not in self.taken and (one.kind in OF_OUTLETS) == of_outlets:
                self.taken.add(at)
                return list(differences(wanted, one))
        return [f"missing: {wanted['kind']} {wanted['text']!r}"]


def differences(wanted: dict[str, Any], found: Attribution):
    if found.kind != wanted["kind"]:
        yield f"{wanted['text']!r} is {found.kind}, not {wanted['kind']}"
    for name in ("outlets", "via"):
        if name in wanted and list(getattr(found, name)) != wanted[name]:
            yield f"{name} of {wanted['text']!r}: {getattr(found, name)}"
    if found.unnamed_outlet != wanted.get("unnamed", False) and found.kind is Kind.OUTLET:
        yield f"{wanted['text']!r}: unnamed is {found.unnamed_outlet}"
    for name in ("speaker", "anonymous", "verb", "cites_unnamed"):
        if name in wanted and getattr(found, name) != wanted[name]:
            yield f"{name} of {wanted['text']!r}: {getattr(found, name)}"


def cases() -> list[Case]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [Case(**json.loads(line)) for line in lines]

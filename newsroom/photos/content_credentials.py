"""What a picture's content credentials (C2PA) say, in plain words: signer, history, faults."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from newsroom.photos.credential_words import ACTIONS, FAULTS, NO_FAULTS
from newsroom.photos.facts import Details
from newsroom.photos.source_types import (
    SOURCE_TYPES,
    Flag,
    flag_of,
    in_words,
    severest,
    term,
)

Manifest = Mapping[str, Any]


class Standing(StrEnum):
    """What the credentials are worth."""

    TRUSTED = "trusted"
    UNKNOWN_SIGNER = "unknown signer"
    BROKEN = "broken"
    ELSEWHERE = "elsewhere"
    ABSENT = "absent"
    UNREADABLE = "unreadable"


PLACED = "c2pa.placed"
MOST_SHOWN = 40
"""Actions, or faults, that are kept."""
LONGEST = 300
"""Characters that are kept of each word from outside."""


@dataclass(frozen=True)
class Report:
    """What is kept and shown of a picture's content credentials; the words are plain."""

    standing: Standing
    signer: str = ""
    signed_at: str = ""
    generator: str = ""
    actions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """How the picture came about, in words."""
    source_types: tuple[str, ...] = ()
    """The same of it and of what it is a later version of, as the IPTC's terms."""
    faults: tuple[str, ...] = ()
    earlier_faults: tuple[str, ...] = ()
    """Of pictures that this one was made of."""
    address: str = ""
    """Where they are kept, if not in the file."""
    flagged: str = ""

    @property
    def flag(self) -> Flag | None:
        return Flag[self.flagged] if self.flagged else None

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Report:
        read = json.loads(text)
        lists = {
            name: tuple(read.get(name, ()))
            for name in ("actions", "sources", "source_types", "faults", "earlier_faults")
        }
        return cls(**{**read, **lists, "standing": Standing(read["standing"])})


UNREADABLE = Report(Standing.UNREADABLE, flagged=Flag.UNREADABLE.name)


def may_have_credentials(data: bytes, details: Details) -> bool:
    """Whether a look into them is worth it: their boxes' names stand in the file, or an address."""
    return bool(details.provenance) or (b"jumb" in data and b"c2pa" in data)


def elsewhere(address: str) -> Report:
    return Report(Standing.ELSEWHERE, address=_short(address))


def interpret(store: Mapping[str, Any], state: str) -> Report:
    """The report on a manifest store as the C2PA library reads it; `state` is its verdict."""
    manifests: Mapping[str, Manifest] = store.get("manifests") or {}
    name = store.get("active_manifest") or ""
    active = manifests.get(name) or {}
    signature = active.get("signature_info") or {}
    codes = list(_codes(store, name))
    own = tuple(_faults(code for code, of_active in codes if of_active))
    report = Report(
        _standing(state, own),
        signer=_short(_signer(signature)),
        signed_at=_short(signature.get("time")),
        generator=_short(_generator(active)),
        actions=tuple(_actions(active))[:MOST_SHOWN],
        sources=tuple(dict.fromkeys(in_words(one) for one in _sources(active))),
        source_types=_types(manifests, name),
        faults=own,
        earlier_faults=tuple(_faults(code for code, of_active in codes if not of_active)),
    )
    flag = _flag(manifests, name)
    return replace(report, flagged=flag.name if flag else "")


def _standing(state: str, faults: tuple[str, ...]) -> Standing:
    if faults:
        return Standing.BROKEN
    return Standing.TRUSTED if state == "Trusted" else Standing.UNKNOWN_SIGNER


def _signer(signature: Mapping[str, Any]) -> str:
    names = (signature.get("common_name"), signature.get("issuer"))
    return ", ".join(dict.fromkeys(str(name) for name in names if name))


def _generator(manifest: Manifest) -> str:
    made_with = [
        f"{one.get('name', '')} {one.get('version', '')}".strip()
        for one in manifest.get("claim_generator_info") or ()
        if isinstance(one, Mapping)
    ]
    return ", ".join(filter(None, made_with)) or str(manifest.get("claim_generator") or "")


def _done(manifest: Manifest) -> Iterator[Mapping[str, Any]]:
    """The actions that a manifest lists, of either version of the statement."""
    for assertion in manifest.get("assertions") or ():
        data = assertion.get("data")
        if str(assertion.get("label", "")).startswith("c2pa.actions") and isinstance(data, Mapping):
            yield from (one for one in data.get("actions") or () if isinstance(one, Mapping))


def _actions(manifest: Manifest) -> Iterator[str]:
    for one in _done(manifest):
        name = str(one.get("action", ""))
        said = ACTIONS.get(name, _short(name))
        agent = one.get("softwareAgent")
        agent = agent.get("name") if isinstance(agent, Mapping) else agent
        source = str(one.get("digitalSourceType") or "")
        behind = (f"with {_short(agent)}" if agent else "", in_words(source) if source else "")
        yield ", ".join(filter(None, (said, *behind)))


def _sources(manifest: Manifest) -> Iterator[str]:
    for one in _done(manifest):
        if one.get("digitalSourceType"):
            yield str(one["digitalSourceType"])


def _types(manifests: Mapping[str, Manifest], name: str) -> tuple[str, ...]:
    found = (term(one) for each in _line(manifests, name) for one in _sources(manifests[each]))
    return tuple(dict.fromkeys(one for one in found if one in SOURCE_TYPES))


def _flag(manifests: Mapping[str, Manifest], name: str) -> Flag | None:
    """Of the picture and of all that it was made of; a part that a machine made makes it partly so."""
    line = set(_line(manifests, name))
    flags: list[Flag | None] = []
    for one, manifest in manifests.items():
        of_one = [flag_of(source) for source in _sources(manifest)]
        if one in line:
            flags += of_one
        else:
            flags += [Flag.PARTLY_MACHINE if flag is Flag.MACHINE else flag for flag in of_one]
        if any(action.get("action") == PLACED for action in _done(manifest)):
            flags.append(Flag.COMPOSITE)
    return severest(*flags)


def _line(manifests: Mapping[str, Manifest], name: str) -> Iterator[str]:
    """The picture and those that it is a later version of, as against those placed in it."""
    seen: set[str] = set()
    while name in manifests and name not in seen:
        yield name
        seen.add(name)
        parents = [
            str(one.get("active_manifest") or "")
            for one in manifests[name].get("ingredients") or ()
            if one.get("relationship") == "parentOf"
        ]
        name = next(iter(parents), "")


def _codes(store: Mapping[str, Any], name: str) -> Iterator[tuple[str, bool]]:
    """(code, whether it is about the picture itself and not about one that it was made of)."""
    for one in store.get("validation_status") or ():
        code, where = str(one.get("code", "")), str(one.get("url") or "")
        if code not in NO_FAULTS:
            yield code, name in where or "/c2pa/" not in where


def _faults(codes: Iterator[str]) -> list[str]:
    said = (FAULTS.get(code, f"The credentials have a fault: {_short(code)}.") for code in codes)
    return list(dict.fromkeys(said))[:MOST_SHOWN]


def _short(text: object) -> str:
    return " ".join(str(text or "").split())[:LONGEST]

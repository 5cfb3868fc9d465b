"""What makes an outlet's entry unfit to be saved, and how a change to it reads."""

import re
from collections.abc import Iterable
from dataclasses import replace
from unicodedata import category

from newsroom.wire.outlets import OutletFacts
from newsroom.wire.registry import fold

LONGEST_NAME = 120
LONGEST_DOMAIN = 253
MOST_ALIASES = 60
_SHORTEST = 2
_COUNTRY = re.compile(r"[A-Z]{2}")


def tidied(facts: OutletFacts) -> OutletFacts:
    """Blanks folded, apostrophes plain, a name given twice kept once."""
    name = tidy_name(facts.name)
    others = dict.fromkeys(tidy_name(alias) for alias in facts.aliases)
    return replace(
        facts,
        name=name,
        aliases=tuple(alias for alias in others if alias and alias != name),
        country=facts.country.strip().upper(),
        domain=tidy_name(facts.domain).lower(),
        credit_form=tidy_name(facts.credit_form),
    )


def tidy_name(name: str) -> str:
    """Without control characters, which no database holds."""
    return " ".join("".join(c for c in fold(name) if category(c) != "Cc" or c.isspace()).split())


def faults(facts: OutletFacts) -> dict[str, str]:
    """What cannot be saved, by the field it stands in."""
    found: dict[str, str] = {}
    if fault := _fault_of([facts.name]):
        found["name"] = fault
    if fault := _fault_of(facts.aliases):
        found["aliases"] = fault
    if len(facts.aliases) > MOST_ALIASES:
        found["aliases"] = f"At most {MOST_ALIASES} names."
    if facts.country and not _COUNTRY.fullmatch(facts.country):
        found["country"] = "Two letters, as in GB."
    if len(facts.domain) > LONGEST_DOMAIN:
        found["domain"] = f"At most {LONGEST_DOMAIN} characters."
    if len(facts.credit_form) > LONGEST_NAME:
        found["credit_form"] = f"At most {LONGEST_NAME} characters."
    if facts.contract_until and not (facts.text_contract or facts.photo_contract):
        found["contract_until"] = "Say what the contract is for, or leave the day out."
    return found


def _fault_of(names: Iterable[str]) -> str:
    for name in names:
        if len(name) < _SHORTEST:
            return f"“{name}” is too short to be told from other words."
        if len(name) > LONGEST_NAME:
            return f"“{name[:30]}…” is longer than {LONGEST_NAME} characters."
        if name.islower() and " " not in name and len(name) > len("dpa"):
            return f"“{name}” would be found in ordinary words: a name has a capital."
    return ""


def changes_in_words(before: OutletFacts, after: OutletFacts) -> str:
    """Empty where nothing changed; names as "+ added" and "− taken out"."""
    said = []
    if before.name != after.name:
        said.append(f"{before.name} → {after.name}")
    added = [f"+ {name}" for name in after.aliases if name not in before.aliases]
    taken = [f"− {name}" for name in before.aliases if name not in after.aliases]
    if added or taken:
        said.append(f"names {', '.join([*added, *taken])}")
    for field in ("type", "country", "domain", "credit_form", "contract_until"):
        old, new = str(getattr(before, field) or ""), str(getattr(after, field) or "")
        if old != new:
            said.append(f"{field.replace('_', ' ')} {old or 'none'} → {new or 'none'}")
    said += [
        f"{'' if getattr(after, mark) else 'no longer '}{meaning}"
        for mark, meaning in _MARKS.items()
        if getattr(before, mark) != getattr(after, mark)
    ]
    return "; ".join(said)


_MARKS = {
    "common_word": "an everyday word too",
    "state_run": "state-run",
    "photo": "a photo agency",
    "text_contract": "a contract for its text",
    "photo_contract": "a contract for its photos",
}

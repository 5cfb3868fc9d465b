"""Which listed forms stand in a text as whole words; where several overlap, the longest."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.housestyle.folding import HYPHENS
from newsroom.housestyle.lexicon import Claim, Lexicon
from newsroom.housestyle.shadow import Shadow

# Behind an apostrophe these end a name; any other letters belong to a longer word.
_ENDINGS = ("s", "d", "ll", "ve", "re")


@dataclass(frozen=True, slots=True)
class Candidate:
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
    return _longest(list(_whole_words(shadow, lexicon)), len(shadow.folded))


def _whole_words(shadow: Shadow, lexicon: Lexicon) -> Iterator[Candidate]:
    folded = shadow.folded
    for index, start, end in lexicon.hits(folded):
        if not starts_word(folded, start):
            continue
        is_plural = folded[end : end + 1] == "s" and folded[end - 1] != "s"
        if not ends_word(folded, end + is_plural):
            continue
        first, last = shadow.span(start, end)
        words = shadow.text[first:last]
        claim = lexicon.patterns[index].read(words)
        if claim.hyphened and HYPHENS.isdisjoint(words):
            continue
        _, last = shadow.span(start, end + is_plural)
        yield Candidate(claim, first, last, start, end + is_plural, is_plural)


def _longest(found: list[Candidate], length: int) -> list[Candidate]:
    """Choose by length; what is looked at later is no longer, so its two ends tell an overlap."""
    taken = bytearray(length)
    chosen = []
    for candidate in sorted(found, key=lambda one: one.rank):
        start, end = candidate.shadow_start, candidate.shadow_end
        if not taken[start] and not taken[end - 1]:
            taken[start:end] = b"\1" * (end - start)
            chosen.append(candidate)
    return sorted(chosen, key=lambda one: one.start)


def starts_word(folded: str, start: int) -> bool:
    before = folded[start - 1 : start] if start else ""
    if not _is_word(folded[start]) or not before:
        return True
    if before == "'":
        return not folded[max(0, start - 2)].isalnum()
    return not _is_word(before)


def ends_word(folded: str, end: int) -> bool:
    after = folded[end : end + 1]
    if not _is_word(folded[end - 1]) or not after:
        return True
    if after == "'":
        return any(_is_ending(folded, end + 1, ending) for ending in ("", *_ENDINGS))
    return not _is_word(after)


def _is_ending(folded: str, start: int, ending: str) -> bool:
    after = folded[start + len(ending) : start + len(ending) + 1]
    return folded.startswith(ending, start) and not (after and _is_word(after))


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"

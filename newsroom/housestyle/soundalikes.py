"""Which words of a text may be an unlisted spelling of a listed name."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newsroom.housestyle.candidates import Candidate, ends_word, starts_word
from newsroom.housestyle.casing import is_all_capitals, starts_sentence
from newsroom.housestyle.enough import IF_A_TERM
from newsroom.housestyle.folding import HYPHENS, fold
from newsroom.housestyle.lexicon import Lexicon, Standing
from newsroom.housestyle.links import ARTICLE, ASSIMILATED
from newsroom.housestyle.pair_score import likeness
from newsroom.housestyle.shadow import Shadow
from newsroom.housestyle.unlisted import LONGEST_WORD, is_proper

# A letter, then letters and inner apostrophes: each is tried once, so it is linear.
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_POSSESSIVE = "'s"
# What English clips: rock'n, don't.
_CLIPPED = ("'n", "n't")

Token = tuple[int, int, str]


def with_soundalikes(
    shadow: Shadow, lexicon: Lexicon, listed: Sequence[Candidate]
) -> list[Candidate]:
    """Add them to the listed ones, in order and apart; of two that overlap the longer stays."""
    tokens = list(_tokens(shadow))
    heard: list[Candidate] = []
    done = 0
    for index, (start, _, _) in enumerate(tokens):
        if start < done:
            continue
        candidate = _heard(shadow, lexicon, tokens, index)
        if candidate is not None and _outdoes(candidate, listed):
            heard.append(candidate)
            done = candidate.shadow_end
    if not heard:
        return list(listed)
    kept = [known for known in listed if not _among(known, heard)]
    return sorted([*kept, *heard], key=lambda one: one.start)


def _outdoes(candidate: Candidate, listed: Sequence[Candidate]) -> bool:
    """Whether it is longer than each listed one it meets, and no exception is among these."""
    return all(
        candidate.shadow_start <= known.shadow_start
        and known.shadow_end <= candidate.shadow_end
        and known.length < candidate.length
        and known.claim.standing is not Standing.EXCEPTION
        for known in _meeting(candidate, listed)
    )


def _among(known: Candidate, heard: Sequence[Candidate]) -> bool:
    return any(True for _ in _meeting(known, heard))


def _meeting(one: Candidate, others: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those that overlap it; the others are in order and apart."""
    index = bisect_right(others, one.shadow_start, key=lambda other: other.shadow_end)
    while index < len(others) and others[index].shadow_start < one.shadow_end:
        yield others[index]
        index += 1


def _tokens(shadow: Shadow) -> Iterator[Token]:
    for match in _WORD.finditer(shadow.folded):
        start, end = match.span()
        word = match.group()
        if word.endswith(_POSSESSIVE):
            word, end = word[:-2], end - 2
        if word in ASSIMILATED and _is_hyphened(shadow, end):
            word = ARTICLE
        if len(word) <= LONGEST_WORD:
            yield start, end, word


def _is_hyphened(shadow: Shadow, end: int) -> bool:
    """Whether the word that ends here is joined to the next: only then is it an article."""
    if shadow.folded[end : end + 1] != " ":
        return False
    first, _ = shadow.span(end, end + 1)
    return shadow.text[first] in HYPHENS


def _heard(
    shadow: Shadow, lexicon: Lexicon, tokens: Sequence[Token], index: int
) -> Candidate | None:
    found = lexicon.heard(_words_from(shadow.folded, tokens, index, lexicon))
    if found is None:
        return None
    count, claim = found
    start, end = tokens[index][0], tokens[index + count - 1][1]
    if not (starts_word(shadow.folded, start) and ends_word(shadow.folded, end)):
        return None
    first, last = shadow.span(start, end)
    if not _case_fits(shadow.text, first, last, claim.text):
        return None
    if count == 1 and not _is_sure(tokens[index][2], claim.text):
        return None
    return Candidate(claim, first, last, start, end, is_plural=False)


def _is_sure(word: str, form: str) -> bool:
    """No capital tells a term from an English word that no list has: it must be all the closer."""
    if word.endswith(_CLIPPED):
        return False
    folded = fold(form)
    return is_proper(form) or word == folded or likeness(word, folded) >= IF_A_TERM


def _words_from(
    folded: str, tokens: Sequence[Token], index: int, lexicon: Lexicon
) -> Iterator[str]:
    """The word at the index and those that follow it closely, as long as they are asked for."""
    yield tokens[index][2]
    for last in range(index + 1, min(len(tokens), index + lexicon.sounds.most_words)):
        if folded[tokens[last - 1][1] : tokens[last][0]] != " ":
            return
        yield tokens[last][2]


def _case_fits(text: str, start: int, end: int, form: str) -> bool:
    """A name has its capital; a common noun has none, but at the start of a sentence."""
    words = text[start:end]
    if is_all_capitals(words):
        return True
    if is_proper(form):
        return is_proper(words)
    return not is_proper(words) or starts_sentence(text, start)

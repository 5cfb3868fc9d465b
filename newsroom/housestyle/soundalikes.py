"""Which words of a text may be an unlisted spelling of a listed name."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newsroom.housestyle.candidates import Candidate, ends_word, starts_word
from newsroom.housestyle.casing import is_all_capitals, starts_sentence
from newsroom.housestyle.lexicon import Lexicon, Standing
from newsroom.housestyle.shadow import Shadow
from newsroom.housestyle.unlisted import LONGEST_WORD, SHORTEST, is_proper

# A letter, then letters and inner apostrophes: each is tried once, so it is linear.
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_POSSESSIVE = "'s"

Token = tuple[int, int, str]


def with_soundalikes(
    shadow: Shadow, lexicon: Lexicon, listed: Sequence[Candidate]
) -> list[Candidate]:
    """Add them to the listed ones, in order and apart; of two that overlap the longer stays."""
    tokens = list(_tokens(shadow.folded))
    heard: list[Candidate] = []
    done = 0
    for index, (start, _, word) in enumerate(tokens):
        if start < done or lexicon.sounds.is_silent(word):
            continue
        for phrase in _phrases(shadow, tokens, index, lexicon):
            candidate = _heard(shadow, lexicon, phrase)
            if candidate is not None and _outdoes(candidate, listed):
                heard.append(candidate)
                done = candidate.shadow_end
                break
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


def _tokens(folded: str) -> Iterator[Token]:
    for match in _WORD.finditer(folded):
        word = match.group().removesuffix(_POSSESSIVE)
        if len(word) <= LONGEST_WORD:
            yield match.start(), match.start() + len(word), word


def _phrases(
    shadow: Shadow, tokens: Sequence[Token], index: int, lexicon: Lexicon
) -> Iterator[Sequence[Token]]:
    """The word at the index with those that follow it closely, the longest phrase first."""
    word = tokens[index][2]
    if lexicon.sounds.may_begin_phrase(word):
        last = index + 1
        most = min(len(tokens), index + lexicon.sounds.most_words)
        while last < most and shadow.folded[tokens[last - 1][1] : tokens[last][0]] == " ":
            last += 1
        yield from (tokens[index:end] for end in range(last, index + 1, -1))
    if len(word) >= SHORTEST:
        yield tokens[index : index + 1]


def _heard(shadow: Shadow, lexicon: Lexicon, phrase: Sequence[Token]) -> Candidate | None:
    claim = lexicon.sounding_like(tuple(word for _, _, word in phrase))
    if claim is None:
        return None
    start, end = phrase[0][0], phrase[-1][1]
    if not (starts_word(shadow.folded, start) and ends_word(shadow.folded, end)):
        return None
    first, last = shadow.span(start, end)
    if not _case_fits(shadow.text, first, last, claim.text):
        return None
    return Candidate(claim, first, last, start, end, is_plural=False)


def _case_fits(text: str, start: int, end: int, form: str) -> bool:
    """A name has its capital; a common noun has none, but at the start of a sentence."""
    words = text[start:end]
    if is_all_capitals(words):
        return True
    if is_proper(form):
        return is_proper(words)
    return not is_proper(words) or starts_sentence(text, start)

"""One story, one spelling: the names that a story spells in more than one way."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from newsroom.housestyle.addresses import Surroundings
from newsroom.housestyle.candidates import Candidate
from newsroom.housestyle.casing import is_all_capitals
from newsroom.housestyle.folding import letters
from newsroom.housestyle.lexicon import Lexicon, Standing
from newsroom.housestyle.matcher import Find, recognised
from newsroom.housestyle.passages import NOT_READ, Passage
from newsroom.housestyle.quoting import Quoting
from newsroom.housestyle.shadow import shadow_of
from newsroom.housestyle.unlisted_names import Capitalised, capitalised, same_names
from newsroom.housestyle.verdicts import rule_of, why_left_alone

_NAMED = frozenset(
    [Standing.PREFERRED, Standing.VARIANT, Standing.ARTICLE, Standing.UNLISTED],
)


class Spelling(NamedTuple):
    words: str
    times: int


Spellings = tuple[Spelling, ...]


def inconsistencies(
    passages: Sequence[Passage],
    lexicon: Lexicon,
    find: Find = recognised,
    elsewhere: Collection[str] = (),
) -> list[Spellings]:
    """Put together the spellings of each name that has several, as they first appear.

    What is quoted, or part of an address or of a longer name, is left out, and what is ruled only
    `elsewhere`. Case, the possessive and the plural make no other spelling.
    """
    quoting = Quoting(passages)
    listed: dict[int, list[str]] = defaultdict(list)
    others: list[Capitalised] = []
    for index, passage in enumerate(passages):
        if passage.kind in NOT_READ:
            continue
        shadow = shadow_of(passage.text)
        found = find(shadow, lexicon)
        around = Surroundings(passage.text)
        for one in found:
            term = one.claim.term.id
            if rule_of(term) in elsewhere or not _is_use(one, passage, around):
                continue
            if not quoting.is_quoted(index, one.start, one.end):
                listed[term].append(_singular(one, passage.text))
        around = Surroundings(passage.text)
        others += [
            word
            for word in capitalised(shadow, found)
            if not around.is_address(word.start, word.end)
            and not quoting.is_quoted(index, word.start, word.end)
        ]
    uses = [*listed.values(), *same_names(others)]
    return [spellings for spellings in map(_counted, uses) if len(spellings) > 1]


def _is_use(one: Candidate, passage: Passage, around: Surroundings) -> bool:
    if one.claim.standing not in _NAMED or around.is_address(one.start, one.end):
        return False
    return why_left_alone(passage.text, one) is None


def _singular(one: Candidate, text: str) -> str:
    return text[one.start : one.end - one.is_plural]


def _counted(uses: Iterable[str]) -> Spellings:
    """Count those that differ in more than case; what is not all capitals stands for them."""
    counts: dict[str, int] = defaultdict(int)
    shown: dict[str, str] = {}
    for words in uses:
        key = letters(words)
        counts[key] += 1
        if key not in shown or (is_all_capitals(shown[key]) and not is_all_capitals(words)):
            shown[key] = " ".join(words.split())
    return tuple(Spelling(shown[key], count) for key, count in counts.items())


def sentences(found: Sequence[Spellings]) -> Iterator[str]:
    """Say them to a person: each group with its counts."""
    for spellings in found:
        yield f"One name in {len(spellings)} spellings: {ways(spellings)}"


def ways(spellings: Spellings) -> str:
    return ", ".join(f"{one.words} ({one.times})" for one in spellings)

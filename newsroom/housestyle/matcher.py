"""The house-style check: passages and a lexicon in, matches with their reasons out."""

from collections.abc import Sequence

from newsroom.housestyle.addresses import Surroundings
from newsroom.housestyle.candidates import Candidate, candidates, flagged
from newsroom.housestyle.lexicon import Lexicon, Standing
from newsroom.housestyle.matches import LeftAlone, Match, Reading
from newsroom.housestyle.passages import NOT_READ, Passage
from newsroom.housestyle.quoting import Quoting
from newsroom.housestyle.shadow import shadow_of
from newsroom.housestyle.soundalikes import with_soundalikes
from newsroom.housestyle.verdicts import IN_ADDRESS, left_alone, match, rule_of, why_left_alone

__all__ = ["check_passages", "read_known", "read_passages", "rule_of"]


def check_passages(passages: Sequence[Passage], lexicon: Lexicon) -> list[Match]:
    """Hold the text blocks of one document against the lexicon, in document order.

    Linear in the length of the text. Changing what is found and checking again finds nothing.
    """
    return list(read_passages(passages, lexicon).matches)


def read_passages(passages: Sequence[Passage], lexicon: Lexicon) -> Reading:
    """As `check_passages`, and besides what was recognised and left alone."""
    return _reading(passages, [_with_unlisted(passage, lexicon) for passage in passages])


def read_known(passages: Sequence[Passage], lexicon: Lexicon) -> Reading:
    """As `read_passages`, but listed spellings only: the part that is fast on any lexicon."""
    return _reading(
        passages,
        [
            [] if passage.kind in NOT_READ else flagged(shadow_of(passage.text), lexicon)
            for passage in passages
        ],
    )


def _with_unlisted(passage: Passage, lexicon: Lexicon) -> list[Candidate]:
    if passage.kind in NOT_READ:
        return []
    shadow = shadow_of(passage.text)
    return with_soundalikes(shadow, lexicon, candidates(shadow, lexicon))


def _reading(passages: Sequence[Passage], found: Sequence[Sequence[Candidate]]) -> Reading:
    """Quotations and addresses are looked for only where something was found."""
    quoting = Quoting(passages)
    matches: list[Match] = []
    skips: list[LeftAlone] = []
    for index, passage in enumerate(passages):
        if not found[index]:
            continue
        around = Surroundings(passage.text)
        for one in found[index]:
            if one.claim.standing is Standing.PREFERRED:
                continue
            if around.is_address(one.start, one.end):
                skips.append(left_alone(index, passage, one, IN_ADDRESS))
            elif (reason := why_left_alone(passage.text, one)) is not None:
                skips.append(left_alone(index, passage, one, reason))
            else:
                is_quoted = quoting.is_quoted(index, one.start, one.end)
                matches.append(match(index, passage, one, is_quoted=is_quoted))
    return Reading(tuple(matches), tuple(skips))

"""The house-style check: passages and a lexicon in, matches with their reasons out."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from newsroom.housestyle.addresses import Surroundings
from newsroom.housestyle.candidates import Candidate, candidates, flagged
from newsroom.housestyle.folding import fold
from newsroom.housestyle.lexicon import Lexicon, Standing
from newsroom.housestyle.matches import Kind, LeftAlone, Match, Reading
from newsroom.housestyle.passages import NOT_READ, Passage
from newsroom.housestyle.quoting import Quoting
from newsroom.housestyle.shadow import Shadow, shadow_of
from newsroom.housestyle.soundalikes import with_soundalikes
from newsroom.housestyle.verdicts import IN_ADDRESS, left_alone, match, rule_of, why_left_alone

__all__ = [
    "check_passages",
    "once",
    "read_by",
    "read_known",
    "read_passages",
    "recognised",
    "rule_of",
]

Find = Callable[[Shadow, Lexicon], list[Candidate]]


def check_passages(passages: Sequence[Passage], lexicon: Lexicon) -> list[Match]:
    """Hold the text blocks of one document against the lexicon, in document order.

    Linear in the length of the text. Changing what is known and checking again finds none of it;
    of an unlisted spelling only the first occurrence is there to be asked about.
    """
    return list(read_passages(passages, lexicon).matches)


def read_passages(passages: Sequence[Passage], lexicon: Lexicon) -> Reading:
    """As `check_passages`, and besides what was recognised and left alone."""
    return read_by(recognised, passages, lexicon)


def read_by(find: Find, passages: Sequence[Passage], lexicon: Lexicon) -> Reading:
    """The same, by what somebody has recognised already."""
    whole = _reading(passages, lexicon, find)
    return Reading(tuple(_asked_once(whole.matches)), whole.left_alone)


def once(find: Find) -> Find:
    """For several readings of one document: each text of it is looked through once."""
    known: dict[str, list[Candidate]] = {}

    def found(shadow: Shadow, lexicon: Lexicon) -> list[Candidate]:
        if shadow.text not in known:
            known[shadow.text] = find(shadow, lexicon)
        return known[shadow.text]

    return found


def read_known(passages: Sequence[Passage], lexicon: Lexicon) -> Reading:
    """As `read_passages`, but listed spellings only: the part that is fast on any lexicon."""
    return _reading(passages, lexicon, flagged)


def recognised(shadow: Shadow, lexicon: Lexicon) -> list[Candidate]:
    """All that is listed, whether right or wrong, and what sounds like it; in order and apart."""
    return with_soundalikes(shadow, lexicon, candidates(shadow, lexicon))


def _asked_once(matches: Iterable[Match]) -> Iterator[Match]:
    """Leave out an unlisted spelling that was asked about further up in the document."""
    asked: set[tuple[str, str]] = set()
    for one in matches:
        if one.kind is Kind.PROBABLE:
            question = (one.rule, fold(one.words))
            if question in asked:
                continue
            asked.add(question)
        yield one


def _reading(passages: Sequence[Passage], lexicon: Lexicon, find: Find) -> Reading:
    """Quotations and addresses are looked for only where something was found."""
    quoting = Quoting(passages)
    matches: list[Match] = []
    skips: list[LeftAlone] = []
    for index, passage in enumerate(passages):
        if passage.kind in NOT_READ or not (found := find(shadow_of(passage.text), lexicon)):
            continue
        around = Surroundings(passage.text)
        for one in found:
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

"""The house-style check: passages and a lexicon in, matches with their reasons out."""

from collections.abc import Iterable, Iterator, Sequence

from newsroom.housestyle.addresses import addresses
from newsroom.housestyle.candidates import Candidate, candidates
from newsroom.housestyle.casing import plural_of, raised, suggestion
from newsroom.housestyle.folding import fold
from newsroom.housestyle.lexicon import Claim, Lexicon, Standing
from newsroom.housestyle.matches import Kind, LeftAlone, Match, Reading
from newsroom.housestyle.names import longer_name
from newsroom.housestyle.passages import APART, NOT_READ, Passage
from newsroom.housestyle.quotes import Span, is_quoted, quotations
from newsroom.housestyle.shadow import shadow_of
from newsroom.housestyle.soundalikes import with_soundalikes

AS_SAID = "In a quotation: left as it was said."
IN_ADDRESS = "Part of a link, an address, a handle or a tag."
DISPUTED = "Two entries of the lexicon list this spelling; settle it there first."


def check_passages(passages: Sequence[Passage], lexicon: Lexicon) -> list[Match]:
    """Hold the text blocks of one document against the lexicon, in document order.

    Linear in the length of the text. Changing what is known and checking again finds none of it;
    of an unlisted spelling only the first occurrence is there to be asked about.
    """
    return list(read_passages(passages, lexicon).matches)


def read_passages(passages: Sequence[Passage], lexicon: Lexicon) -> Reading:
    """As `check_passages`, and besides what was recognised and left alone."""
    found = [_found(passage, lexicon) for passage in passages]
    if not any(found):
        return Reading((), ())
    quoted = _quoted_spans(passages)
    verdicts = [
        verdict
        for index, passage in enumerate(passages)
        for verdict in _verdicts(index, passage, found[index], quoted[index])
    ]
    return Reading(
        tuple(_asked_once(verdict for verdict in verdicts if isinstance(verdict, Match))),
        tuple(verdict for verdict in verdicts if isinstance(verdict, LeftAlone)),
    )


def _found(passage: Passage, lexicon: Lexicon) -> list[Candidate]:
    if passage.kind in NOT_READ:
        return []
    shadow = shadow_of(passage.text)
    return with_soundalikes(shadow, lexicon, candidates(shadow, lexicon))


def _asked_once(matches: Iterable[Match]) -> Iterator[Match]:
    """Leave out an unlisted spelling that was asked about further up in the document."""
    asked: set[tuple[str, str]] = set()
    for match in matches:
        if match.kind is Kind.PROBABLE:
            question = (match.rule, fold(match.words))
            if question in asked:
                continue
            asked.add(question)
        yield match


def rule_of(term_id: int) -> str:
    return f"housestyle:{term_id}"


def _quoted_spans(passages: Sequence[Passage]) -> list[list[Span]]:
    """Running text is read as one, so that a quotation is followed over its paragraphs."""
    running = [i for i, passage in enumerate(passages) if passage.kind not in APART]
    spans: list[list[Span]] = [[] for _ in passages]
    found = quotations([passages[i].text for i in running])
    for index, inside in zip(running, found, strict=True):
        spans[index] = inside
    for index, passage in enumerate(passages):
        if passage.quoted:
            spans[index] = [(0, len(passage.text))]
        elif passage.kind in APART:
            spans[index] = quotations([passage.text])[0]
    return spans


def _verdicts(
    index: int, passage: Passage, found: list[Candidate], quoted: Sequence[Span]
) -> Iterator[Match | LeftAlone]:
    if not found:
        return
    not_prose = addresses(passage.text)
    for candidate in found:
        if candidate.claim.standing is Standing.PREFERRED:
            continue
        reason = _why_left_alone(passage.text, candidate, not_prose)
        words = passage.text[candidate.start : candidate.end]
        where = (index, candidate.start, candidate.end, words)
        rule = rule_of(candidate.claim.term.id)
        if reason is not None:
            yield LeftAlone(*where, rule, reason)
        elif is_quoted(quoted, candidate.start, candidate.end):
            yield Match(*where, _suggestion(passage, candidate), Kind.QUOTE, rule, AS_SAID)
        else:
            kind, why = _proposal(candidate.claim)
            yield Match(*where, _suggestion(passage, candidate), kind, rule, why)


def _proposal(claim: Claim) -> tuple[Kind, str]:
    preferred = claim.term.preferred
    if claim.standing is Standing.UNLISTED:
        return (
            Kind.PROBABLE,
            f"Not listed, but it sounds like {claim.text}; house style is {preferred}.",
        )
    return Kind.KNOWN, f"House style is {preferred}."


def _why_left_alone(text: str, candidate: Candidate, not_prose: Sequence[Span]) -> str | None:
    if is_quoted(not_prose, candidate.start, candidate.end):
        return IN_ADDRESS
    term, standing = candidate.claim.term, candidate.claim.standing
    if standing is Standing.EXCEPTION:
        return (
            f"“{candidate.claim.text}” is listed as a name in which {term.preferred} is not used."
        )
    if standing is Standing.DISPUTED:
        return DISPUTED
    name = longer_name(text, candidate.start, candidate.end)
    return name and f"Part of the name “{name}”."


def _suggestion(passage: Passage, candidate: Candidate) -> str:
    preferred = candidate.claim.term.preferred
    if candidate.is_plural:
        preferred = plural_of(preferred)
    words = passage.text[candidate.start : candidate.end]
    written = suggestion(preferred, words, passage.text, candidate.start)
    # A headline in capitals for each word keeps them.
    return raised(written) if passage.kind == "headline" and words[0].isupper() else written

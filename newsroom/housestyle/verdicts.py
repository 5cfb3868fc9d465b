"""What is to be said about one spelling found: change it, show it as said, or leave it and why."""

from newsroom.housestyle.candidates import Candidate
from newsroom.housestyle.casing import is_all_capitals, plural_of, raised, suggestion
from newsroom.housestyle.lexicon import Claim, Standing
from newsroom.housestyle.matches import Kind, LeftAlone, Match
from newsroom.housestyle.names import longer_name
from newsroom.housestyle.passages import Passage

AS_SAID = "In a quotation: left as it was said."
IN_ADDRESS = "Part of a link, an address, a handle or a tag."
DISPUTED = "Two entries of the lexicon list this spelling; settle it there first."


def rule_of(term_id: int) -> str:
    return f"housestyle:{term_id}"


def left_alone(index: int, passage: Passage, candidate: Candidate, reason: str) -> LeftAlone:
    words = passage.text[candidate.start : candidate.end]
    rule = rule_of(candidate.claim.term.id)
    return LeftAlone(index, candidate.start, candidate.end, words, rule, reason)


def match(index: int, passage: Passage, candidate: Candidate, *, is_quoted: bool) -> Match:
    words = passage.text[candidate.start : candidate.end]
    kind, reason = (Kind.QUOTE, AS_SAID) if is_quoted else _proposal(candidate.claim)
    written = _suggestion(passage, candidate, words)
    rule = rule_of(candidate.claim.term.id)
    return Match(index, candidate.start, candidate.end, words, written, kind, rule, reason)


def why_left_alone(text: str, candidate: Candidate) -> str | None:
    """Why this is no spelling to change, as far as the lexicon and the words around it tell."""
    term, standing = candidate.claim.term, candidate.claim.standing
    if standing is Standing.EXCEPTION:
        listed = candidate.claim.text
        return f"“{listed}” is listed as a name in which {term.preferred} is not used."
    if standing is Standing.DISPUTED:
        return DISPUTED
    name = longer_name(text, candidate.start, candidate.end)
    return name and f"Part of the name “{name}”."


def _proposal(claim: Claim) -> tuple[Kind, str]:
    preferred = claim.term.preferred
    if claim.standing is Standing.UNLISTED:
        why = f"Not listed, but it sounds like {claim.text}; house style is {preferred}."
        return Kind.PROBABLE, why
    return Kind.KNOWN, f"House style is {preferred}."


def _suggestion(passage: Passage, candidate: Candidate, words: str) -> str:
    preferred = candidate.claim.term.preferred
    if candidate.is_plural:
        plural = plural_of(preferred)
        if words[-1] == "s" and is_all_capitals(words[:-1]):
            return preferred.upper() + plural.removeprefix(preferred)
        preferred = plural
    written = suggestion(preferred, words, passage.text, candidate.start)
    # A headline in capitals for each word keeps them.
    return raised(written) if passage.kind == "headline" and words[0].isupper() else written

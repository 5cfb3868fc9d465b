"""Who is speaking: the noun phrase that a reporting verb belongs to, and whether it has a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.wire.attribution import people
from newsroom.wire.attribution.tables import word_set
from newsroom.wire.attribution.words import Word

LONGEST_PHRASE = 28
"""In words; nobody's description runs on for longer."""
LONGEST_PARENTHESIS = 30

_NOMINAL = word_set("""
    word cap num poss outlet journalist report interview statement adverb saying show
""")
_LINKS = word_set("of in on to with from for at prep by")
_FINITE = word_set("verb told quoted cite aux speak")
_TRIMMED = _LINKS | {"adverb", "date", "and", "conj", "as", "that", "poss"}
_BEFORE_A_VERB = frozenset({"adverb", "aux", "date"})
_LINKS_OF_A_NAME = frozenset({"of", "for", "with", "from"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words [start, end) of a sentence that name a speaker."""

    start: int
    end: int


def subject_before(words: Sequence[Word], verb: int) -> Phrase | None:
    """The subject of the verb: "the mayor, 61, also said" has the mayor."""
    at = verb - 1
    while at >= 0 and words[at].tag in _BEFORE_A_VERB:
        at -= 1
    if at > 0 and words[at].tag == "as" and words[at - 1].tag in {"quoted", "cite"}:
        return subject_before(words, at - 1)
    if at >= 0 and words[at].tag == "who":
        at -= 1
        if at >= 0 and words[at].tag == "comma":
            at -= 1
    elif at >= 0 and words[at].tag in {"comma", "close", "dash"}:
        opening = _opening(words, at)
        if opening is None and words[verb].tag != "told":
            return None
        at = at - 1 if opening is None else opening - 1
    if at < 0:
        return None
    return _phrase_ending(words, at + 1)


def _opening(words: Sequence[Word], closing: int) -> int | None:
    """Where the parenthesis began that ends here."""
    opener = {"comma": "comma", "close": "open", "dash": "dash"}[words[closing].tag]
    lowest = max(0, closing - LONGEST_PARENTHESIS)
    for at in range(closing - 1, lowest, -1):
        if words[at].tag == opener:
            return at
        if words[at].tag == "quote":
            return None
    return None


def _phrase_ending(words: Sequence[Word], end: int) -> Phrase | None:
    """The noun phrase that ends before `end`, with what hangs on it by prepositions."""
    if words[end - 1].tag == "pron":
        return Phrase(end - 1, end) if words[end - 1].lower in people.PRONOUNS else None
    start = _reach_back(words, end)
    stopped_by = words[start - 1].tag if start else ""
    if stopped_by in _FINITE and (relative := _relative(words, start)):
        return _phrase_ending(words, relative)
    while start < end and words[start].tag in _TRIMMED:
        start += 1
    return Phrase(start, end) if start < end and _has_a_noun(words[start:end]) else None


def _has_a_noun(phrase: Sequence[Word]) -> bool:
    return any(word.tag in _NOMINAL - {"poss", "adverb"} or word.tag == "det" for word in phrase)


def _reach_back(words: Sequence[Word], end: int) -> int:
    start = end
    lowest = max(0, end - LONGEST_PHRASE)
    while start > lowest:
        word = words[start - 1]
        if word.tag == "det":
            start -= 1
            if start == 0 or words[start - 1].tag not in _LINKS:
                return _with_partner(words, start)
        elif (
            word.tag in _NOMINAL
            or (word.tag in _LINKS and start < end)
            or (word.tag == "date" and words[start].tag == "poss" and start < end)
        ):
            start -= 1
        else:
            return _with_partner(words, start) if word.tag == "and" else start
    return start


def _with_partner(words: Sequence[Word], start: int) -> int:
    """In "the mayor and the police said" both; in "she shut the road and police said" only police."""
    if start < 2 or words[start - 1].tag != "and":  # noqa: PLR2004
        return start
    at = start - 1
    while at > 0 and words[at - 1].tag in {"word", "cap", "num", "poss", "det", "journalist"}:
        at -= 1
        if words[at].tag == "det":
            break
    partner = words[at : start - 1]
    clause_begins = at == 0 or words[at - 1].tag in {"comma", "quote", "that", "conj", "stop"}
    runs_on = any(word.lower.endswith("ed") for word in partner)
    return at if partner and clause_begins and not runs_on else start


def _relative(words: Sequence[Word], start: int) -> int | None:
    """Where "who ..." begins, if a relative clause without commas ends before `start`."""
    lowest = max(0, start - LONGEST_PHRASE)
    for at in range(start - 1, lowest, -1):
        if words[at].tag == "who":
            return at
        if words[at].tag in {"comma", "quote", "stop", "dash"}:
            return None
    return None


def subject_after(words: Sequence[Word], verb: int) -> Phrase | None:
    """The speaker behind the verb, as in: "...," said the mayor of the town on Monday."""
    start = verb + 1
    while start < len(words) and words[start].tag in {"adverb", "date"}:
        start += 1
    if start < len(words) and words[start].tag == "pron":
        return Phrase(start, start + 1)
    end = start
    highest = min(len(words), start + LONGEST_PHRASE)
    while end < highest:
        tag = words[end].tag
        linked = tag in _LINKS_OF_A_NAME or (
            tag in {"to", "on", "at"} and words[end - 1].lower in {"close", "briefed", "known"}
        )
        joined = tag == "and" and end + 1 < highest and words[end + 1].tag in {"cap", "det"}
        if tag in _NOMINAL | {"det"} or (end > start and (linked or joined)):
            end += 1
        else:
            break
    while end > start and words[end - 1].tag in _TRIMMED:
        end -= 1
    return Phrase(start, end) if end > start and _has_a_noun(words[start:end]) else None


def head_of(phrase: Sequence[Word]) -> int:
    """The index of the noun that the phrase is about: "a senior official of the bank": official."""
    end = next(
        (
            at
            for at, word in enumerate(phrase)
            if at
            and word.tag in _LINKS | {"who", "saying", "quoted", "show", "adverb", "conj"}
            and not (word.tag == "adverb" and at + 1 < len(phrase) and phrase[at + 1].tag == "word")
        ),
        len(phrase),
    )
    counted = phrase[end - 1].lower in people.COLLECTIVES and end < len(phrase)
    if counted and phrase[end].tag == "of":
        return end + 1 + head_of(phrase[end + 1 :]) if end + 1 < len(phrase) else end - 1
    return _noun_at_end(phrase, end)


_AFTER_A_NOUN = word_set("familiar close briefed present involved aware privy")


def _noun_at_end(phrase: Sequence[Word], end: int) -> int:
    """Back over what stands behind its noun: people familiar, a person close."""
    at = end - 1
    while at > 0 and (phrase[at].lower in _AFTER_A_NOUN or phrase[at].lower.endswith("ed")):
        at -= 1
    return at


def singular(noun: str) -> str:
    if noun in {"people", "men", "women", "staff"}:
        return noun
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def is_named(phrase: Sequence[Word]) -> bool:
    """Whether it ends in a proper name: "official Dana Roth", not "a U.S. official"."""
    head = phrase[head_of(phrase)]
    if head.tag == "cap" and not is_source_noun(head.lower):
        return True
    rest = [word.lower for word in phrase[head_of(phrase) + 1 :]]
    return "named" in rest[:1] or "called" in rest[:1]


def is_source_noun(noun: str) -> bool:
    return singular(noun) in people.UNNAMED_SOURCES | people.OFFICES


def is_unnamed(phrase: Sequence[Word]) -> bool:
    """Whether nobody is named where somebody could be: officials, two judges, a person close."""
    partners = next((at for at, w in enumerate(phrase) if at and w.tag == "and"), None)
    if partners and partners + 1 < len(phrase):
        return is_unnamed(phrase[:partners]) or is_unnamed(phrase[partners + 1 :])
    if any(word.lower in people.UNNAMED_ADJECTIVES for word in phrase):
        return True
    if is_named(phrase):
        return False
    noun = phrase[head_of(phrase)].lower
    first = phrase[0].lower
    definite = first in {"the", "his", "her", "its", "their", "this", "that"} or any(
        word.tag == "poss" for word in phrase[: head_of(phrase)]
    )
    if singular(noun) in people.OFFICES:
        return not definite and (phrase[0].tag in {"det", "num"} or noun.endswith("s"))
    return singular(noun) in (people.STILL_UNNAMED if definite else people.UNNAMED_SOURCES)


def participle_subject(words: Sequence[Word], participle: int) -> Phrase | None:
    """Whom a participle behind a comma describes: "The vice premier, quoted by X, said"."""
    if participle < 2 or words[participle - 1].tag != "comma":  # noqa: PLR2004
        return None
    if words[participle - 2].tag in {"quote", "date", "verb"}:
        return None
    return _phrase_ending(words, participle - 1)

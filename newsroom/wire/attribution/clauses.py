"""Which speaker belongs to which verb of a sentence, before it, behind it or in the next clause."""

from newsroom.wire.attribution.sentence import Sentence
from newsroom.wire.attribution.speakers import (
    Phrase,
    participle_subject,
    subject_after,
    subject_before,
)

_SPEECH = frozenset({"verb", "told", "saying"})
_CLOSES_A_CLAUSE = frozenset({"stop", "comma", "date", "in", "on", "at", "who", "as"})
_NOBODY = frozenset({"it", "we", "i", "you"})


def speaks_at(sentence: Sentence, verb: int) -> Phrase | None:
    """Who says what the verb reports, before or behind it."""
    words = sentence.words
    return subject_after(words, verb) if inverted(sentence, verb) else subject_before(words, verb)


def subject_of(sentence: Sentence, verb: int) -> Phrase | None:
    """The same for participles too: "The vice premier, quoted by X, said"."""
    participle = sentence.tag_at(verb) in {"quoted", "cite", "speak"}
    described = participle_subject(sentence.words, verb) if participle else None
    return described or speaks_at(sentence, verb)


def inverted(sentence: Sentence, verb: int) -> bool:
    """Whether the speaker stands behind: "...", said the mayor."""
    before = sentence.tag_at(verb - 1)
    behind = subject_after(sentence.words, verb)
    if behind is None or before not in {"quote", "comma", "dash"}:
        return False
    if before == "quote":
        return True
    quoted_before = "quote" in sentence.tags_between(verb - 3, verb)
    closed = sentence.tag_at(behind.end) in _CLOSES_A_CLAUSE
    return closed and (quoted_before or subject_before(sentence.words, verb) is None)


def clause_verb(sentence: Sentence, outlet: int, cue: int) -> tuple[int, Phrase] | None:
    """The reporting verb that an interview belongs to, with its subject.

    "In an interview with X, the mayor said" looks ahead; "the mayor said in an interview with X"
    looks back first; "the mayor, who spoke to X, said" has one subject for both verbs.
    """
    behind = [at for at in range(cue - 1, -1, -1) if _speech(sentence, at)]
    ahead = [at for at in range(outlet + 1, len(sentence.words)) if _speech(sentence, at)]
    own = speaks_at(sentence, cue) if _spoke(sentence, cue) else None
    if own and _can_speak(sentence, own):
        return next((at for at in ahead if speaks_at(sentence, at) == own), cue), own
    for at in [*behind, *ahead]:
        subject = speaks_at(sentence, at)
        if subject and _can_speak(sentence, subject):
            return at, subject
    return None


def _spoke(sentence: Sentence, cue: int) -> bool:
    """A finite "spoke", "wrote": not "speaking", not "interviewed by"."""
    finite = sentence.tag_at(cue) == "speak" and not sentence.lower_at(cue).endswith("ing")
    return finite and sentence.tag_at(cue + 1) != "by"


def _speech(sentence: Sentence, at: int) -> bool:
    return sentence.tag_at(at) in _SPEECH


def _can_speak(sentence: Sentence, subject: Phrase) -> bool:
    words = sentence.words[subject.start : subject.end]
    if len(words) == 1 and words[0].lower in _NOBODY:
        return False
    return not all(word.tag in {"outlet", "det"} for word in words)

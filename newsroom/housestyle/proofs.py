"""How an entry proves itself: sentences in which it must change something, and others where not."""

from collections.abc import Sequence

from newsroom.housestyle.lexicon import Lexicon, Term, compile_lexicon
from newsroom.housestyle.matcher import check_passages
from newsroom.housestyle.matches import Kind, Match
from newsroom.housestyle.passages import Passage

LONGEST_SENTENCE = 500
MOST_SENTENCES = 40


def must_change_fault(term: Term, sentences: Sequence[str]) -> str:
    """Which of the sentences is not changed; empty where all are."""
    lexicon = compile_lexicon([term])
    for sentence in sentences:
        if not _changes(sentence, lexicon):
            return f"Nothing changes in “{sentence}”, and something should."
    return _shape_fault(sentences)


def must_stay_fault(term: Term, sentences: Sequence[str]) -> str:
    """Which of the sentences is changed though it should stay; empty where none is."""
    lexicon = compile_lexicon([term])
    for sentence in sentences:
        for match in _changes(sentence, lexicon):
            return f"“{sentence}” should stay, but {match.words} would become {match.suggestion}."
    return _shape_fault(sentences)


def _changes(sentence: str, lexicon: Lexicon) -> list[Match]:
    return [m for m in check_passages([Passage(sentence)], lexicon) if m.kind is Kind.KNOWN]


def _shape_fault(sentences: Sequence[str]) -> str:
    if len(sentences) > MOST_SENTENCES:
        return f"That is more than {MOST_SENTENCES} sentences."
    for sentence in sentences:
        if len(sentence) > LONGEST_SENTENCE:
            return f"“{sentence[:20]}…” is longer than {LONGEST_SENTENCE} characters."
    return ""

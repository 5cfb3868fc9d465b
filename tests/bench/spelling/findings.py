"""How many unlisted spellings are found, and how many are taken for another term."""

from collections.abc import Callable, Iterable, Sequence

from newsroom.housestyle.lexicon import Lexicon
from newsroom.housestyle.matcher import check_passages, rule_of
from newsroom.housestyle.matches import Kind, Match
from newsroom.housestyle.passages import Passage

Cases = Sequence[tuple[int, str]]


def shares(cases: Cases, answer: Callable[[str], int | None]) -> tuple[float, float]:
    """(recall@1, wrong)."""
    found = [(term, answer(spelling)) for term, spelling in cases]
    right = sum(got == term for term, got in found)
    wrong = sum(got not in (None, term) for term, got in found)
    return right / len(cases), wrong / len(cases)


def checked(lexicon: Lexicon) -> Callable[[str], int | None]:
    """Ask the whole check, in a sentence; only a match of all the words is an answer."""

    def answer(spelling: str) -> int | None:
        for match in check_passages([Passage(f"They spoke of {spelling} at noon.")], lexicon):
            return int(match.rule.removeprefix(rule_of(0)[:-1])) if match.words == spelling else -1
        return None

    return answer


def probable(paragraphs: Iterable[str], lexicon: Lexicon) -> list[Match]:
    """What is asked about in a text, each paragraph a document; as if nothing were quoted."""
    return [
        match
        for paragraph in paragraphs
        for match in check_passages([Passage(paragraph.replace('"', ""))], lexicon)
        if match.kind is Kind.PROBABLE
    ]

"""The plainest check there is: letters against letters, with the same guards."""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from newsroom.housestyle.folding import fold
from newsroom.housestyle.guards import NO_GUARDS, Guards, packaged_guards
from newsroom.housestyle.lexicon import Term

LEAST = 0.75
MOST_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+")


def plain_of(terms: Sequence[Term]) -> "Plain":
    forms = ((form, term.id) for term in terms for form in (term.preferred, *term.variants))
    return Plain(forms, packaged_guards())


class Plain:
    def __init__(self, forms: Iterable[tuple[str, int]], guards: Guards = NO_GUARDS) -> None:
        """Take (form, entry)."""
        self._owner = {fold(form): entry for form, entry in forms}
        self._guards = guards
        self._forms = list(self._owner)
        self.remembered: dict[str, int | None] = {}

    def nearest(self, words: str) -> int | None:
        """The term whose form is most like these words, if it is enough; none for a listed one."""
        folded = fold(words)
        if folded not in self.remembered:
            self.remembered[folded] = self._nearest(folded)
        return self.remembered[folded]

    def _nearest(self, folded: str) -> int | None:
        guarded = folded in self._guards.english or folded in self._guards.other_names
        if folded in self._owner or guarded:
            return None
        best = process.extractOne(
            folded, self._forms, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=LEAST
        )
        return self._owner[best[0]] if best else None

    def asked(self, text: str) -> set[tuple[str, int]]:
        """What it would propose in a text: (words, term), each once."""
        found = ((phrase, self.nearest(phrase)) for phrase in _phrases(text))
        return {(phrase, term) for phrase, term in found if term is not None}


def _phrases(text: str) -> Iterable[str]:
    """Words with a capital, and up to four that follow each other."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    for index, (start, end) in enumerate(words):
        if text[start].isupper() and end - start > MOST_WORDS - 1:
            yield text[start:end]
        for last in range(index + 1, min(index + MOST_WORDS, len(words))):
            if text[words[last - 1][1] : words[last][0]] not in (" ", "-"):
                break
            if text[start].isupper() and text[words[last][0]].isupper():
                yield text[start : words[last][1]]

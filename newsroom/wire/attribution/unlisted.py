"""Papers and stations that the registry does not know, told by the last word of their names."""

import re
from itertools import pairwise

from newsroom.wire.attribution import kinds_of_outlet as kinds
from newsroom.wire.attribution.memory import Memory
from newsroom.wire.attribution.phrase_letters import merged, rewritten
from newsroom.wire.attribution.tables import word_set
from newsroom.wire.attribution.words import Word

LONGEST_NAME = 5
"""In words: a longer run of capitals is a headline, not the name of a paper."""

_RUN_OF_CAPITALS = re.compile(r"T?[cnPH]+")
_NUMBERED = re.compile(r"T?c[mc]")
_NUMBERS = word_set("one two three four five six seven eight nine ten")
_ALL_TITLES = kinds.TITLES | kinds.TITLES_OF_OTHERS_TOO


def unlisted_names(words: list[Word]) -> list[Word]:
    return rewritten(rewritten(words, _NUMBERED, _channel), _RUN_OF_CAPITALS, _paper)


def _channel(words: list[Word]) -> Word | None:
    number = words[-1].lower in _NUMBERS or words[-1].lower.isdigit()
    return merged(words) if words[-2].text == "Channel" and number else None


def _paper(run: list[Word]) -> Word | None:
    name = run[1:] if run[0].lower == "the" else run
    last = name[-1].text if name else ""
    certain = last in kinds.TITLES or " ".join(word.text for word in name[-2:]) in kinds.ENDINGS
    if not (certain or last in kinds.TITLES_OF_OTHERS_TOO):
        return None
    if not all(word.capitalised for word in name) or not 1 < len(name) <= LONGEST_NAME:
        return None
    whole = merged(run)
    whole.doubtful = not certain
    return whole


def recall_bare_titles(words: list[Word], memory: Memory) -> None:
    """In "a front-page Times report" the Times is the paper that was named in full before."""
    for word, following in pairwise(words):
        if word.tag == "cap" and word.text in _ALL_TITLES and following.tag == "report":
            called = memory.called(word.text)
            if called:
                word.tag, word.outlets, word.letter = "outlet", (called,), ""

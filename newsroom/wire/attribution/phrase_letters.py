"""What a word is within an outlet's phrase, one letter each, and merging what a pattern finds."""

import re
from collections.abc import Callable, Iterable, Sequence

from newsroom.wire.attribution import kinds_of_outlet as kinds
from newsroom.wire.attribution.places import ADJECTIVES
from newsroom.wire.attribution.tables import word_set
from newsroom.wire.attribution.words import Word

# O outlet   T the          t another determiner   n nation or language   m other modifier
# P of media H kind of outlet   R reports   c capitalised   w word   s possessive
# X social (media)   , comma   & and   ( ) brackets   ! end of a sentence   . anything else
_OF_TAG = {
    "outlet": "O", "quote": ".", "date": ".", "comma": ",", "and": "&", "open": "(", "close": ")",
    "stop": "!",
}  # fmt: skip
_ARABIC_NAME = re.compile(r"(?:a[a-z]{1,2}|el)-[A-Z]")
_PART_OF_A_NAME = word_set("Press News Service Wire Daily Weekly Journal Agency Network")


def letters_of(words: Iterable[Word]) -> str:
    letters = []
    for word in words:
        word.letter = word.letter or _letter(word)
        letters.append(word.letter)
    return "".join(letters)


def _letter(word: Word) -> str:
    if word.tag in _OF_TAG:
        return _OF_TAG[word.tag]
    low = word.lower
    noun = kinds.PLURALS.get(low, low)
    checks: tuple[tuple[str, bool], ...] = (
        ("T", low == "the"),
        ("t", word.tag == "det"),
        ("X", low in kinds.SOCIAL),
        ("c", word.text in _PART_OF_A_NAME),
        ("P", noun in kinds.OF_MEDIA and word.tag not in {"verb", "show"}),
        ("H", noun in kinds.HEADS),
        ("n", word.text in ADJECTIVES or low.endswith("-language")),
        ("c", bool(_ARABIC_NAME.match(word.text))),
        ("m", low in kinds.MODIFIERS or word.tag == "num" or ("-" in low and len(low) > 1)),
        ("R", low == "reports" and word.tag == "report"),
        ("s", word.tag == "poss"),
        ("c", word.capitalised),
        ("w", word.tag == "word"),
    )
    return next((letter for letter, holds in checks if holds), ".")


def merged(words: Sequence[Word], like: Word | None = None) -> Word:
    """One outlet word over all of these, as named as `like` is."""
    text = " ".join(word.text for word in words)
    whole = Word(words[0].start, words[-1].end, text, text.lower(), "outlet")
    if like:
        whole.outlets, whole.unnamed = like.outlets, like.unnamed
        whole.anaphor, whole.doubtful = like.anaphor, like.doubtful
    return whole


def rewritten(
    words: list[Word], pattern: re.Pattern[str], merge: Callable[[list[Word]], Word | None]
) -> list[Word]:
    """The words with each match of the pattern, over their letters, merged where `merge` agrees."""
    result: list[Word] = []
    position = 0
    for match in pattern.finditer(letters_of(words)):
        whole = merge(words[match.start() : match.end()])
        if whole:
            result += [*words[position : match.start()], whole]
            position = match.end()
    return result + words[position:]

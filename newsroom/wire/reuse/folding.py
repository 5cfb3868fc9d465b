"""A word as it is compared: case, print, marks and house spelling set aside."""

import unicodedata
from functools import lru_cache

from newsroom.wire.reuse.spellings import ENDINGS, SIGNS, WORDS

APOSTROPHES = "'’‘ʼ＇`´"
_ONE_APOSTROPHE = dict.fromkeys(map(ord, APOSTROPHES), "'")
_SET_ASIDE = frozenset(("Mn", "Mc", "Me", "Cf"))
"""Accents, the points of Hebrew and Arabic, soft hyphens, direction marks."""
_WORDS_KEPT = 1 << 17
"""Spellings of which the fold is remembered."""
_LONGEST = 64
"""Characters of a word that are compared: what is longer is no word, and costs no more."""


@lru_cache(_WORDS_KEPT)
def fold(word: str) -> str:
    """Empty where nothing of it is left."""
    if word in SIGNS:
        return SIGNS[word]
    word = word[:_LONGEST]
    if not word.isascii():
        word = _bare(word.translate(_ONE_APOSTROPHE))
    word = word.lower()
    if word[:1].isdigit():
        return word.replace(",", "")
    word = word.removesuffix("'s").replace("'", "").replace(".", "")
    if word in WORDS:
        return WORDS[word]
    for ending, put in ENDINGS:
        word = ending.sub(put, word)
    return word


def _bare(word: str) -> str:
    """Without marks, wide forms and ligatures; ß as ss. What folds to two words is one here."""
    whole = unicodedata.normalize("NFKC", word).casefold()
    parts = unicodedata.normalize("NFKD", whole)
    kept = (c for c in parts if unicodedata.category(c) not in _SET_ASIDE and not c.isspace())
    return unicodedata.normalize("NFC", "".join(kept))

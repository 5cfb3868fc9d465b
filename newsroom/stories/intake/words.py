"""How a line of print looks: whether it ends like a sentence, and whether its words are names."""

import re

from newsroom.photos.credit_words import NAME_PARTICLES

ENDS = (".", "!", "?", "…", "؟", "۔", "。", "！", "？", "।", "׃")
CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘«([¿¡"
MAX_LOOSE = 100
"""Characters; a longer run is prose even where its full stop is missing."""
MAX_LOOSE_WORDS = 15
SENTENCE_END = re.compile(r"[.!?…؟。]['\"”’»)\]]{0,3}(?=\s|$)")


def ends_like_a_sentence(text: str) -> bool:
    if text.rstrip(CLOSERS).endswith(ENDS):
        return True
    # "... at noon. (Reuters)": what stands in brackets behind a full stop opens no new line.
    before, bracket, _ = text.rpartition("(")
    return bool(bracket) and text.endswith(")") and before.rstrip(" " + CLOSERS).endswith(ENDS)


def is_loose(text: str) -> bool:
    """A short line without a sentence's end: a heading, a name, a label, a row of links."""
    return (
        len(text) <= MAX_LOOSE
        and len(text.split()) <= MAX_LOOSE_WORDS
        and not ends_like_a_sentence(text)
        and not text.endswith((":", ",", ";"))
    )


def sentences(text: str) -> int:
    """How many sentences, at least one; an initial's full stop counts, so it is an upper bound."""
    return max(1, len(SENTENCE_END.findall(text)))


def starts_name(word: str) -> bool:
    """Whether a word begins as a name does; letters without case are given the benefit."""
    first = word.lstrip(OPENERS)[:1]
    return first.isalpha() and not first.islower()


def are_names(words: list[str]) -> bool:
    """Whether all of these are words of names, with at most their joints in lower case."""
    return (
        bool(words)
        and starts_name(words[0])
        and all(starts_name(word) or word.casefold() in NAME_PARTICLES for word in words)
    )


def is_upper(text: str) -> bool:
    """All in capitals; letters without case are not capitals."""
    return text.isupper() and sum(c.isalpha() for c in text) > 1


def has_case(text: str) -> bool:
    return text.lower() != text.upper()

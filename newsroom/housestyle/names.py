"""Longer proper names that a listed name is only a part of, told by the words around it."""

import re

from newsroom.housestyle.name_words import CLOSE_HEADS, CLUBS, HEADS, HEADS_OF, STATES, STOPS

_NEXT_WORD = re.compile(r"[^\S\n]{1,3}([^\W_][\w&'’-]{0,40})")
_STATE = re.compile(rf",\s{{1,3}}(?:{'|'.join(map(re.escape, STATES))})(?![\w'’])")
# An institution's head stands behind at most this many other capitalised words.
_WORDS_BETWEEN = 3
_REACH = 60


def longer_name(text: str, start: int, end: int) -> str | None:
    """Return the longer name around the span, or none; a capital nearby alone proves nothing."""
    if not text[start].isupper():
        return None
    after = text[end : end + 1]
    if after == ",":
        state = _STATE.match(text, end)
        if state is not None:
            return text[start : state.end()]
    elif after.isspace():
        head_end = _end_of_head(text, start, end)
        if head_end is not None:
            return text[start:head_end]
    if not text[start - 1 : start].isspace():
        return None
    return _named_before(text[max(0, start - _REACH) : start], text[start:end])


def _named_before(before: str, words: str) -> str | None:
    """Look for "University of" or a sports club right before the words."""
    heads, near = CLUBS, before.rsplit(maxsplit=2)
    if near[-1:] == ["of"]:
        heads, near = HEADS_OF, near[:-1]
    head = near[-1].lstrip("([“‘\"'") if near else ""
    if head[:1].isupper() and head.lower() in heads:
        return before[before.rindex(head) :] + words
    return None


def _end_of_head(text: str, start: int, end: int) -> int | None:
    all_capitals = text[start:end].isupper()
    for between in range(_WORDS_BETWEEN + 1):
        found = _NEXT_WORD.match(text, end)
        if found is None or not found.group(1)[0].isupper():
            return None
        word = re.sub(r"['’]s?\Z", "", found.group(1))
        if word.lower() in HEADS or (between == 0 and word.lower() in CLOSE_HEADS):
            return found.start(1) + len(word)
        # In a headline of capitals every word looks like a part of the name.
        if all_capitals or word.lower() in STOPS:
            return None
        end = found.end()
    return None

"""Where a word of a shadow begins and ends: at apostrophes that takes a second look."""

# The signs next to a word that need no second look; "" is the end of the text.
EDGES = frozenset(["", *' \0.,;:!?"()[]{}<>|/&*+=$%@#~^\\'])

# Behind an apostrophe these end a name; any other letters belong to a longer word.
_ENDINGS = ("s", "d", "ll", "ve", "re")


def starts_word(folded: str, start: int) -> bool:
    before = folded[start - 1 : start] if start else ""
    if not _is_word(folded[start]) or not before:
        return True
    if before == "'":
        return not folded[max(0, start - 2)].isalnum()
    return not _is_word(before)


def ends_word(folded: str, end: int) -> bool:
    after = folded[end : end + 1]
    if not _is_word(folded[end - 1]) or not after:
        return True
    if after == "'":
        return any(_is_ending(folded, end + 1, ending) for ending in ("", *_ENDINGS))
    return not _is_word(after)


def _is_ending(folded: str, start: int, ending: str) -> bool:
    after = folded[start + len(ending) : start + len(ending) + 1]
    return folded.startswith(ending, start) and not (after and _is_word(after))


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"

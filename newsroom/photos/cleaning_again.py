"""Which words of a photo its file may say anew: those that nobody has written since it came."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from newsroom.photos.cleaners import Cleaned, Original
from newsroom.photos.facts import WORDS, Words

TOGETHER = frozenset({"creator", "credit"})
"""The cleaners make one of the other, so whoever wrote one of them answers for both."""


def words_again(
    now: Words, was: Mapping[str, Original], file: Words, cleaned: Cleaned, written: Collection[str]
) -> tuple[Words, dict[str, Original]]:
    """The words as today's reading and cleaners leave them, and what the file said in those that
    were cleaned. `was` is what had been cleaned before; `written` names what people wrote."""
    left = set(written) | (TOGETHER if TOGETHER & set(written) else set())
    taken = [name for name in WORDS if name not in left and _is_the_files(name, now, was, file)]
    fresh = {
        name: told
        for name in taken
        if (told := getattr(cleaned.words, name)) or _raw(name, now, file)
    }
    originals = {name: one for name, one in was.items() if name not in fresh}
    originals |= {name: one for name, one in cleaned.originals.items() if name in fresh}
    return replace(now, **fresh), originals


def _is_the_files(name: str, now: Words, was: Mapping[str, Original], file: Words) -> bool:
    """Untouched, not read before, or only cleaned: else it came with the wire, or from a sender."""
    cleaned = name in was and was[name].was == getattr(file, name)
    return cleaned or not getattr(now, name) or _raw(name, now, file)


def _raw(name: str, now: Words, file: Words) -> bool:
    return bool(getattr(now, name) == getattr(file, name))

"""How a preferred form is written in its place: capitals, plural, start of a sentence."""

import re

_PLURAL_IN_ES = ("s", "x", "z", "ch", "sh")
_BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001))))
_GAP = _BLANKS + "•\"'“”„‟‘’‚«»‹›`()[]{}¿¡*_–—-"
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Maj|Capt|Gov|Sen|Rep|Rev|Prof|Hon|Jr|Sr"
    r"|vs|etc|No|Inc|Ltd|Co|Corp|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|…|\.\.)\Z"
)
# KYIV, Ukraine (AP) — where a story begins, after a dateline written into its first paragraph.
_DATELINE = re.compile(
    r"\s{0,3}[A-Z][A-Z .'’/-]{2,30}(?:, [A-Z][\w. ]{2,20})?(?: \([^()\n]{2,30}\))? ?[—–-]{1,2}\s{0,3}"
)
_LONGEST_DATELINE = 90
# Blanks and opening marks before a name are skipped up to this length.
_REACH = 40


def suggestion(preferred: str, words: str, text: str, start: int) -> str:
    """Write the preferred form as the found words stand in the text at the given offset."""
    if is_all_capitals(words):
        return preferred.upper()
    if preferred[:1].islower() and starts_sentence(text, start):
        return raised(preferred)
    return preferred


def plural_of(preferred: str) -> str:
    return preferred + ("es" if preferred.lower().endswith(_PLURAL_IN_ES) else "s")


def raised(form: str) -> str:
    """Raise the first letter, and leave every other character alone."""
    for index, character in enumerate(form):
        if character.isalpha():
            return form[:index] + character.upper() + form[index + 1 :]
    return form


def starts_sentence(text: str, start: int) -> bool:
    """Whether the word at the offset begins a sentence; after an abbreviation, if it is raised."""
    reach = text[max(0, start - _REACH) : start]
    before = reach.rstrip(_GAP)
    gap = reach[len(before) :]
    if not before:
        return start <= _REACH
    if start <= _LONGEST_DATELINE and _DATELINE.fullmatch(text, 0, start):
        return True
    is_raised = text[start : start + 1].isupper()
    if "\n" in gap and is_raised:
        return True
    if before[-1] not in ".!?…" or not any(c.isspace() for c in gap):
        return False
    return is_raised or not _ABBREVIATION.search(before)


def is_all_capitals(words: str) -> bool:
    if not words.isupper():
        return False
    cased = [c for c in words if c.lower() != c.upper()]
    return len(cased) > 1 and all(c == c.upper() for c in cased)

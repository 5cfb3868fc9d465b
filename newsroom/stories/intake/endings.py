"""Where a caption ends and its credit begins: in brackets, after a label, or after a full stop."""

import re
from collections.abc import Iterator

from newsroom.photos.credit import SLASH, bare, is_agency
from newsroom.photos.credit_words import LABEL
from newsroom.stories.intake.credits import MAX_CREDIT, Strength, reads_as_names, strength
from newsroom.stories.intake.words import SENTENCE_END

CLOSERS = {")": "(", "]": "["}
AGENCY_FIRST = re.compile(r"(?:^|\s)((?:[A-Z]\S*\s)?[A-Z]\S*\s?/\s?[^/()]{3,60})$")
AGENCY_PHOTO = re.compile(r"\s(?:photo|images)$", re.IGNORECASE)


def split_ending(text: str) -> tuple[str, str, Strength]:
    """The caption and the credit it ends with, both as written; no credit where it has none."""
    for caption, credit, least in _endings(text):
        found = strength(credit)
        if found >= least:
            return caption, credit, found
    return text, "", Strength.NONE


def _endings(text: str) -> Iterator[tuple[str, str, Strength]]:
    """Each place where a credit may begin, and how sure its words must be there."""
    start = max(0, len(text) - MAX_CREDIT)
    at = _last_bracket(text)
    if at:
        yield text[:at].rstrip(), text[at:], Strength.WEAK
    for label in LABEL.finditer(text, start):
        rest = bare(text[label.start() :])
        if _begins_anew(text, label.start()) and reads_as_names(rest.rstrip(".")):
            yield text[: label.start()].rstrip(), text[label.start() :], Strength.STRONG
    for end in SENTENCE_END.finditer(text, start):
        rest = text[end.end() :].strip()
        if rest and rest[-1] not in '.!?…)]”"':
            # "... at noon. Reuters" is a credit, "... at noon. Jane Doe" may be a name's beginning.
            least = Strength.WEAK if is_agency(bare(rest)) else Strength.STRONG
            yield text[: end.end()], rest, least
    agency = _agency_before_slash(text, start)
    if agency:
        yield text[:agency].rstrip(), text[agency:], Strength.STRONG


def _last_bracket(text: str) -> int:
    """Where the brackets open that end the text; brackets may hold brackets. 0 where none do."""
    tail = text.rstrip(". ")
    closer = tail[-1:]
    if closer not in CLOSERS:
        return 0
    depth = 0
    for i in range(len(tail) - 1, max(0, len(tail) - MAX_CREDIT), -1):
        depth += (tail[i] == closer) - (tail[i] == CLOSERS[closer])
        if depth == 0:
            return i
    return 0


def _begins_anew(text: str, at: int) -> bool:
    """Whether a label stands as a label does, not within a sentence: "a photo by ..."."""
    before = text[:at].rstrip()[-1:]
    return text[at].isupper() or before in {
        "",
        ".",
        "!",
        "?",
        "…",
        "”",
        '"',
        "’",
        ")",
        "|",
        "–",
        "—",
    }


def _agency_before_slash(text: str, start: int) -> int:
    """Where "REUTERS/Name" begins, which needs no full stop before it. 0 where it is not found."""
    found = AGENCY_FIRST.search(text, start)
    if not found:
        return 0
    first = SLASH.split(found[1])[0]
    for name in (first, first.split(" ", 1)[-1]):
        if is_agency(AGENCY_PHOTO.sub("", name)):
            return found.start(1) + first.index(name)
    return 0

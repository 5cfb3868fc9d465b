"""Which lines of a text are not the story: the rules applied in order, with what they take along."""

import re
from dataclasses import dataclass

from newsroom.stories.intake.links import (
    LINKS,
    LOOSE_LINKS,
    SHARE_JOINTS,
    SHARE_WORDS,
    TITLED_LINKS,
)
from newsroom.stories.intake.margins import EMBARGO, MARGINS
from newsroom.stories.intake.parts import Piece, Pieces
from newsroom.stories.intake.prompts import PROMPTS
from newsroom.stories.intake.rule import MAX_LENGTH, Rule, first_match
from newsroom.stories.intake.stamps import DAYS, MONTHS, NUMERIC_DATE, TOKEN, holds_stamp, is_stamp
from newsroom.stories.intake.words import is_loose

ANYWHERE = (*PROMPTS, EMBARGO, *MARGINS, *LINKS)
AMID = 2
"""Paragraphs after which a bare date is the heading of what happened then."""

BREADCRUMB = re.compile(r"home\s*[/>›»|→].*|[^>›»]{2,40}(?:[>›»][^>›»]{2,60}){2,6}", re.IGNORECASE)
HASHTAGS = re.compile(r"#\w+(?:[\s,]+#\w+)*")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|@\w+")
FORMS = (
    (HASHTAGS, "a row of tags"),
    (ADDRESS, "an address on a line of its own"),
    (BREADCRUMB, "a part of the site's menu"),
)
HALVES_OF_DAY = {"am", "pm", "a", "p", "m", "h"}
HOUR = re.compile(r"\d[.:]\d\d")
WORD = re.compile(r"[\w+'-]+")


@dataclass
class _Seen:
    """What has gone before the line at hand."""

    headline: bool = False
    prose: int = 0


def set_asides(pieces: Pieces) -> Pieces:
    """Set aside, each with its reason, what the rules know not to be the story."""
    seen = _Seen()
    found: Pieces = []
    for i, piece in enumerate(pieces):
        below = pieces[i + 1] if i + 1 < len(pieces) else None
        reason = _reason(piece.text, below, seen) if piece.open else ""
        found.append(piece.aside(reason) if reason else piece)
        if piece.open and not reason:
            seen.headline = True
            seen.prose += not is_loose(piece.text)
    return found


def _rule(text: str, seen: _Seen) -> Rule | None:
    rule = first_match(ANYWHERE, text)
    if rule is None and seen.headline:
        rule = first_match(TITLED_LINKS, text)
    if rule is None and seen.prose and is_loose(text):
        rule = first_match(LOOSE_LINKS, text)
    return rule


def _reason(text: str, below: Piece | None, seen: _Seen) -> str:
    if not any(c.isalnum() for c in text):
        return "a dividing line"
    if len(text) > MAX_LENGTH:
        return ""
    rule = _rule(text, seen)
    if rule is not None:
        return rule.reason
    if is_share_row(text):
        return "a row of buttons for sharing"
    if holds_stamp(text) or (is_stamp(text) and not _is_heading(text, below, seen)):
        return "a time stamp"
    return next((reason for form, reason in FORMS if form.fullmatch(text)), "")


def _is_heading(text: str, below: Piece | None, seen: _Seen) -> bool:
    """A bare date, or a bare hour, between paragraphs heads what happened then."""
    words = {word.casefold() for word in TOKEN.findall(text) if not word.isdigit()}
    date = bool(words) and words <= MONTHS | DAYS and not HOUR.search(text)
    hour = words <= HALVES_OF_DAY and HOUR.search(text) and not NUMERIC_DATE.search(text)
    bare = date or bool(hour)
    return bare and seen.prose >= AMID and below is not None and not is_loose(below.text)


def is_share_row(text: str) -> bool:
    words = [word.casefold() for word in WORD.findall(text) if not word.isdigit()]
    return any(word in SHARE_WORDS for word in words) and all(
        word in SHARE_WORDS or word in SHARE_JOINTS for word in words
    )


def embargoed(pieces: Pieces) -> list[str]:
    return [piece.text for piece in pieces if piece.reason == EMBARGO.reason]

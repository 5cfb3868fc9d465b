"""A figure as the caption check reads it, and one thing in which it breaks a rule."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from newsroom.photos.captions.table import Rule


class Field(StrEnum):
    """What of a figure a breach is about."""

    CAPTION = "caption"
    CREATOR = "creator"
    CREDIT = "credit"
    ALT = "alt"
    PHOTO = "photo"


@dataclass(frozen=True)
class PhotoSays:
    """What the library knows of the photo."""

    creator: str = ""
    credit: str = ""
    taken: datetime | None = None
    """In the newsroom's own time."""
    file_name: str = ""
    texts: tuple[str, ...] = ()
    """Its caption, headline, people and whatever else may hold a name."""
    places: tuple[str, ...] = ()
    """City, country and the like, where it says so."""


NOTHING_SAID = PhotoSays()


@dataclass(frozen=True)
class Material:
    """One figure with what it is held against."""

    caption: str = ""
    creator: str = ""
    credit: str = ""
    alt: str = ""
    photo: PhotoSays = NOTHING_SAID
    story: tuple[str, ...] = ()
    """Headline, dateline, byline and paragraphs."""
    dateline: str = ""
    day: date | None = None
    """The story's own: dates without a year are near it, an old photo is old before it."""
    used_before: int | None = None
    """The number of an earlier figure with this very photo."""
    whose: str = ""
    """Another photo that the library has this very caption for, where it has another for this one."""
    leads: bool = True
    """Whether the figure, or one before it, stands before the first paragraph."""


@dataclass(frozen=True)
class Breach:
    """What breaks a rule: words at [start, end) of the caption, or a field as a whole."""

    rule: Rule
    field: Field
    words: str = ""
    start: int | None = None
    """In code points of the caption; None where it is about the whole field."""
    end: int | None = None
    evidence: str = ""
    """What shows it, as a card tells it."""
    suggestion: str | None = None
    """What to put in the place of the words, or into the field."""


def about(rule: Rule, where: Field, words: str = "", evidence: str = "", suggestion: str | None = None) -> Breach:  # fmt: skip
    return Breach(rule, where, words, evidence=evidence, suggestion=suggestion)


def at(rule: Rule, text: str, span: tuple[int, int], evidence: str = "", suggestion: str | None = None) -> Breach:  # fmt: skip
    start, end = span
    return Breach(rule, Field.CAPTION, text[start:end], start, end, evidence, suggestion)

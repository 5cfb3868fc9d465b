"""How surely some words are a photo's credit, and the figure a caption and a credit make."""

from enum import IntEnum

from newsroom.photos.credit import (
    FOR,
    RIGHTS,
    SLASH,
    VIA,
    bare,
    is_agency,
    is_labelled,
    is_note,
    is_organisation,
    is_person,
    take_credit,
)
from newsroom.photos.credit_words import GIVEN_BY, PICTURE_AGENCIES, listed
from newsroom.stories.intake.copy_credit import OPENING as COPY_CREDIT
from newsroom.stories.intake.parts import FigureText
from newsroom.stories.intake.stamps import is_stamp
from newsroom.stories.intake.words import starts_name

MAX_CREDIT = 200
MAX_WORDS = 18
JOINTS = listed("""
    via, for, of, the, and, by, from, in, on, courtesy, handout, file, photo, pool, de, van, von,
    al, el, ben, bin, la, le, del, &, /, |, -, –, —, with, at
""")


class Strength(IntEnum):
    """How surely some words are a photo's credit."""

    NONE = 0
    WEAK = 1  # a name that ends a news item as often as a caption: "(Reuters)", "(Jane Doe)"
    STRONG = 2


def strength(text: str) -> Strength:
    """Of words in brackets, after a label, or alone on a line."""
    words = bare(text)
    if len(text) > MAX_CREDIT or not words or COPY_CREDIT.match(text.strip("([")):
        return Strength.NONE
    if any(is_stamp(part) for part in SLASH.split(words)):
        return Strength.NONE
    if is_note(words) or GIVEN_BY.match(words):
        return Strength.STRONG
    if not reads_as_names(RIGHTS.sub("", words)):
        return Strength.NONE
    if is_labelled(text) or RIGHTS.match(words):
        return Strength.STRONG
    return _of_names(words)


def _of_names(words: str) -> Strength:
    taken = take_credit(words)
    parts = [part for part in SLASH.split(words) if part]
    if len(parts) > 1:
        known = any(is_person(p) or is_organisation(p) or is_note(p) for p in parts)
        return Strength.STRONG if known and (taken.creator or taken.agency) else Strength.NONE
    if taken.creator and taken.agency:
        named = VIA.search(words) or FOR.search(words) or is_organisation(taken.agency)
        return Strength.STRONG if named else Strength.WEAK
    if is_service(words):
        return Strength.STRONG
    if is_agency(words) or is_person(words) or (is_organisation(words) and taken.agency):
        return Strength.WEAK
    return Strength.NONE


def is_service(words: str) -> bool:
    """Whether the words name who delivers pictures: "Flash90", "AP Photo", "File photo"."""
    folded = words.casefold()
    return (
        folded in PICTURE_AGENCIES
        or is_note(words)
        or (is_organisation(words) and "photo" in folded)
    )


def reads_as_names(text: str) -> bool:
    words = text.replace("/", " / ").split()
    return 0 < len(words) <= MAX_WORDS and all(
        starts_name(word)
        or word[0] in "@#&0123456789"
        or is_agency(word.strip(",."))
        or word.casefold().strip(",.") in JOINTS
        for word in words
    )


def figure(caption: str, credit: str) -> FigureText:
    taken = take_credit(credit) if credit else None
    if taken is None:
        return FigureText(caption, "", "", "")
    return FigureText(caption, taken.creator, taken.agency, taken.credit)

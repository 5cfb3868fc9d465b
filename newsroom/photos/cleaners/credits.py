"""The single cleaners of creator and credit: each makes one thing right and leaves the rest."""

import re
from dataclasses import replace

from newsroom.photos.cleaners.names import BETWEEN_NAMES, in_name_case
from newsroom.photos.cleaners.word_lists import WordLists, fold
from newsroom.photos.credit import (
    RIGHTS,
    SLASH,
    VIA,
    bare,
    is_agency,
    is_organisation,
    is_person,
    take_credit,
)
from newsroom.photos.facts import LIMITS, Words

CREDIT_FIELDS = ("creator", "credit")

WANTED = re.compile(
    r"""
    [\s(\[*]* (?: mandatory\s+credit (?: \s+line )?
      | (?: photo(?:graph)?|picture|image )? \s* credit (?: \s+line )? \s+ (?: should | must ) \s+ (?: read | be ) )
    (?: \s*[:—–-]\s* | \s+ )
    [“"'‘]? (?P<credit> [^\n“”"()\[\]]{2,120}? ) [”"'’]?
    [\s.)\]*]* (?= \n | $ )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The line that the agency demands, as it stands at the end of a paragraph."""

CREDIT_IN_CAPTION = re.compile(
    r"\s*\(([^()]*\b(?:photos?|pictures?|images?|credit)\b[^()]*)\)[\s.]*$", re.IGNORECASE
)
"""(Photo by Name/Agency) at the very end of a caption."""

MARK_BEHIND = re.compile(r"\s*(?:©|\(c\))$", re.IGNORECASE)
NOTE_BEHIND = re.compile(r"^(?P<head>.+?)(?:,\s*|\s+[-–—]\s+)(?P<note>[^,]+)$")


def without_copyright_marks(words: Words, _lists: WordLists) -> Words:
    def bared(text: str) -> str:
        found = RIGHTS.match(text)
        return MARK_BEHIND.sub("", text[found.end() :] if found else text).strip() or text

    return replace(words, **{name: bared(getattr(words, name)) for name in CREDIT_FIELDS})


def as_the_agency_demands(words: Words, _lists: WordLists) -> Words:
    """ "Photo credit should read X/Y", wherever it stands, is the credit."""
    for name in ("credit", "instructions", "caption"):
        text = getattr(words, name)
        found = WANTED.search(text)
        if found and len(found["credit"]) <= LIMITS["credit"]:
            words = replace(words, credit=bare(found["credit"].strip(" .")))
            if name == "caption":
                rest = (text[: found.start()] + text[found.end() :]).strip()
                words = replace(words, caption=rest or text)
            return words
    return words


def out_of_the_caption(words: Words, _lists: WordLists) -> Words:
    """What brackets at the caption's end say is a credit; it fills what is empty."""
    found = CREDIT_IN_CAPTION.search(words.caption)
    taken = take_credit(found[1]) if found else None
    if found is None or taken is None or not (taken.creator or taken.agency):
        return words
    caption = words.caption[: found.start()].rstrip()
    credit = words.credit or ("" if words.creator else taken.credit[: LIMITS["credit"]])
    creator = words.creator or taken.creator[: LIMITS["creator"]]
    if not credit and taken.agency:
        credit = taken.credit[: LIMITS["credit"]]
    return replace(words, creator=creator, credit=credit, caption=caption or words.caption)


def without_noise(words: Words, lists: WordLists) -> Words:
    """Handout, Stringer and the like name nobody; the credit is never left without a word."""
    creator = "/".join(filter(None, (_quiet(part, lists) for part in SLASH.split(words.creator))))
    credit = "/".join(filter(None, (_quiet(part, lists) for part in SLASH.split(words.credit))))
    return replace(
        words,
        creator=words.creator if fold(creator) == fold(words.creator) else creator,
        credit=words.credit if _same(credit, words.credit) or not credit else credit,
    )


def _same(one: str, other: str) -> bool:
    """Whether they differ in nothing but the blanks around their slashes."""
    return fold(SLASH.sub("/", one)) == fold(SLASH.sub("/", other))


def _quiet(part: str, lists: WordLists) -> str:
    if fold(part.strip(" .")) in lists.noise:
        return ""
    sides = VIA.split(part, maxsplit=1)
    if len(sides) > 1 and fold(sides[0]) in lists.noise:
        return sides[1].strip()
    found = NOTE_BEHIND.match(part)
    if found and fold(found["note"].strip(" .")) in lists.noise:
        return _quiet(found["head"].strip(), lists)
    return part


def name_via_agency(words: Words, _lists: WordLists) -> Words:
    """ "Name via Agency" is two facts; of two single words nobody can tell which is the name."""
    credit = _slashed(words.credit) or words.credit
    found = _via(words.creator)
    if found is None:
        return replace(words, credit=credit)
    return replace(words, creator=found[0], credit=credit or "/".join(found))


def _slashed(text: str) -> str:
    found = _via(text)
    return "/".join(found) if found else ""


def _via(text: str) -> tuple[str, str] | None:
    sides = [side.strip() for side in VIA.split(text, maxsplit=1)]
    if "/" in text or len(sides) != 2 or not all(sides):  # noqa: PLR2004 - a left and a right side
        return None
    both_single = all(len(side.split()) == 1 for side in sides)
    ambiguous = both_single and not is_agency(sides[1])
    return None if ambiguous or is_organisation(sides[0]) else (sides[0], sides[1])


def name_and_agency(words: Words, _lists: WordLists) -> Words:
    """Where "Name/Agency" stands in one field, each gets its own; the line itself is the credit."""
    if not words.creator:
        return replace(words, creator=take_credit(words.credit).creator[: LIMITS["creator"]])
    taken = take_credit(words.creator)
    unsure = "/" not in words.creator and VIA.search(words.creator)
    if unsure or not (taken.creator and taken.agency):
        return words
    only_agency = fold(words.credit) == fold(taken.agency)
    credit = words.creator if only_agency or not words.credit else words.credit
    return replace(words, creator=taken.creator, credit=credit)


def agency_spellings(words: Words, lists: WordLists) -> Words:
    def spelt(text: str) -> str:
        return lists.agencies.get(fold(text), text)

    def line(text: str) -> str:
        """Each part between slashes, and each side of a "via" in it."""
        parts = [" via ".join(spelt(s) for s in VIA.split(part)) for part in SLASH.split(text)]
        joined = "/".join(parts)
        return text if joined == SLASH.sub("/", text) else joined

    return replace(words, credit=line(words.credit), source=spelt(words.source))


def agency_alone(words: Words, _lists: WordLists) -> Words:
    """A credit of a known agency only, beside a person's name, prints as "Name/Agency"."""
    if is_agency(words.credit) and is_person(words.creator) and not is_person(words.credit):
        return replace(words, credit=f"{words.creator}/{words.credit}"[: LIMITS["credit"]])
    return words


def case_of_names(words: Words, lists: WordLists) -> Words:
    def cased(text: str) -> str:
        parts = SLASH.split(text)
        fixed = [part if _stays(part, lists) else in_name_case(part) for part in parts]
        return text if fixed == parts else "/".join(fixed)

    return replace(words, creator=cased(words.creator), credit=cased(words.credit))


def _stays(part: str, lists: WordLists) -> bool:
    return is_organisation(part) or fold(part) in lists.agencies or VIA.search(part) is not None


def photographer_spellings(words: Words, lists: WordLists) -> Words:
    def spelt(text: str) -> str:
        names = BETWEEN_NAMES.split(text)
        return "".join(lists.photographers.get(fold(name), name) for name in names)

    def line(text: str) -> str:
        parts = SLASH.split(text)
        fixed = [spelt(part) for part in parts]
        return text if fixed == parts else "/".join(fixed)

    return replace(words, creator=spelt(words.creator), credit=line(words.credit))

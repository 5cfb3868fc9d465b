"""A photo's credit as it prints, taken apart into who took the picture and whose service it is."""

import re
from dataclasses import dataclass

from newsroom.photos.credit_words import (
    AGENCIES,
    GIVEN_BY,
    LABEL,
    NAME_PARTICLES,
    NOTES,
    ORGANISATION_WORDS,
)

MIN_NAME_WORDS = 2
MAX_NAME_WORDS = 12
"""Three people with their commas."""
MAX_LENGTH = 300
"""Characters; what is longer is prose, and is kept whole without being taken apart."""

WRAPPERS = {"(": ")", "[": "]"}
RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(?:by\s+)?", re.IGNORECASE)
AGENCY_PHOTO = re.compile(r"\s+(?:photos?|pool|images?|pictures?)$", re.IGNORECASE)
TAKEN_ON = re.compile(r"\s+on\s+(?:\d|[A-Z][a-z]+\s+\d).*$")
NAMED_IN_BRACKETS = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
SLASH = re.compile(r"\s*[/|]\s*")
DASH = re.compile(r"\s*[—–]\s*|\s+-\s+")
VIA = re.compile(r"\s+via\s+", re.IGNORECASE)
FOR = re.compile(r"\s+(?:for|from|of)\s+(?=the\s|[^a-z])")


@dataclass(frozen=True)
class Credit:
    creator: str
    """Who took it; empty where the line names nobody."""
    agency: str
    """Whose service it is, or who gave it; empty where the line does not say."""
    credit: str
    """The line as it prints, without the brackets or the "Photo:" around it."""


def take_credit(text: str) -> Credit:
    credit = bare(text)
    if len(credit) > MAX_LENGTH:
        return Credit("", "", credit)
    given = GIVEN_BY.match(credit)
    if given:
        return Credit("", credit[given.end() :].strip(), credit)
    creator, agency = _people_and_service(RIGHTS.sub("", credit, count=1))
    return Credit(creator, agency, credit)


def bare(text: str) -> str:
    """The credit without its wrapping: "(Photo: A/B)" and "Photo: A/B." are both "A/B"."""
    text = _unwrapped(text.strip())
    label = LABEL.match(text)
    if label:
        text = _unwrapped(text[label.end() :].strip())
    return text


def is_labelled(text: str) -> bool:
    """Whether the words themselves say that a credit follows: "Photo: A/B"."""
    return bool(LABEL.match(_unwrapped(text.strip())))


def _unwrapped(text: str) -> str:
    if text[-2:-1] in WRAPPERS.values() and text.endswith("."):
        text = text[:-1]
    if text and WRAPPERS.get(text[0]) == text[-1] and text.count(text[0]) == 1:
        return text[1:-1].strip()
    if text.startswith("(") and text.endswith("))") and text.count("(") == text.count(")"):
        return text[1:-1].strip()
    return text


def is_organisation(name: str) -> bool:
    """Whether a name is a service or a body rather than a person."""
    folded = " ".join(name.casefold().split())
    if folded in AGENCIES or AGENCY_PHOTO.sub("", folded) in AGENCIES:
        return True
    words = folded.replace("’", "'").split()
    if words[:1] == ["the"] or any(word.strip(".,") in ORGANISATION_WORDS for word in words):
        return True
    return len(words) == 1 and (name.isupper() or any(c.isdigit() for c in name) or "@" in name)


def is_person(name: str) -> bool:
    """Whether a name has the form of a person's, or of several people's."""
    words = name.replace(",", " , ").split()
    if not MIN_NAME_WORDS <= len(words) <= MAX_NAME_WORDS or is_organisation(name) or is_note(name):
        return False
    return all(_name_word(word) for word in words) and words[0].casefold() != "and"


def is_note(name: str) -> bool:
    return name.casefold().strip(" .") in NOTES


def _name_word(word: str) -> bool:
    if word.casefold() in NAME_PARTICLES or word == ",":
        return True
    first = word.lstrip("'’\"“”-")[:1]
    return first.isalpha() and not first.islower() and not any(c.isdigit() for c in word)


def _people_and_service(text: str) -> tuple[str, str]:
    text = TAKEN_ON.sub("", text)
    parts = [part for part in SLASH.split(text) if part]
    if len(parts) > 1:
        return _beside_slashes(parts)
    for between in (VIA, FOR, DASH):
        sides = [side for side in between.split(text, maxsplit=1) if side]
        if len(sides) == 2:  # noqa: PLR2004 - a left and a right side
            return _creator(sides[0]), sides[1].strip()
    return _one_part(text)


def _beside_slashes(parts: list[str]) -> tuple[str, str]:
    """ "Name/Agency", "AP Photo/Name", "Agency/Name", "Name/Pool via Agency", "Name/AFP/Getty"."""
    names = [_creator(DASH.split(_without_notes(part), maxsplit=1)[0]) for part in parts]
    whole = [i for i, name in enumerate(names) if is_person(name)]
    taker = whole[0] if whole else 0
    services = [_service(part) for i, part in enumerate(parts) if i != taker or not names[i]]
    return names[taker], "/".join(service for service in services if service)


def _service(part: str) -> str:
    """The agency of one part: "Pool via AP", "AP Photo" and "AP, File" are all AP's."""
    name = _without_notes(part)
    sides = VIA.split(name, maxsplit=1)
    if is_note(sides[0]):
        return sides[-1] if len(sides) > 1 else ""
    shorter = AGENCY_PHOTO.sub("", name)
    return shorter if is_agency(shorter) and not is_agency(name) else name


def is_agency(name: str) -> bool:
    return " ".join(name.casefold().split()) in AGENCIES


def _one_part(text: str) -> tuple[str, str]:
    bracketed = NAMED_IN_BRACKETS.fullmatch(text)
    if bracketed:
        return _creator(bracketed[1]), "" if is_note(bracketed[2]) else bracketed[2]
    name, _, after = text.partition(", ")
    if after and is_person(name) and is_organisation(after):
        return name, _service(after)
    creator = _creator(text)
    if creator and not is_organisation(creator):
        return creator, ""
    return "", _service(text)


def _without_notes(text: str) -> str:
    """ "AP Photo/Jane Doe, File": what follows the last comma may be a note on the picture."""
    head, _, tail = text.rpartition(", ")
    return _without_notes(head) if head and is_note(tail) else text


def _creator(text: str) -> str:
    name = VIA.split(_without_notes(text.strip()), maxsplit=1)[0].strip(" ,")
    return "" if is_note(name) or is_organisation(name) or not _could_be_name(name) else name


def _could_be_name(name: str) -> bool:
    return bool(name) and all(_name_word(word) for word in name.replace(",", " , ").split())

"""The case of people's names that came in capitals only, or in none."""

import re

from newsroom.photos.credit_words import NAME_PARTICLES

BETWEEN_NAMES = re.compile(r"(,\s+|\s+and\s+|\s*&\s*|\s*;\s*)", re.IGNORECASE)
PARTS_OF_A_WORD = re.compile(r"([-'’.])")
SCOTTISH = re.compile(r"^(Mc)(\w)")
LOWER_PARTICLES = NAME_PARTICLES - {"al", "el", "ben", "abu", "le", "la"}
"""Those that family names carry in small letters; a first name may be Ben, Al or Abu."""

MIN_WORDS = 2
"""A single word in capitals may be an agency."""


def in_name_case(text: str) -> str:
    """The same, with each name that is all in one case written as names are."""
    return "".join(
        part if number % 2 else _name(part) for number, part in enumerate(BETWEEN_NAMES.split(text))
    )


def _name(name: str) -> str:
    words = name.split()
    if len(words) < MIN_WORDS or not (name.isupper() or name.islower()):
        return name
    return " ".join(_word(word, first=number == 0) for number, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    if not first and word.casefold() in LOWER_PARTICLES:
        return word.lower()
    parts = PARTS_OF_A_WORD.split(word)
    return "".join(_capitalised(part) for part in parts)


def _capitalised(part: str) -> str:
    return SCOTTISH.sub(
        lambda found: found[1] + found[2].upper(), part[:1].upper() + part[1:].lower()
    )

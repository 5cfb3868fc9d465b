"""Who wrote a story: the forms in which a line says so."""

import re
from enum import IntEnum

from newsroom.photos.credit import is_agency, is_note, is_person
from newsroom.photos.credit_words import NAME_PARTICLES, PICTURE_AGENCIES, listed
from newsroom.stories.intake.places import NOT_NAMES
from newsroom.stories.intake.words import (
    are_names,
    ends_like_a_sentence,
    is_loose,
    starts_name,
)

MAX_LENGTH = 200
MAX_WORDS = 28
MAX_ENDED_WORDS = 8
"""Words of a byline that ends with a full stop; more are a sentence."""
MAX_NAMES = 8
"""Words of a bare line of names: "A B, C D and E F"."""
NAME_WORDS = 2

OPENING = re.compile(
    r"(?:(?:written|reported|story|text|words|report|news|analysis|opinion|compiled)\s+)?by:?\s+(?=\S)"
    r"|(?:author|reporter|writer|byline)s?\s*:\s*|from\s+our\s+|(?:Von|Par|Por|Di|Door|Av)\s+|מאת:?\s+|بقلم:?\s+",
    re.IGNORECASE,
)
ROLES = listed("""
    staff, writer, writers, reporter, reporters, correspondent, correspondents, editor, editors,
    desk, bureau, chief, columnist, contributor, contributors, contributing, special, specialist,
    senior, political, diplomatic, military, defence, defense, foreign, international, national,
    local, business, sports, health, education, environment, court, crime, legal, religion, science,
    newsroom, agencies, agency, wire, wires, service, services, web, online, digital, team, intern,
    deputy, managing, assistant, associate, freelance, guest, rabbi
""")
ROLE_JOINTS = listed("""
    for, in, at, of, to, from, with, by, the, on, and, &, our, own, city, news, reports, report,
    exclusive, jr, sr, jr., sr., phd, dr, dr., commentary, combined, compiled, sources, press
""")
ROLE_WORDS = ROLES | ROLE_JOINTS
STAFF = re.compile(
    r"(?:(?:our|own|special|staff|web|news|online|city|local)\s+)*(?:staff(?:\s+(?:and\s+agencies|report|reports))?"
    r"|reporters?|correspondents?|news\s*desk|web\s*desk|city\s*desk|newsroom|(?:news\s+)?agencies"
    r"|wire\s+(?:services?|reports?)|combined\s+(?:sources|wire\s+services))",
    re.IGNORECASE,
)
STAFF_OF = re.compile(
    r"(?:\S+ ){1,4}(?:staff|desk|bureau|reporter|correspondent|newsroom|team)", re.IGNORECASE
)
BETWEEN = re.compile(r"\s*[|/•·]\s*|,\s+|\s+[–—-]\s+")


class Byline(IntEnum):
    """How surely a line is one; a bare name is also how a heading looks."""

    NONE = 0
    PLACED = 1  # "Jane Doe in Haifa", as headings are too: "Talks Resume in Haifa"
    NAME = 2
    ROLE = 3  # a name with a desk, an agency or a role beside it
    SIGNED = 4  # it says "By"


def byline(text: str) -> Byline:
    if len(text) > MAX_LENGTH or len(text.split()) > MAX_WORDS:
        return Byline.NONE
    opening = OPENING.match(text)
    if opening:
        return Byline.SIGNED if _names_and_roles(text[opening.end() :]) else Byline.NONE
    if ends_like_a_sentence(text) or not is_loose(text):
        return Byline.NONE
    if _is_staff(text) or _has_role(text):
        return Byline.ROLE
    name, _, place = text.partition(" in ")
    if _is_name(name):
        return Byline.PLACED if place and are_names(place.split()) else Byline.NAME
    return Byline.NONE


def _names_and_roles(text: str) -> bool:
    words = text.replace(",", " ").replace("|", " ").replace("/", " ").split()
    if not words or (ends_like_a_sentence(text) and len(words) > MAX_ENDED_WORDS):
        return False
    return (starts_name(words[0]) or words[0].casefold() in ROLE_WORDS) and _belong(words)


def _is_staff(text: str) -> bool:
    """ "Our correspondent", "AFP, Reuters", "Harbour News Staff"."""
    of = STAFF_OF.fullmatch(text) is not None and starts_name(text) and _belong(text.split())
    return of or STAFF.fullmatch(text) is not None or _all_agencies(text)


def _has_role(text: str) -> bool:
    """ "Jane Doe | City Desk", "Jane Doe/Agency", "Jane Doe, Staff Writer", "Jane Doe Staff Writer"."""
    parts = [part for part in BETWEEN.split(text) if part]
    if len(parts) > 1:
        return _is_name(parts[0]) and all(_beside_name(part) for part in parts[1:])
    words = text.split()
    role = words[NAME_WORDS:]
    named = _is_name(" ".join(words[:NAME_WORDS])) and _belong(role)
    return named and bool(role) and role[0].casefold() in ROLES


def _belong(words: list[str]) -> bool:
    return all(_belongs(word) for word in words)


def _belongs(word: str) -> bool:
    plain = word.strip("().;•·").casefold()
    known = plain in ROLES or plain in ROLE_JOINTS or plain in NAME_PARTICLES
    return not plain or starts_name(word) or known or is_agency(plain) or plain[0] == "@"


def _is_name(text: str) -> bool:
    words = text.split()
    plain = not any(word.casefold().strip(".,") in NOT_NAMES for word in words)
    return plain and len(words) <= MAX_NAMES and is_person(text)


def _beside_name(part: str) -> bool:
    if part.casefold() in PICTURE_AGENCIES or is_note(part) or "photo" in part.casefold():
        return False
    return _belong(part.split())


def _all_agencies(text: str) -> bool:
    parts = [part for part in re.split(r"\s*[,/&|]\s*|\s+and\s+", text) if part]
    return bool(parts) and all(
        part.casefold() == "agencies"
        or (is_agency(part) and part.casefold() not in PICTURE_AGENCIES)
        for part in parts
    )

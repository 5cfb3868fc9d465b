"""The rules on creator and credit: there, in house form, and the photo's own, however it writes them."""

import re
import unicodedata
from collections.abc import Iterator

from newsroom.photos.captions.material import Breach, Field, Material, about
from newsroom.photos.captions.table import Rule
from newsroom.photos.credit import (
    SLASH,
    VIA,
    Credit,
    bare,
    is_agency,
    is_note,
    is_organisation,
    is_person,
    take_credit,
)

_SAME_AGENCY = {
    "associated press": "ap", "ap photo": "ap", "ap images": "ap", "ap photos": "ap",
    "agence france presse": "afp", "afp photo": "afp", "reuters pictures": "reuters",
    "getty": "getty images", "flash 90": "flash90", "press association": "pa", "pa media": "pa",
    "pa wire": "pa", "pa images": "pa", "european pressphoto agency": "epa", "epa efe": "epa",
    "anadolu agency": "anadolu", "government press office": "gpo", "israel government press office": "gpo",
}  # fmt: skip
_AND = re.compile(r"\s*(?:;|,|&|\band\b)\s*", re.IGNORECASE)
_NO_LETTER = re.compile(r"[^\w]+")
_FILE_NOTE = re.compile(r",\s*(?:file|pool|archive)\s*$", re.IGNORECASE)


def breaches(material: Material) -> Iterator[Breach]:
    yield from _creator(material)
    yield from _credit(material)


def _creator(material: Material) -> Iterator[Breach]:
    photos = creator_of(material)
    if not material.creator:
        yield about(Rule.CREATOR_MISSING, Field.CREATOR, suggestion=photos or None)
    elif photos and _people(material.creator) != _people(photos):
        evidence = f"The photo names {photos}."
        yield about(Rule.CREATOR_DIFFERS, Field.CREATOR, material.creator, evidence, photos)


def creator_of(material: Material) -> str:
    """Whom the photo names, be it in its creator or only in its credit; empty where it names nobody."""
    said = _person_of(material.photo.creator)
    return said or _taken(material.photo.credit).creator


def _person_of(text: str) -> str:
    """ "Jane Doe/AFP" and "DOE, JANE" among creators are both Jane Doe."""
    text = bare(text)
    last, comma, given = text.partition(", ")
    if comma and " " not in last and " " not in given and given and not is_organisation(text):
        return f"{given} {last}"
    taken = take_credit(text)
    return taken.creator or text


def _people(text: str) -> frozenset[str]:
    parts = [_folded(_person_of(one)) for one in _AND.split(text)] if not _inverted(text) else []
    return frozenset(filter(None, parts)) or frozenset({_folded(_person_of(text))})


def _inverted(text: str) -> bool:
    return bool(re.fullmatch(r"[^\s,]+, [^\s,]+", text))


def _credit(material: Material) -> Iterator[Breach]:
    credit = material.credit
    wanted = house_form(material)
    if not credit:
        yield about(Rule.CREDIT_MISSING, Field.CREDIT, suggestion=wanted or None)
        return
    differs = _differs(material)
    if differs:
        offered = wanted if _folded(wanted) != _folded(credit) else None
        yield about(Rule.CREDIT_DIFFERS, Field.CREDIT, credit, differs, offered)
    if not in_house_form(credit):
        evidence = "It is written Name/Agency: who took it, then whose service it is."
        offered = wanted if wanted and in_house_form(wanted) else None
        yield about(Rule.CREDIT_FORM, Field.CREDIT, credit, evidence, offered)


def in_house_form(credit: str) -> bool:
    """ "Name/Agency", with its brackets or without them; a note such as "File" may follow."""
    text = credit.strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    parts = _FILE_NOTE.sub("", text).split("/")
    name, services = parts[0], parts[1:]
    if not services or any(one != one.strip() or not one for one in parts):
        return False
    if VIA.search(text) or any(is_agency(_alias(one)) and is_note(one) for one in services):
        return False
    plain = all(_folded(one) not in _SAME_AGENCY or "photo" not in _folded(one) for one in services)
    return plain and _is_somebody(name) and bool(services)


def _is_somebody(name: str) -> bool:
    """A person; one name alone is a person's too where it is no service's."""
    return is_person(name) or not (is_organisation(name) or is_note(name) or " by " in name)


def house_form(material: Material) -> str:
    """The line as it should be, from the credit, the creator and the photo; empty if it is not known."""
    own, photos = _taken(material.credit), _taken(material.photo.credit)
    name = own.creator or _person_of(material.creator) or creator_of(material)
    agency = photos.agency or own.agency
    if not name or not agency or is_organisation(name):
        return ""
    services = [one for one in _services(agency) if _folded(one) != _folded(name)]
    return "/".join([name, *dict.fromkeys(services)])


def _taken(text: str) -> Credit:
    """One word that no list has is a service's name rather than somebody's."""
    taken = take_credit(text)
    if taken.creator and not taken.agency and " " not in taken.creator:
        return Credit("", taken.creator, taken.credit)
    return taken


def _services(agency: str) -> list[str]:
    return [
        re.sub(r"(?i)\s+photos?$", "", one).strip()
        for part in SLASH.split(agency)
        for one in VIA.split(part)
        if one.strip() and not is_note(one)
    ]


def _differs(material: Material) -> str:
    """How the credit disagrees with the photo or with the creator beside it; empty where it does not."""
    own, photos = _taken(material.credit), _taken(material.photo.credit)
    if own.creator and material.creator and _people(own.creator) != _people(material.creator):
        return f"It names {own.creator}, and the creator is {material.creator}."
    ours, theirs = _agencies(own.agency), _agencies(photos.agency)
    if theirs and ours != theirs and _folded(material.credit) != _folded(material.photo.credit):
        return f"The photo’s own is {material.photo.credit}."
    if own.creator and photos.creator and _people(own.creator) != _people(photos.creator):
        return f"The photo’s own is {material.photo.credit}."
    return ""


def _agencies(agency: str) -> frozenset[str]:
    return frozenset(_alias(one) for one in _services(agency))


def _alias(name: str) -> str:
    folded = _folded(name).removeprefix("the ")
    return _SAME_AGENCY.get(folded, folded)


def _folded(text: str) -> str:
    """Without case, accents and signs."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss").replace("ø", "o").replace("ł", "l"))  # fmt: skip
    plain = "".join(one for one in apart if not unicodedata.combining(one))
    return " ".join(_NO_LETTER.sub(" ", plain).split())

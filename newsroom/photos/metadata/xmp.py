"""The XMP block of a picture (ISO 16684-1): the properties that a newsroom needs of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from newsroom.photos.facts import LISTS

LIMIT = 1024 * 1024
"""Bytes that are parsed; honest blocks have some ten thousand."""

LONGEST_NAMESPACE = 500
"""Characters; an address, and not a long one."""

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
EXTENSION = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
EXIF = "{http://ns.adobe.com/exif/1.0/}"
PLUS = "{http://ns.useplus.org/ldf/xmp/1.0/}"
TERMS = "{http://purl.org/dc/terms/}"
NOTE = "{http://ns.adobe.com/xmp/note/}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

PROPERTIES: dict[str, str] = {
    f"{DC}creator": "creator",
    f"{PHOTOSHOP}Credit": "credit",
    f"{DC}description": "caption",
    f"{CORE}AltTextAccessibility": "alt",
    f"{PHOTOSHOP}Headline": "headline",
    f"{DC}rights": "copyright",
    f"{RIGHTS}UsageTerms": "usage_terms",
    f"{PHOTOSHOP}Source": "source",
    f"{PHOTOSHOP}Instructions": "instructions",
    f"{PHOTOSHOP}DateCreated": "taken",
    f"{EXIF}DateTimeOriginal": "taken_by_camera",
    f"{EXTENSION}DigitalSourceType": "digital_source",
    f"{EXTENSION}PersonInImage": "people",
    f"{EXTENSION}Event": "event",
    f"{DC}title": "title",
    f"{DC}subject": "keywords",
    f"{CORE}ExtDescrAccessibility": "extended_alt",
    f"{CORE}Location": "sublocation",
    f"{PHOTOSHOP}City": "city",
    f"{PHOTOSHOP}State": "state",
    f"{PHOTOSHOP}Country": "country",
    f"{CORE}CountryCode": "code",
    f"{PHOTOSHOP}TransmissionReference": "job",
    f"{PHOTOSHOP}AuthorsPosition": "creator_title",
    f"{PHOTOSHOP}CaptionWriter": "caption_writer",
    f"{PLUS}DataMining": "data_mining",
    f"{RIGHTS}WebStatement": "web_statement",
    f"{TERMS}provenance": "provenance",
    f"{NOTE}HasExtendedXMP": "extended",
}
"""Each property that is read, and what the newsroom calls it."""

STRUCTURES: dict[str, str] = {
    f"{EXTENSION}LocationShown": "shown",
    f"{EXTENSION}LocationCreated": "created",
    f"{EXTENSION}PersonInImageWDetails": "people_described",
    f"{PLUS}Licensor": "licensors",
    f"{PLUS}CopyrightOwner": "copyright_owners",
}
"""Properties with parts of their own, one or several times."""

PARTS: dict[str, str] = {
    f"{EXTENSION}Sublocation": "sublocation",
    f"{EXTENSION}City": "city",
    f"{EXTENSION}ProvinceState": "state",
    f"{EXTENSION}CountryName": "country",
    f"{EXTENSION}CountryCode": "code",
    f"{EXTENSION}PersonName": "name",
    f"{PLUS}LicensorName": "name",
    f"{PLUS}LicensorURL": "url",
    f"{PLUS}CopyrightOwnerName": "name",
}

MOST_STRUCTURES = 50
"""Of one kind that are read: places, people, licensors."""

ENCODINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\xfe\xff", "utf-16"),
    (b"\xff\xfe", "utf-16"),
)
"""How a packet starts in each; none of them means UTF-8."""

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff\ufffe\uffff]")


class UnreadableError(Exception):
    """The block is no XML, or too large, or declares entities."""


Structure = dict[str, str]


@dataclass
class Found:
    """Properties by the newsroom's names, empty ones left out; and those with parts of their own."""

    values: dict[str, str] = field(default_factory=dict)
    structures: dict[str, list[Structure]] = field(default_factory=dict)

    def filled_from(self, other: Found) -> Found:
        """The same, and of the other what this one lacks."""
        return Found(other.values | self.values, other.structures | self.structures)


def read(packet: bytes) -> Found:
    found = Found()
    for name, value in _properties(_parsed(packet)):
        if name in PROPERTIES:
            text = value if isinstance(value, str) else _value(value, _between(PROPERTIES[name]))
            if text.strip():
                found.values.setdefault(PROPERTIES[name], text)
        elif name in STRUCTURES and not isinstance(value, str):
            whole = list(islice(_structures(value), MOST_STRUCTURES))
            if whole:
                found.structures.setdefault(STRUCTURES[name], whole)
    return found


def _between(name: str) -> str:
    """What separates the items of a list."""
    return "\n" if name in LISTS else ", "


def _parsed(packet: bytes) -> Element:
    if len(packet) > LIMIT:
        raise UnreadableError
    try:
        parser = DefusedXMLParser(target=TreeBuilder(), forbid_dtd=True)
        parser.parser.StartNamespaceDeclHandler = _refuse_long
        parser.feed(_text(packet))
        root: Element = parser.close()
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise UnreadableError from error
    return root


def _refuse_long(_prefix: str | None, namespace: str | None) -> None:
    """Each name is kept with its namespace before it: a long one would be kept a thousand times."""
    if namespace and len(namespace) > LONGEST_NAMESPACE:
        raise UnreadableError


def _text(packet: bytes) -> str:
    """What it says, rid of the bytes that no XML may hold but that some programs write."""
    encoding = next((name for start, name in ENCODINGS if packet.startswith(start)), "utf-8")
    return NOT_XML.sub("", packet.decode(encoding, "replace")).strip()


def _properties(root: Element) -> Iterator[tuple[str, str | Element]]:
    """(qualified name, value) of each; short values may stand as attributes."""
    for described in root.iter(f"{RDF}Description"):
        yield from described.attrib.items()
        for one in described:
            yield one.tag, one


def _value(one: Element, between: str = ", ") -> str:
    if languages := one.findall(f"{RDF}Alt/{RDF}li"):
        chosen = next((li for li in languages if li.get(LANGUAGE) == "x-default"), languages[0])
        return chosen.text or ""
    items = one.findall(f"{RDF}Seq/{RDF}li") or one.findall(f"{RDF}Bag/{RDF}li")
    if items:
        return between.join(li.text.strip() for li in items if li.text and li.text.strip())
    return one.text or one.get(f"{RDF}resource") or ""


def _structures(one: Element) -> Iterator[Structure]:
    """What each item of a list of structures says, or the property itself where it is no list."""
    items = one.findall(f"{RDF}Bag/{RDF}li") or one.findall(f"{RDF}Seq/{RDF}li") or [one]
    for item in items:
        inner = item.find(f"{RDF}Description")
        holder = item if inner is None else inner
        said = {PARTS[name]: text for name, text in holder.attrib.items() if name in PARTS}
        said |= {PARTS[part.tag]: _value(part) for part in holder if part.tag in PARTS}
        if any(said.values()):
            yield said

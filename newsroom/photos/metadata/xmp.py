"""The XMP block of a picture (ISO 16684-1): the properties that a newsroom needs of it."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

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
    f"{NOTE}HasExtendedXMP": "extended",
}
"""Each property that is read, and what the newsroom calls it."""


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


def read(packet: bytes) -> dict[str, str]:
    """Its properties by the newsroom's names; empty ones are left out."""
    found: dict[str, str] = {}
    for name, value in _properties(_parsed(packet)):
        if name in PROPERTIES and value.strip():
            found.setdefault(PROPERTIES[name], value)
    return found


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


def _properties(root: Element) -> Iterator[tuple[str, str]]:
    """(qualified name, value) of each; short values may stand as attributes."""
    for described in root.iter(f"{RDF}Description"):
        yield from described.attrib.items()
        for one in described:
            yield one.tag, _value(one)


def _value(one: Element) -> str:
    if languages := one.findall(f"{RDF}Alt/{RDF}li"):
        chosen = next((li for li in languages if li.get(LANGUAGE) == "x-default"), languages[0])
        return chosen.text or ""
    items = one.findall(f"{RDF}Seq/{RDF}li") or one.findall(f"{RDF}Bag/{RDF}li")
    if items:
        return ", ".join(li.text.strip() for li in items if li.text and li.text.strip())
    return one.text or one.get(f"{RDF}resource") or ""

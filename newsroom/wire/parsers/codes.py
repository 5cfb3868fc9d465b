"""Codes of IPTC vocabularies, by alias or by address, and names of parties in their fields."""

import re

from newsroom.wire.parsers.xml_tree import Element, attribute, text_at

_ADDRESSES = {
    "cv.iptc.org/newscodes/mediatopic/": "medtop:",
    "cv.iptc.org/newscodes/subjectcode/": "subj:",
    "cv.iptc.org/newscodes/genre/": "genre:",
}


def code_of(scheme: str, code: str) -> str:
    """`medtop:20000170` of every way to write it; other vocabularies as they are spelled."""
    whole = code if "://" in code or not scheme else _under(scheme, code)
    for address, alias in _ADDRESSES.items():
        _, found, tail = whole.partition(address)
        if found:
            return alias + tail.removeprefix(alias)
    return whole


def _under(scheme: str, code: str) -> str:
    if "://" in scheme:
        return f"{scheme.rstrip('/')}/{code}"
    return f"{scheme}:{code}"


def tail_of(code: str) -> str:
    """What stands behind a code's alias: `usable` of `stat:usable`."""
    return code.rpartition(":")[2] if "://" not in code else code.rstrip("/").rpartition("/")[2]


def party_name(element: Element) -> str:
    """The name a party gives itself; empty where there is only a code or an address."""
    return text_at(element, "name") or attribute(element, "literal")


def party(element: Element) -> str:
    """Its name, else its code without the alias, else the host of its address."""
    named = party_name(element)
    if named:
        return named
    code = attribute(element, "qcode")
    if code:
        return tail_of(code)
    host = re.match(r"https?://(?:www\.)?([^/\s]{1,200})", attribute(element, "uri"))
    return host[1] if host else (element.text or "").strip()

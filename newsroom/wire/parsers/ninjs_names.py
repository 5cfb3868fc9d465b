"""What ninjs calls things in its three lines; names are compared in lower case."""

from collections.abc import Mapping
from typing import Any

from newsroom.wire.parsers.formats import Format
from newsroom.wire.parsers.json_fields import Fields, fields_of

_NAMED = {"uri", "guid"}
_KNOWN = {
    *("type", "versioncreated", "firstcreated", "pubstatus", "headline", "headlines", "bodies"),
    *("renditions", "associations", "$standard", "standard", "body_html", "body_text", "ednote"),
    *("body_main", "body_xhtml", "body_richtext", "headline_main", "usageterms", "slugline"),
}
_PLURALS = {"headlines", "bodies", "descriptions", "infosources", "people", "places", "subjects"}
_CAMELS = {
    *("versionCreated", "pubStatus", "firstCreated", "copyrightNotice", "copyrightHolder"),
    *("usageTerms", "embargoedUntil", "contentType", "sizeInBytes", "eventDetails", "infoSources"),
}
_WRAPPERS = ("items", "item", "data", "contents", "newsitems", "_items")


def entries_of(value: object) -> list[Any] | None:
    """The list of items in a file: itself, a list of them, or a list in its wrapper; else None."""
    for _ in range(4):
        if isinstance(value, list):
            return value if any(map(is_ninjs, map(unwrapped, value))) else None
        if is_ninjs(value):
            return [value]
        found = fields_of(value)
        inner = next((name for name in _WRAPPERS if found and name in found), None)
        if found is None or inner is None:
            return None
        value = found.values[inner]
    return None


def unwrapped(entry: object) -> object:
    """Some agencies hand each item out in an envelope of its own."""
    found = fields_of(entry)
    return found.values["item"] if found and "item" in found and not is_ninjs(entry) else entry


def is_ninjs(value: object) -> bool:
    found = fields_of(value)
    return found is not None and bool(_NAMED & found.values.keys() and _KNOWN & found.values.keys())


def line_of(value: object) -> Format:
    """By its names, for hardly any file says its version rightly."""
    if not isinstance(value, Mapping):
        return Format.NINJS_1
    inner = (each for listed in value.values() if isinstance(listed, list) for each in listed[:9])
    objects = [value, *(each for each in inner if isinstance(each, Mapping))]
    names = {str(name) for each in objects for name in each}
    if _CAMELS & names:
        return Format.NINJS_3
    return Format.NINJS_2 if _PLURALS & names else Format.NINJS_1


def by_role(item: Fields, plural: str, singular: str, *roles: str) -> str:
    """A headline or description: of the role asked for, else the one without a role or the first.

    ninjs 1 puts the role in the name (`headline_main`), later lines beside the value.
    """
    plain = item.text(singular, *(f"{singular}_{role}" for role in roles))
    if plain:
        return plain
    said = [(each.text("role"), each.text("value")) for each in item.each(plural)]
    wanted = [words for role in roles for has, words in said if has == role]
    return next(filter(None, [*wanted, *(words for has, words in said if not has)]), "")

"""What an item is called, and which family of versions it belongs to."""

import hashlib
import re
from collections.abc import Iterable
from datetime import date

from newsroom.wire.families import family_of_slug
from newsroom.wire.parsers.limits import LONGEST_NAME
from newsroom.wire.parsers.texts import line

_NAMED_GUID = re.compile(r"\b(?:urn|tag):[\w.+-]{1,60}[:,][^\s\"'<>“”]{1,300}")
_NAMED_SLUG = re.compile(
    r"(?i)\b(?:kills?|killing|withdraw(?:s|n|al|ing)?)(?:\s{1,3}of)?\W{1,4}"
    r"((?:[A-Z]{1,4}-)?\w{2,40}(?:-\w{2,40}){1,6}(?:,\s{1,2}\d?\w{0,9}\s?(?:Ld|Lead)[\w-]{0,15})?)"
)
LOOKED_AT = 2_000


def short_name(raw: str) -> str:
    """A name that a database can index: a very long one keeps its start and a digest."""
    name = line(raw)
    if len(name) <= LONGEST_NAME:
        return name
    return f"{name[: LONGEST_NAME - 33]}#{_digest([name])}"


def made_of(parts: Iterable[str]) -> str:
    """The guid of an item that has none: the same words have the same one."""
    return f"content:{_digest(parts)}"


def killed_family(texts: Iterable[str], own_guid: str, slug_scope: str, day: date) -> str:
    """The family that a kill's own words name; empty where they name none.

    A slug is one only where the format has no better name of a family, which `slug_scope` says.
    """
    looked_at = [text[:LOOKED_AT] for text in texts]
    guids = (found[0].rstrip(".,;:)") for text in looked_at for found in _NAMED_GUID.finditer(text))
    guid = next((each for each in guids if each != own_guid), "")
    if guid or not slug_scope:
        return guid
    slugs = (found[1] for text in looked_at for found in _NAMED_SLUG.finditer(text))
    families = (family_of_slug(slug_scope, slug, day) for slug in slugs)
    return next(filter(None, families), "")


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:32]

"""Who wrote it: a byline taken apart into the names in it, each a person or an organisation."""

import re
from dataclasses import dataclass

from newsroom.photos.credit import is_organisation


@dataclass(frozen=True)
class Author:
    name: str
    person: bool = True


LEAD = re.compile(
    r"(?:(?:(?:words|reporting|text)\s+)?by|מאת|بقلم)(?:\s*:)?(?:\s+|$)", re.IGNORECASE
)
BETWEEN = re.compile(r"(\s*[,;/&|]\s*(?:and\s+)?|\s+(?:and|with)\s+)", re.IGNORECASE)
SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D)\.?")
PLACE = re.compile(r"(?:^|\s+)(?:in|at|from)\s+[A-Z].*$")
POST = re.compile(
    r"(?:\b(?:correspondent|reporter|editor|writer|columnist|analyst|critic|chief)s?|^special to .*)$",
    re.IGNORECASE,
)
UNNAMED = frozenset({"agencies", "news agencies", "staff", "staff reporters", "correspondents"})
"""Organisations in all but name."""


def authors(byline: str) -> tuple[Author, ...]:
    """The authors in the order of the byline; what only says their post or place is left out."""
    text = byline.strip()
    lead = LEAD.match(text)
    found: list[Author] = []
    after = ""
    pieces = BETWEEN.split(text[lead.end() :] if lead else text)
    for part, following in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        name = PLACE.sub("", part.strip(" .")).strip()
        if found and after == "," and SUFFIX.fullmatch(part.strip()):
            found[-1] = Author(f"{found[-1].name}, {part.strip()}", found[-1].person)
        elif name and not (found and after == "," and _is_post(name)):
            found.append(Author(name, not _is_body(name)))
        after = following.strip()
    return tuple(dict.fromkeys(found))


def _is_post(name: str) -> bool:
    """Whether it says what the one before is, as in "Dana Lev, political correspondent"."""
    return bool(POST.search(name)) and not _is_body(name)


def _is_body(name: str) -> bool:
    return name.casefold() in UNNAMED or is_organisation(name)

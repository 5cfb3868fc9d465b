"""The public licence of a photo, as readers and machines are told it: name, terms, and source."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.photos.rights.categories import BY_KIND, Detail, Kind

CREATIVE_COMMONS = "https://creativecommons.org"
ZERO = "/publicdomain/zero/1.0/"
MARK = "/publicdomain/mark/1.0/"

KINDS = ("by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd")
VERSIONS = ("1.0", "2.0", "2.5", "3.0", "4.0")

WORDS = (
    ("creative commons", "cc"),
    ("attribution", "by"),
    ("noncommercial", "nc"),
    ("non-commercial", "nc"),
    ("sharealike", "sa"),
    ("share-alike", "sa"),
    ("share alike", "sa"),
    ("noderivatives", "nd"),
    ("noderivs", "nd"),
    ("no derivatives", "nd"),
)
"""The long names of its licences in the letters that stand for them."""

SHORT = re.compile(
    r"^(?:cc[\s-]*)?(?P<kind>by(?:[\s-]+(?:nc|nd|sa))*)[\s-]+(?P<version>[1-4]\.[05])"
    r"(?:[\s,]+(?:international|unported|generic|deed|licen[cs]e))*$"
)
ZERO_NAMES = re.compile(r"^cc[\s-]*(?:0|zero)(?:\s+1\.0)?(?:\s+universal)?$")
MARK_NAMES = re.compile(r"^(?:pdm|(?:cc\s+)?public domain mark)(?:\s+1\.0)?$")


@dataclass(frozen=True)
class Licence:
    """Nothing in it where the photo has none that readers are told of."""

    name: str = ""
    address: str = ""
    """Where its terms stand; empty where that is not known."""
    source: str = ""
    page: str = ""
    """Where the picture itself can be seen and had."""

    def __bool__(self) -> bool:
        return bool(self.name)

    @property
    def terms(self) -> str:
        """The address that says most of the licence."""
        return self.address or self.page

    @property
    def printed(self) -> tuple[str, str]:
        """What of it stands in the files that readers get."""
        return self.name, self.terms


NO_LICENCE = Licence()


def licence_of(kind: Kind, details: Mapping[Detail, str]) -> Licence:
    """Of an open kind, and wherever the words are those of a public licence: what stands in the
    field for other kinds may be the number of an invoice, which is nobody else's business."""
    category, words = BY_KIND[kind], details.get(Detail.LICENCE, "")
    address = address_of(words)
    if not (category.is_open or address):
        return NO_LICENCE
    name = words or category.title
    return Licence(name, address, details.get(Detail.SOURCE, ""), details.get(Detail.LINK, ""))


def address_of(name: str) -> str:
    """Where the terms of a Creative Commons licence stand; empty for every other name, and for one
    without its version, which could be any."""
    plain = " ".join(name.casefold().split())
    for long, short in WORDS:
        plain = plain.replace(long, short)
    if ZERO_NAMES.match(plain):
        return CREATIVE_COMMONS + ZERO
    if MARK_NAMES.match(plain):
        return CREATIVE_COMMONS + MARK
    found = SHORT.match(plain)
    kind = "-".join(re.split(r"[\s-]+", found["kind"])) if found else ""
    if found is None or kind not in KINDS or found["version"] not in VERSIONS:
        return ""
    return f"{CREATIVE_COMMONS}/licenses/{kind}/{found['version']}/"

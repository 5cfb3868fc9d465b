"""Pictures of an item: which of several files is taken, and how their words are cleaned."""

import re
from collections.abc import Iterable
from dataclasses import replace

from newsroom.wire.items import WirePicture
from newsroom.wire.parsers import markup, texts

_RUNS = re.compile(r"(?i)\s*(?:javascript|data|vbscript|blob|about)\s*:")
_PICTURE_FILE = re.compile(r"(?i)\.(?:jpe?g|png|gif|webp|tiff?|avif|heic)(?:[?#]|$)")
MOST_PIXELS = 100_000
"""Of a side; what is greater is a slip."""


def is_picture(mime: str, href: str) -> bool:
    """By its type where one is given, else by the end of its address."""
    kind = mime.strip().casefold()
    return kind.startswith("image/") if "/" in kind else bool(_PICTURE_FILE.search(href))


def largest(pictures: Iterable[WirePicture]) -> WirePicture | None:
    """Of the renditions of one picture; the first where none says its size."""
    with_file = [picture for picture in pictures if picture.href]
    return max(with_file, key=lambda each: (each.width or 0) * (each.height or 0), default=None)


def name_and_credit(words: str) -> tuple[str, str]:
    """Of "Name/Agency" the name and the whole as the credit line; of a bare name no credit."""
    name, slash, agency = words.partition("/")
    return (name.strip(), words) if slash and agency.strip() else (words, "")


def pixels(raw: str) -> int | None:
    digits = raw.strip().removesuffix("px")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 6):  # noqa: PLR2004 - see MOST_PIXELS
        return None
    return int(digits) if 0 < int(digits) <= MOST_PIXELS else None


def finished_picture(picture: WirePicture) -> WirePicture:
    """Its words plain, and no address that would run something."""
    href = texts.line(picture.href)
    return replace(
        picture,
        href="" if _RUNS.match(href) else href,
        caption=markup.words(picture.caption),
        creator=markup.words(picture.creator),
        credit=markup.words(picture.credit),
        alt=markup.words(picture.alt),
        usage_terms=markup.words(picture.usage_terms),
        copyright=markup.words(picture.copyright),
        mime=texts.line(picture.mime),
    )

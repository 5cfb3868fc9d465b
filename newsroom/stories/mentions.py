"""Who is named in a comment: an @ and a sign-in name, where a word begins."""

import re
from collections.abc import Collection, Iterator

NAMED = re.compile(r"(?<![\w@.-])@([a-z][a-z0-9._-]*)", re.IGNORECASE)
MOST_NAMED = 20
"""People one comment tells."""


def names(text: str) -> list[str]:
    """The names after an @, in small letters, each once; a stop or dash that ends one is no part."""
    found = dict.fromkeys(one.rstrip("._-").lower() for one in NAMED.findall(text))
    return list(found)[:MOST_NAMED]


def parts(text: str, named: Collection[str]) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and of each whether it is the mention of one of those who were named."""
    last = 0
    for match in NAMED.finditer(text):
        name = match[1].rstrip("._-")
        if name.lower() in named:
            end = match.start(1) + len(name)
            yield text[last : match.start()], False
            yield text[match.start() : end], True
            last = end
    yield text[last:], False

"""Who is in a story now: what a page may say of its person, who counts as here, how it reads."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeGuard

from newsroom.errors import Invalid

GONE_AFTER_MS = 30_000
"""A page says that it is here every 12 s; one that missed two of these is gone."""
MOST_HERE = 64
"""Pages in one story; whoever comes after them reads and writes, but is not shown."""
MOST_OF_ONE = 6
"""Pages of one person in one story; the one heard of last longest ago makes room."""
LARGEST = 2**31 - 1
COLOURS = 6
"""Of the palette in tokens.css: --person-1 and so on."""

PLACES: Mapping[str, str] = {
    "headline": "the headline",
    "standfirst": "the standfirst",
    "byline": "the byline",
    "dateline": "the dateline",
    "credit_line": "the credit line",
    "paragraph": "paragraph {}",
    "heading": "heading {}",
    "blockquote": "quotation {}",
    "bullet_list": "list {}",
    "ordered_list": "numbered list {}",
    "figure": "caption {}",
}
"""A block's name in the document to what people call it; the number counts blocks of that name."""

CLIENT = re.compile(r"[0-9A-Za-z-]{1,40}")
NOT_SAID = "This is not what the editor says of itself; load the page again."


@dataclass(frozen=True)
class Here:
    """One page that a person has the story open in, as it last said."""

    person: int
    name: str
    client: str
    version: int
    anchor: int | None
    """Where the selection begins and ends in that version; None while the person only reads."""
    head: int | None
    typing: bool
    place: str
    at: int
    """When it said so, in milliseconds since 1970."""

    @property
    def key(self) -> str:
        return f"{self.person}:{self.client}"

    def facts(self) -> dict[str, Any]:
        return asdict(self)

    def shown(self) -> dict[str, Any]:
        """What other pages are told of it."""
        return self.facts() | {
            "key": self.key,
            "words": words(self),
            "colour": colour(self.person),
        }


@dataclass(frozen=True)
class Present:
    """One person in a story, however many pages they have it open in."""

    person: int
    name: str
    words: str
    colour: int


def said(sent: object, person: int, name: str, at: int) -> Here:
    """What a page says of itself, in the name of whoever is signed in; raises Invalid."""
    if not isinstance(sent, dict):
        raise Invalid(NOT_SAID)
    client, typing = sent.get("client"), sent.get("typing", False)
    anchor, head = sent.get("anchor"), sent.get("head")
    whole = _number(sent.get("version")) and type(typing) is bool
    if not whole or not good_client(client) or (anchor is None) is not (head is None):
        raise Invalid(NOT_SAID)
    if head is not None and not (_number(anchor) and _number(head)):
        raise Invalid(NOT_SAID)
    place = _place(sent.get("block"), sent.get("number"))
    return Here(person, name, client, sent["version"], anchor, head, typing, place, at)


def good_client(client: object) -> TypeGuard[str]:
    return isinstance(client, str) and CLIENT.fullmatch(client) is not None


def _number(value: object) -> bool:
    return type(value) is int and 0 <= value <= LARGEST


def _place(block: object, number: object) -> str:
    if block is None:
        return ""
    if not isinstance(block, str) or block not in PLACES or not _number(number):
        raise Invalid(NOT_SAID)
    return PLACES[block].format(number)


def read(text: str) -> Here | None:
    """The page whose facts were written as JSON; None where another release wrote others."""
    try:
        return Here(**json.loads(text))
    except (TypeError, ValueError):
        return None


def still_here(pages: Iterable[Here], now: int) -> list[Here]:
    """Those heard of lately, by person and page, so that a list does not jump about."""
    lately = (page for page in pages if page.at > now - GONE_AFTER_MS)
    return sorted(lately, key=lambda page: (page.name, page.key))


def joined(pages: Sequence[Here], newest: Here) -> list[Here]:
    """The pages with this one among them, within what one person and one story may have."""
    others = [page for page in pages if page.key != newest.key]
    own = sorted((p for p in others if p.person == newest.person), key=lambda page: page.at)
    surplus = own[: max(0, len(own) + 1 - MOST_OF_ONE)]
    kept = [page for page in others if page not in surplus]
    return still_here([*kept, newest] if len(kept) < MOST_HERE else kept, newest.at)


def present(pages: Iterable[Here]) -> list[Present]:
    """Each person once: by the page they type in, else by the one heard of last."""
    best: dict[int, Here] = {}
    for page in pages:
        known = best.get(page.person)
        if known is None or (page.typing, page.at) > (known.typing, known.at):
            best[page.person] = page
    return [Present(one.person, one.name, words(one), colour(one.person)) for one in best.values()]


def colour(person: int) -> int:
    """The same for everybody who looks, today and tomorrow; the name stands with it."""
    return person % COLOURS + 1


def words(page: Here) -> str:
    """ "Lena Ortiz, typing in paragraph 3"."""
    if not page.place:
        return f"{page.name}, reading"
    return f"{page.name}, {'typing ' if page.typing else ''}in {page.place}"

"""What makes two items one: short digests of what agencies call them and of what they say."""

import json
from collections.abc import Iterable
from hashlib import blake2b

from newsroom.wire.items import WireItem

DIGEST_BYTES = 16
KEYWORD_LETTERS = 100
"""Of one keyword; what is longer is told apart by its beginning."""


def item_key(feed_id: int, item: WireItem) -> str:
    """The same for the same version with the same words, however often it is sent.

    Times are left out: some feeds mark every answer with the hour it was made.
    """
    said = [item.headline, item.standfirst, item.slugline, item.byline, *item.paragraphs]
    rights = [item.signal.value, item.status.value, *item.usage_terms, item.editors_note]
    rights += [item.copyright, item.credit, *_limits(item)]
    # Without the name of a file beside it: items came in before those were kept.
    pictures = [
        [p.href if "/" in p.href else "", p.caption, p.credit, p.usage_terms] for p in item.pictures
    ]
    return _digest("item", feed_id, item.guid, item.version, said, rights, pictures)


def guid_key(guid: str) -> str:
    return _digest("guid", guid)


def family_key(family: str, feed_id: int, outlet_id: int | None) -> str:
    """One agency's family is one by whichever of its feeds the versions come."""
    whose = f"outlet {outlet_id}" if outlet_id else f"feed {feed_id}"
    return _digest("family", whose, family)


def keyword_keys(keywords: Iterable[str]) -> list[str]:
    """Each once, in small letters and with single blanks, for agencies differ in that."""
    folded = (" ".join(one.casefold().split())[:KEYWORD_LETTERS] for one in keywords)
    return [one for one in dict.fromkeys(folded) if one]


def lock_number(key: str) -> int:
    """A signed 64-bit number of the key, as PostgreSQL's advisory locks take it."""
    return int.from_bytes(bytes.fromhex(key)[:8], signed=True)


def _limits(item: WireItem) -> list[str]:
    embargo = item.embargo
    until = embargo.until.isoformat() if embargo and embargo.until else ""
    expires = item.expires.isoformat() if item.expires else ""
    return [until, embargo.words if embargo else "", expires]


def _digest(*said: object) -> str:
    written = json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return blake2b(written, digest_size=DIGEST_BYTES).hexdigest()

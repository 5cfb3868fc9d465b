"""How an entry is bound to the one before it: what is hashed, in which form."""

import hashlib
import json
from datetime import UTC, datetime

BEGINNING = "0" * 64
"""What the first entry names as the one before it."""


def entry_hash(
    previous: str,
    *,
    number: int,
    at: datetime,
    actor: tuple[int | None, str],
    event: str,
    subject: tuple[str, int],
    facts: str,
) -> str:
    """SHA-256 in hex over a JSON list, which keeps neighbouring fields apart."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    whole = [previous, number, moment, *actor, event, *subject, facts]
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()

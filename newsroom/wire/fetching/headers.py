"""What an answer's headers say: when to ask again, and which hub would tell us instead."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LINK = re.compile(r"<([^<>]*)>\s*((?:;\s*[\w*-]+\s*=\s*(?:\"[^\"]*\"|[^\s\",;]+)\s*)*)")
REL = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s\",;]+))", re.IGNORECASE)
MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
LONGEST_LINKS = 8_000


def retry_after(value: str, at: datetime) -> float | None:
    """Seconds from a number or a date; None where it is neither."""
    value = value.strip()
    if value.isascii() and value.isdecimal() and len(value) <= len("999999999"):
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - at).total_seconds())


def max_age(value: str) -> float | None:
    found = MAX_AGE.search(value)
    return float(found[1]) if found else None


def links(value: str) -> dict[str, str]:
    """The first address of each relation."""
    found: dict[str, str] = {}
    for address, parameters in LINK.findall(value[:LONGEST_LINKS]):
        for rel in REL.finditer(parameters):
            for name in (rel[1] or rel[2] or "").lower().split():
                found.setdefault(name, address)
    return found

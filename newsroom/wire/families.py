"""Which items are versions of one story, and which of two versions is the newer."""

import re
from datetime import date

from newsroom.wire.items import WireItem

_VERSION_WORDS = re.compile(
    r"""(?ix)
    \(? \b \d{1,2} (?:st|nd|rd|th) [\s-]{1,2} (?:lead|ld|writethr\w{1,5}) s? (?:-writethr\w{1,5})? \b \)?
    | \(? \b (?:lead|ld) [\s-]{1,2} \d{1,2} \b \)?
    | ^ \W{0,3} (?:update|recast|wrapup) (?:d|s)? \s? \d{0,2} \s? [-:–—]
    | \(? \b (?:ld-writethr\w{1,5} | writethr(?:u|ough) | \d{1,2}(?:st|nd|rd|th)\s(?:add|take) ) \b \)?
    | \b (?:mandatory[\s-])? (?:kill|withdrawal|withdrawn|retraction) \b
    | \b (?:correction|corrected|corrective|advisory|urgent|bulletin|newsalert) \b
    """
)
_LEAD_NUMBER = re.compile(
    r"(?i)\b(\d{1,2})(?:st|nd|rd|th)[\s-]{1,2}(?:lead|ld|writethr)|\b(?:lead|ld)[\s-]{1,2}(\d{1,2})\b"
    r"|\bupdate\s(\d{1,2})\b"
)
_UNNUMBERED = re.compile(r"(?i)\b(?:lead|ld)-writethr|\bwritethr")
_CYCLE = re.compile(r"(?i)^(?:bc|am|pm)[-–](?=\w)")
"""American agencies' mark of the day's cycle, which changes from version to version."""

_NUMBERS = re.compile(r"\d{1,18}(?:\.\d{1,18}){0,3}")
LOOKED_AT = 300
"""Characters of a slug."""


def bare_slug(slug: str) -> str:
    """What all versions of it have in common: `BC-Harbour, 2nd Ld-Writethru` is `harbour`."""
    bare = _VERSION_WORDS.sub(" ", slug[:LOOKED_AT])
    bare = _CYCLE.sub("", bare.strip(" \t,;:/-–—=()"))
    words = re.findall(r"[^\W_]+", bare.casefold())
    return "-".join(words)


def lead_number(slug: str) -> str:
    """ "2" of a 2nd lead or writethru, "1" of one without a number, "0" of the first version."""
    found = _LEAD_NUMBER.search(slug[:LOOKED_AT])
    if found:
        return str(int(next(filter(None, found.groups()))))
    return "1" if _UNNUMBERED.search(slug[:LOOKED_AT]) else "0"


def family_of_slug(provider: str, slug: str, day: date) -> str:
    """One provider's slug on one day; empty where nothing is left of the slug."""
    bare = bare_slug(slug)
    return f"{provider.strip().casefold()}:{bare}:{day.isoformat()}" if bare else ""


def is_newer(one: WireItem, other: WireItem) -> bool:
    """Whether `one` replaces `other`: by number where both have one, else by their times.

    What cannot be told apart is not newer.
    """
    first, second = _numbers(one.version), _numbers(other.version)
    if first and second and first != second:
        return first > second
    then, before = one.updated or one.published, other.updated or other.published
    return bool(then and before and then > before)


def _numbers(version: str) -> tuple[int, ...]:
    """(3, 1) of "3.1", which is older than "3.10"; nothing where it is no number."""
    if not _NUMBERS.fullmatch(version.strip()):
        return ()
    return tuple(int(part) for part in version.strip().split("."))

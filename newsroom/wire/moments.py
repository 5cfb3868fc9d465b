"""The moments that agency formats write in fields of their own, however they are bent."""

import re
from datetime import datetime, tzinfo

from newsroom.wire.time_words import MONTHS, OFFSET, ZONE_NAMES, named_zone

_ZONE = rf"(?P<zone>{OFFSET}|{ZONE_NAMES})?"
_ISO = re.compile(
    rf"""(?P<year>\d{{4}}) ([-/]?) (?P<month>\d\d) \2 (?P<day>\d\d)
    (?: (?:[T\ ]|T\ )? (?P<hour>\d\d) [:.]? (?P<minute>\d\d)
        (?: [:.]? (?P<second>\d\d) (?:[.,]\d{{1,9}})? )? \ ? {_ZONE} )?""",
    re.VERBOSE | re.IGNORECASE,
)
"""2026-05-05T08:15:00Z, 20260505T081500+0100, 2026-05-05 08:15, 2026-05-05."""

_MAIL = re.compile(
    rf"""(?:[^\W\d_]{{2,12}}\.?,?\ )? (?P<day>\d{{1,2}}) [\ -] (?P<name>[^\W\d_]{{3,10}})\.?,? [\ -]
    (?P<year>\d{{4}}|\d\d) (?: ,?\ (?P<hour>\d{{1,2}}) : (?P<minute>\d\d) (?: :(?P<second>\d\d) )?
        \ ? {_ZONE} (?:\ \(\w{{1,9}}\))? )?""",
    re.VERBOSE | re.IGNORECASE,
)
"""Tue, 05 May 2026 08:15:00 GMT, and the same with parts left out."""

LONGEST = 60
EARLIEST, LATEST = 1900, 2200
"""Years; what is outside is a slip or an attack, and would not survive a change of zone."""

_THIS_CENTURY = 70


def moment(written: str, agency: tzinfo) -> datetime | None:
    """The moment it names, with its zone; one without is read in the agency's. None: no date."""
    folded = " ".join(written[: 4 * LONGEST].split())
    if len(folded) > LONGEST:
        return None
    found = _ISO.fullmatch(folded) or _MAIL.fullmatch(folded)
    if found is None:
        return None
    parts = found.groupdict()
    month = MONTHS.get(parts["name"].casefold(), 0) if "name" in parts else int(parts["month"])
    zone = named_zone(parts["zone"], agency) if parts["zone"] else agency
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    year = _year(parts["year"])
    if zone is None or not EARLIEST <= year <= LATEST:
        return None
    try:
        return datetime(year, month, int(parts["day"]), hour, minute, min(second, 59), tzinfo=zone)
    except ValueError:
        return None


def _year(written: str) -> int:
    year = int(written)
    if len(written) == len("2026"):
        return year
    return year + (2000 if year < _THIS_CENTURY else 1900)

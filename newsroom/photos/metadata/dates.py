"""When a picture was taken, in the ways that XMP, IIM and EXIF write it down."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

MOMENT = re.compile(
    r"""\s*(?P<year>\d{4}) (?: [-:]? (?P<month>\d\d) (?: [-:]? (?P<day>\d\d)
    (?: [T\ ]\s* (?P<hour>\d\d) :? (?P<minute>\d\d) (?: :? (?P<second>\d\d) (?:\.\d+)? )?
    \s* (?P<zone> Z | [+-]\d\d:?\d\d )? )? )? )? \s*""",
    re.VERBOSE,
)
"""2026-11-03T08:00:00+02:00, 2026:11:03 08:00:00, 20261103 080000+0200, 2026-11 and the like."""


def moment(text: str, zone: tzinfo) -> datetime | None:
    """The moment it names, aware; without a zone of its own it is read in the newsroom's.

    A month or a year alone is no moment: a caption check would hold it against a day. None also
    for what is no date, and for the zeros that cameras without a clock write.
    """
    found = MOMENT.fullmatch(text)
    if found is None or found["day"] is None:
        return None
    year, month, day, hour, minute, second = (
        int(found[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")
    )
    try:
        there = _zone(found["zone"], zone)
        return datetime(year, month, day, hour, minute, second, tzinfo=there).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _zone(written: str | None, otherwise: tzinfo) -> tzinfo:
    if written is None:
        return otherwise
    if written == "Z":
        return UTC
    sign = -1 if written[0] == "-" else 1
    digits = written[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))

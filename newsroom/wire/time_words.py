"""Months, weekdays and time zones as agencies write them."""

from datetime import UTC, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

_MONTH_NAMES = (
    "january jan januar jänner janvier enero",
    "february feb februar février febrero",
    "march mar märz mrz mars marzo",
    "april apr avril abril",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet julio",
    "august aug août agosto",
    "september sep sept septembre septiembre",
    "october oct oktober okt octobre octubre",
    "november nov novembre noviembre",
    "december dec dezember dez décembre diciembre",
)
MONTHS = {
    name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()
}

_WEEKDAY_NAMES = (
    "monday mon montag lundi lunes",
    "tuesday tue tues dienstag mardi martes",
    "wednesday wed mittwoch mercredi miércoles",
    "thursday thu thurs donnerstag jeudi jueves",
    "friday fri freitag vendredi viernes",
    "saturday sat samstag sonnabend samedi sábado",
    "sunday sun sonntag dimanche domingo",
)
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}
"""Monday is 0, as in the standard library."""

_HOURS_EAST: dict[str, float] = {
    "z": 0,
    "gmt": 0,
    "utc": 0,
    "ut": 0,
    "wet": 0,
    "bst": 1,
    "cet": 1,
    "mez": 1,
    "cest": 2,
    "mesz": 2,
    "sast": 2,
    "eet": 2,
    "eest": 3,
    "idt": 3,
    "msk": 3,
    "jst": 9,
    "kst": 9,
    "aest": 10,
    "aedt": 11,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
_PLACES = {"et": "America/New_York", "ct": "America/Chicago", "pt": "America/Los_Angeles"}
"""What American desks write all year round, whichever of the two holds."""

OFFSET = r"[+-]\d\d:?(?:\d\d)?"
ZONE_NAMES = "|".join(sorted([*_HOURS_EAST, *_PLACES, "ist", "local"], key=len, reverse=True))


def named_zone(word: str, agency: tzinfo) -> tzinfo | None:
    """The zone of `GMT`, `cest` or `+0100`; None for a word that is none of these.

    "Local" and IST, which three countries use, are the agency's own.
    """
    low = word.strip().casefold()
    if low in {"local", "ist"}:
        return agency
    if low in _PLACES:
        return ZoneInfo(_PLACES[low])
    if low in _HOURS_EAST:
        east = _HOURS_EAST[low]
        return timezone(timedelta(hours=east)) if east else UTC
    if low[:1] in {"+", "-"}:
        return _offset(low)
    return None


def _offset(written: str) -> tzinfo | None:
    digits = written[1:].replace(":", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) in {2, 4}):
        return None
    east = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    if east >= timedelta(days=1):
        return None
    return timezone(-east if written[0] == "-" else east)

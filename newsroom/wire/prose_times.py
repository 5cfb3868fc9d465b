"""The day and the hour that an editor's sentence names, often without year or zone."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from newsroom.wire.time_words import MONTHS, OFFSET, WEEKDAYS, ZONE_NAMES, named_zone

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_HOURS = r"(?:hours|hrs|hr|uhr|h)"
_YEAR = rf"(?:,?\s{{1,3}}(?P<year>20\d\d)(?!\s{{0,3}}(?:{ZONE_NAMES}|{_HOURS})\b))?"

_DAYS = [
    re.compile(rf"(?i){pattern}")
    for pattern in (
        r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s{{1,3}}(?:of\s)?(?P<name>{_MONTH})\b\.?{_YEAR}",
        rf"\b(?P<name>{_MONTH})\b\.?\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_YEAR}",
        r"\b(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>20\d\d)\b",
        r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?=\s|$)",
    )
]
_ZONE = rf"(?:\s{{0,3}}\(?(?P<zone>{OFFSET}|(?:{ZONE_NAMES})\b))?"
_CLOCKS = [
    re.compile(rf"(?i){pattern}{_ZONE}")
    for pattern in (
        r"\b(?:12\s?)?(?P<noon>noon|midday|mittag)\b",
        r"\b(?:12\s?)?(?P<midnight>midnight|mitternacht)\b",
        r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b\.?",
        rf"\b(?P<hour>\d{{1,2}})[:.h](?P<minute>\d\d)(?::\d\d)?\b(?:\s?{_HOURS}\b)?",
        rf"\b(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\b(?:\s?{_HOURS}\b)?",
        rf"\b(?P<hour>\d{{1,2}})\s?{_HOURS}\b",
    )
]
_ZONE_ELSEWHERE = re.compile(
    rf"\b({'|'.join(name.upper() for name in ZONE_NAMES.split('|') if len(name) > 2)})\b"  # noqa: PLR2004 - "ET" is a word
)
"""In capitals: 10 a.m. Friday EDT."""

_ONE_WEEKDAY = re.compile(rf"(?i)\b({_WEEKDAY})\b")
_NEXT_DAY = re.compile(r"(?i)\b(?:tomorrow|morgen|demain)\b")
_NOON = 12

JUST_PAST = timedelta(hours=1)
"""A lead that goes out soon after the hour often still carries the note of the version before."""

PASSED = "The hour of the embargo had just passed when the item was sent; that hour was taken."


@dataclass(frozen=True, slots=True)
class ProseTime:
    """The moment a sentence names, and what is odd about how it does."""

    at: datetime
    notes: tuple[str, ...] = ()


def prose_time(words: str, base: datetime, agency: tzinfo) -> ProseTime | None:
    """Read from at most a sentence or two; None where neither a day nor an hour is named.

    A year that is not given is the one nearest to `base`; a day that is not given is the first on
    which the hour is still to come, or has only just passed. A day with no hour begins at midnight, and "midnight" ends it:
    an embargo that holds too long does less harm than one that ends too early.
    """
    named_day, rest = _day(words, base.astimezone(agency).date())
    clock, zone, days_on = _clock(rest)
    elsewhere = _ZONE_ELSEWHERE.search(rest)
    zone = zone or (elsewhere[1] if elsewhere else None)
    there = (named_zone(zone, agency) if zone else agency) or agency
    weekday = _ONE_WEEKDAY.search(words)
    if named_day is None and clock is None and weekday is None:
        return None
    here = base.astimezone(there)
    day = named_day or _coming(weekday, here.date(), words)
    at = datetime.combine(day, clock or time(), tzinfo=there) + timedelta(days=days_on)
    notes = _odd(weekday, named_day)
    if named_day is None and at < base - JUST_PAST:
        at += timedelta(days=7 if weekday else 1)
    elif named_day is None and at < base:
        notes = (*notes, PASSED)
    return ProseTime(at, notes)


def _coming(weekday: re.Match[str] | None, today: date, words: str) -> date:
    if weekday:
        return today + timedelta(days=(WEEKDAYS[weekday[1].casefold()] - today.weekday()) % 7)
    return today + timedelta(days=1 if _NEXT_DAY.search(words) else 0)


def _odd(weekday: re.Match[str] | None, day: date | None) -> tuple[str, ...]:
    if weekday is None or day is None or WEEKDAYS[weekday[1].casefold()] == day.weekday():
        return ()
    return (f"The note says {weekday[1]}, but {day:%-d %B %Y} is a {day:%A}.",)


def _day(words: str, near: date) -> tuple[date | None, str]:
    """The first day named, and the words without it, so that its figures are no hour."""
    for pattern in _DAYS:
        found = pattern.search(words)
        day = _date(found.groupdict(), near) if found else None
        if found and day:
            return day, f"{words[: found.start()]} {words[found.end() :]}"
    return None, words


def _date(parts: dict[str, str | None], near: date) -> date | None:
    month = MONTHS[name.casefold()] if (name := parts.get("name")) else int(parts["month"] or 0)
    year = parts.get("year")
    years = [int(year)] if year else [near.year - 1, near.year, near.year + 1]
    days: list[date] = []
    for each in years:
        try:
            days.append(date(each, month, int(parts["day"] or 0)))
        except ValueError:
            continue
    return min(days, key=lambda day: abs(day - near), default=None)


def _clock(words: str) -> tuple[time | None, str | None, int]:
    """The first hour named, its zone's name, and how many days later it is than the day says."""
    for pattern in _CLOCKS:
        found = pattern.search(words)
        if found is None:
            continue
        parts = found.groupdict()
        if parts.get("midnight"):
            return time(), parts["zone"], 1
        hour = _NOON if parts.get("noon") else int(parts["hour"] or 0)
        if half := parts.get("half"):
            hour = hour % 12 + (_NOON if half in "pP" else 0)
        minute = int(parts.get("minute") or 0)
        if hour <= 24 and minute <= 59:  # noqa: PLR2004 - the clock's own
            return time(hour % 24, minute), parts["zone"], hour // 24
    return None, None, 0

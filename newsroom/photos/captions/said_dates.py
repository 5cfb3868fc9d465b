"""The days that a caption names: weekdays, dates in every usual form, and the words of a file photo."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip

_WEEKDAY = r"\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
_MONTH = (
    r"(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b{_MONTH}\s+{_DAY}\b(?:,?\s+{_YEAR}\b)?",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR}\b)?",
        r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b",
        r"\b(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>(?:19|20)\d\d)\b",
        rf"\b{_MONTH},?\s+{_YEAR}\b",
        rf"(?<=\bin )(?:early |late |mid-)?{_MONTH}",
        rf"(?:(?<=\bin )|(?<=\bof )|(?<=\bin a )|(?<=\bin this )|(?<=\bthis ))(?:early |late |mid-)?{_YEAR}\b",
        rf"\b{_YEAR}(?=,?\s+(?:photo|picture|image|file|handout))",
    )
)
_BESIDE = re.compile(r",?\s*(?:\(|the\s+)?\s*$")
_WEEKDAY_AT_END = re.compile(_WEEKDAY + r",?\s*(?:\(\s*|the\s+|morning,?\s+|afternoon,?\s+|evening,?\s+|night,?\s+)?$")  # fmt: skip
_WEEKDAY_AT_START = re.compile(r",?\s*\(?\s*" + _WEEKDAY)
_ALONE = re.compile(_WEEKDAY)

_SUBORDINATE = re.compile(
    r"\b(?:after|since|before|following|anniversary|ahead of|until|scheduled|expected|due)\b"
    r"|^\W*(?:who|whose|which|where|when|killed|died|born)\b",
    re.IGNORECASE,
)
"""What makes a day that of something else than the picture."""

FILE_PHOTO = re.compile(
    r"\bfile[- ](?:photo(?:graph)?|picture|image|pic|shot|footage|video)s?\b|^\W*FILE\b"
    r"|[(,/]\s*file\s*[).,]?\s*$|\b(?:archiv(?:e|es|al)|illustrat(?:ive|ion)|undated|stock photo)\b",
    re.IGNORECASE,
)
_OTHER_WHEN = re.compile(
    r"\b(?:today|yesterday|tonight|this (?:week|morning|afternoon|evening|month|year)|last (?:week|"
    r"night|month|year)|undated|new year['’]?s|independence day|memorial day|election day|christmas|"
    r"ramadan|eid|rosh hashanah?|yom kippur|sukk?o[st]h?|hoshana rabbah?|simchas torah|simchat "
    r"torah|(?:ch|h)anukk?ah?|purim|pesach|passover|lag b['’]?a?omer|shavuo[st]h?|tisha b['’]?av|shabbo?s|"
    r"shabbat|motzei)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SaidDay:
    """A day as the caption names it; what it leaves out is None."""

    start: int
    end: int
    weekday: int | None = None
    """0 is Monday."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    other: tuple[int, int] | None = None
    """(month, day) where digits can be read the other way round."""
    weekday_at: tuple[int, int] | None = None
    background: bool = False
    """Whether it dates what led to the picture, not the picture."""

    @property
    def full(self) -> bool:
        return self.month is not None and self.day is not None

    def on(self, year: int) -> list[date]:
        """The days that it can mean in that year."""
        pairs = [(self.month, self.day), *([self.other] if self.other else [])]
        return [one for month, day in pairs if (one := _date(year, month, day))]


def days(caption: str) -> list[SaidDay]:
    """In the order of the caption, each with the weekday beside it."""
    found = _without_inner(_dates(caption))
    found = [_with_weekday(caption, one) for one in found]
    taken = [one.weekday_at for one in found if one.weekday_at]
    for match in _ALONE.finditer(caption):
        if match.span() not in taken:
            number = WEEKDAYS.index(match["weekday"].casefold())
            found.append(SaidDay(*match.span(), weekday=number, weekday_at=match.span()))
    found.sort(key=lambda one: one.start)
    return [replace(one, background=_is_background(caption, one)) for one in found]


def is_file_photo(*texts: str) -> bool:
    return any(FILE_PHOTO.search(text) for text in texts)


def says_when(caption: str) -> bool:
    return bool(days(caption) or _OTHER_WHEN.search(caption) or is_file_photo(caption))


def nearest(said: SaidDay, to: date) -> date | None:
    """The day that is meant where no year is said: the nearest to another."""
    around = [one for year in (to.year - 1, to.year, to.year + 1) for one in said.on(year)]
    return min(around, key=lambda one: abs((one - to).days), default=None)


def _dates(caption: str) -> Iterator[SaidDay]:
    for form in _FORMS:
        for match in form.finditer(caption):
            said = {name: text for name, text in match.groupdict().items() if text}
            year = int(said["year"]) if "year" in said else None
            day = int(said["day"]) if "day" in said else None
            month, other = _month(said.get("month", ""), day)
            one = SaidDay(*match.span(), year=year, month=month, day=day, other=other)
            if day is None or one.on(year or 2024):
                yield one


def _month(text: str, day: int | None) -> tuple[int | None, tuple[int, int] | None]:
    """Digits between slashes may be month and day in either order."""
    if not text:
        return None, None
    if not text.isdigit():
        beginning = text.rstrip(".").casefold()[:3]
        return next(n for n, name in enumerate(MONTHS, 1) if name[:3] == beginning), None
    number = int(text)
    swapped = (day, number) if day is not None and len(text) <= 2 and day <= 12 else None  # noqa: PLR2004
    return number, swapped


def _date(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month or 0, day or 0)
    except ValueError:
        return None


def _without_inner(found: Iterator[SaidDay]) -> list[SaidDay]:
    """Of forms that overlap the longest."""
    kept: list[SaidDay] = []
    for one in sorted(found, key=lambda one: one.start - one.end):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return kept


def _with_weekday(caption: str, one: SaidDay) -> SaidDay:
    if not one.full:
        return one
    before = _WEEKDAY_AT_END.search(caption, 0, one.start)
    after = _WEEKDAY_AT_START.match(caption, one.end)
    match = before or after
    if match is None:
        return one
    number = WEEKDAYS.index(match["weekday"].casefold())
    span = match.span("weekday")
    start, end = min(one.start, span[0]), max(one.end, span[1])
    return replace(one, start=start, end=end, weekday=number, weekday_at=span)


def _is_background(caption: str, one: SaidDay) -> bool:
    """A day behind "after", or in a clause on who somebody is, is not the picture's."""
    before = caption[: one.start]
    clause = re.split(r"[,;]|[.!?]\s", before.rstrip(" ,"))[-1]
    return bool(_SUBORDINATE.search(clause))

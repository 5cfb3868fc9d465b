"""The rules on when: a caption says it, its weekday fits its date, and its date is the photo's."""

from collections.abc import Iterator
from datetime import date, timedelta

from newsroom.photos.captions.material import Breach, Field, Material, about, at
from newsroom.photos.captions.said_dates import (
    SaidDay,
    days,
    is_file_photo,
    nearest,
    says_when,
)
from newsroom.photos.captions.table import Rule

WEEKDAY_IS_ENOUGH = timedelta(days=14)
"""A photo taken longer before the story needs its date in the caption, or the words "file photo"."""
SMALL_HOURS = 6
"""A picture taken before this hour may be of the night that the day before gives its name to."""


def breaches(material: Material) -> Iterator[Breach]:
    caption = material.caption
    if not caption:
        return
    if not says_when(caption):
        yield about(Rule.NO_DATE, Field.CAPTION)
    said = days(caption)
    yield from _weekdays(material, said)
    yield from _not_the_photos(material, said)


def _weekdays(material: Material, said: list[SaidDay]) -> Iterator[Breach]:
    for one in said:
        if one.weekday is None or one.weekday_at is None:
            continue
        meant = _meant(one, material) if one.full else _photos_day(one, material)
        if meant and one.weekday not in {day.weekday() for day in meant}:
            right = f"{meant[0]:%A}"
            evidence = f"{meant[0]:%-d %B %Y} is a {right}."
            yield at(Rule.WEEKDAY, material.caption, one.weekday_at, evidence, right)


def _meant(one: SaidDay, material: Material) -> list[date]:
    """The days that a date can mean; several where neither it nor the photo says the year."""
    if one.year is not None:
        return one.on(one.year)
    if material.photo.taken is not None and not one.background:
        found = nearest(one, material.photo.taken.date())
        return [found] if found else []
    if material.day is None:
        return []
    around = (material.day.year, material.day.year - 1, material.day.year + 1)
    return [day for year in around for day in one.on(year)]


def _photos_day(one: SaidDay, material: Material) -> list[date]:
    """A weekday alone agrees with the photo's date, once that is known."""
    taken = material.photo.taken
    if taken is None or one.background or is_file_photo(material.caption, material.credit):
        return []
    if any(other.full for other in days(material.caption) if not other.background):
        return []
    if _is_old(material):
        return []  # it is told that it is old
    night = [taken.date() - timedelta(days=1)] if taken.hour < SMALL_HOURS else []
    return [taken.date(), *night]


def _not_the_photos(material: Material, said: list[SaidDay]) -> Iterator[Breach]:
    taken, caption = material.photo.taken, material.caption
    if taken is None or is_file_photo(caption, material.credit):
        return
    dated = [one for one in said if one.year or one.month]
    own = [one for one in dated if not one.background]
    day = taken.date()
    evidence = f"The photo was taken on {day:%A, %-d %B %Y}."
    if any(_is_of(one, day) for one in dated):
        return
    if own:
        yield at(Rule.DATE_DIFFERS, caption, (own[0].start, own[0].end), evidence)
    elif _is_old(material):
        here = next((one for one in said if not one.background), None)
        if here is None:
            yield about(Rule.DATE_DIFFERS, Field.CAPTION, "", evidence)
        else:
            yield at(Rule.DATE_DIFFERS, caption, (here.start, here.end), evidence)


def _is_old(material: Material) -> bool:
    taken, day = material.photo.taken, material.day
    return taken is not None and day is not None and day - taken.date() > WEEKDAY_IS_ENOUGH


def _is_of(one: SaidDay, day: date) -> bool:
    """Whether what is said of the day, all or in part, is so."""
    if one.year is not None and one.year != day.year:
        return False
    if one.full:
        return (day.month, day.day) in {(found.month, found.day) for found in one.on(day.year)}
    return one.month is None or one.month == day.month

"""The embargo of an item, out of its fields and of what its notes say."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from newsroom.wire.embargoes import embargo_in
from newsroom.wire.items import Embargo
from newsroom.wire.moments import moment
from newsroom.wire.parsers.texts import line, quoted
from newsroom.wire.prose_times import prose_time

EMPTY = "The embargo field is there and names no time."
UNREADABLE = "The time of the embargo, {}, could not be read; it holds until the agency lifts it."
DIFFERENT = "The embargo field and the note name different times; the later one was taken."


def embargo_of(
    fields: Sequence[str], prose: Sequence[str], base: datetime, agency: tzinfo, notes: list[str]
) -> Embargo | None:
    """The latest time that any of them names; with none named, no time.

    An empty field is an embargo whose time stands in a note, or nowhere.
    """
    in_fields = [_of_field(words, base, agency) for words in fields]
    said = [embargo_in(text, base, agency) for text in prose if text]
    in_prose = [each.embargo for each in said if each.embargo]
    timed_fields = [each for each in in_fields if each.until]
    timed_prose = [each for each in in_prose if each.until]
    if not timed_fields or _later(timed_prose, timed_fields):
        notes.extend(sentence for each in said for sentence in each.notes)
    if not timed_fields and not timed_prose:
        notes.extend(UNREADABLE.format(quoted(each.words)) for each in in_fields if each.words)
        held = next(iter([*in_prose, *in_fields]), None)
        return Embargo(None, held.words or EMPTY) if held else None
    if timed_fields and timed_prose and _later(timed_prose, timed_fields):
        notes.append(DIFFERENT)
        return max(timed_prose, key=_until)
    return max(timed_fields or timed_prose, key=_until)


def _of_field(words: str, base: datetime, agency: tzinfo) -> Embargo:
    words = line(words[:400])
    if not words:
        return Embargo(None, "")
    at = moment(words, agency)
    if at is None and (said := prose_time(words, base, agency)):
        at = said.at
    return Embargo(at, words)


def _later(prose: Sequence[Embargo], fields: Sequence[Embargo]) -> bool:
    """A note without a zone that gives the field's own figures says the same as the field."""
    if not prose or not fields:
        return False
    said, field = (_until(max(each, key=_until)) for each in (prose, fields))
    return said > field and said.replace(tzinfo=None) != field.replace(tzinfo=None)


def _until(embargo: Embargo) -> datetime:
    if embargo.until is None:
        raise AssertionError
    return embargo.until

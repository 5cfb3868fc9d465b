"""How a draft becomes an item: the rules that all formats share."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import chain

from newsroom.wire.items import Signal, Status, Subject, WireItem
from newsroom.wire.moments import moment
from newsroom.wire.parsers import markup, naming, texts
from newsroom.wire.parsers.desk_notes import set_aside
from newsroom.wire.parsers.drafts import Draft, Reading
from newsroom.wire.parsers.held_back import embargo_of
from newsroom.wire.parsers.limits import (
    LONGEST_FIELD,
    LONGEST_MARKUP,
    MOST_NOTES,
    MOST_PARAGRAPHS,
    MOST_PICTURES,
    MOST_VALUES,
)
from newsroom.wire.parsers.lines_of_copy import dateline_of
from newsroom.wire.parsers.picture_drafts import finished_picture
from newsroom.wire.signals import signal_of, status_of
from newsroom.wire.terms import terms_of

UNREADABLE_TIME = "The time {} ({}) could not be read."
UNKNOWN_STATUS = "The status {} is not known; the item is held back until somebody has looked."
NO_WORDS = "There is neither a headline nor text nor a picture in it."
TOO_LONG_BODY = "Only the first {:,} characters of the body were read."
TOO_LONG_FIELD = "Only the first {:,} characters of the {} were read."
TOO_LONG = "Only the first {:,} of its {:,} paragraphs were read."

_FIELDS = ("headline", "standfirst", "slugline", "byline", "copyright", "credit")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")
_LATER_VERSION = re.compile(r"(?:[2-9]|[1-9]\d{1,9})(?:\.\d{1,9})?$")
_NO_TERMS = {"", "none", "none.", "n/a", "-"}
_HELD_TITLE = re.compile(r"(?i)^\W{0,3}(?:strictly\s)?embargoe?d?\b|\bembargoed\b")


def finished(draft: Draft, reading: Reading) -> WireItem:
    """Never refuses: what cannot be read of it becomes a note."""
    notes = [texts.line(sentence) for sentence in draft.notes]
    notes += [
        TOO_LONG_FIELD.format(LONGEST_FIELD, name)
        for name in _FIELDS
        if len(getattr(draft, name)) > LONGEST_FIELD
    ]
    body = set_aside(_body(draft, notes))
    desk_notes = [*filter(None, map(markup.words, draft.editors_note)), *body.notes]
    headline, slugline = markup.words(draft.headline), markup.words(draft.slugline)
    published, updated, expires = (
        _time(getattr(draft, name), name, reading, notes)
        for name in ("published", "updated", "expires")
    )
    published = published or updated or _on(draft.day, reading)
    held_titles = [title for title in (headline, slugline) if _HELD_TITLE.search(title)]
    embargo = embargo_of(
        draft.embargoes,
        [*desk_notes, *held_titles],
        updated or published or reading.received,
        reading.zone,
        notes,
    )
    signal = signal_of(draft.signal_words, [headline, slugline], desk_notes)
    if signal is Signal.NEW and _LATER_VERSION.match(draft.version.strip()):
        signal = Signal.UPDATE
    status = _status(draft.status_words, notes)
    if signal is Signal.KILL or status is Status.CANCELED:
        signal, status = Signal.KILL, Status.CANCELED
    pictures = [finished_picture(picture) for picture in draft.pictures[:MOST_PICTURES]]
    if not (headline or body.copy or desk_notes or pictures):
        notes.append(NO_WORDS)
    provider = markup.words(draft.provider)
    guid = naming.short_name(draft.guid) or naming.made_of(
        [provider, headline, slugline, draft.dateline, draft.updated, *desk_notes, *body.copy]
    )
    family = naming.short_name(draft.family) or guid
    if signal is Signal.KILL:
        day = draft.day or published or reading.received
        said = [*desk_notes, headline, *body.copy[:3]]
        scope = draft.slug_scope
        family = naming.killed_family(said, guid, scope, _day(day, reading)) or family
    copyright_line = markup.words(draft.copyright)
    return WireItem(
        guid=guid,
        version=naming.short_name(draft.version),
        family=family,
        signal=signal,
        status=status,
        provider=provider,
        headline=headline,
        paragraphs=body.copy,
        html=markup.safe(draft.markup) if draft.markup else "",
        slugline=slugline,
        standfirst=markup.words(draft.standfirst),
        byline=markup.words(draft.byline),
        dateline=markup.words(draft.dateline) or dateline_of(next(iter(body.copy), "")),
        language=_language(draft.language),
        priority=_priority(draft.priority),
        keywords=_each_once(map(markup.words, draft.keywords)),
        subjects=_subjects(draft.subjects),
        via=tuple(name for name in _each_once(map(markup.words, draft.via)) if name != provider),
        published=published,
        updated=updated,
        embargo=embargo,
        expires=expires,
        usage_terms=_terms(draft.usage_terms, [*desk_notes, copyright_line]),
        copyright=copyright_line,
        credit=markup.words(draft.credit),
        editors_note="\n".join(desk_notes),
        address=_address(draft.address),
        pictures=tuple(picture for picture in pictures if picture.href or picture.caption),
        notes=_each_once(notes)[:MOST_NOTES],
    )


def _body(draft: Draft, notes: list[str]) -> tuple[str, ...]:
    if len(draft.markup) > LONGEST_MARKUP:
        notes.append(TOO_LONG_BODY.format(LONGEST_MARKUP))
    read = markup.paragraphs(draft.markup) if draft.markup else ()
    body = read or tuple(filter(None, map(texts.line, draft.paragraphs)))
    if len(body) > MOST_PARAGRAPHS:
        notes.append(TOO_LONG.format(MOST_PARAGRAPHS, len(body)))
    return body[:MOST_PARAGRAPHS]


def _time(raw: str, name: str, reading: Reading, notes: list[str]) -> datetime | None:
    if not raw.strip():
        return None
    at = moment(raw, reading.zone)
    if at is None:
        notes.append(UNREADABLE_TIME.format(texts.quoted(raw), name))
    return at


def _on(day: date | None, reading: Reading) -> datetime | None:
    """It came on the very day it bears: then no hour is likelier than the one it came at."""
    if day is None or day == _day(reading.received, reading):
        return reading.received if day else None
    return datetime.combine(day, time(), tzinfo=reading.zone)


def _day(at: date, reading: Reading) -> date:
    return at.astimezone(reading.zone).date() if isinstance(at, datetime) else at


def _status(words: list[str], notes: list[str]) -> Status:
    words = [word for word in words if word.strip()]
    if not words:
        return Status.USABLE
    known = status_of(words)
    if known is None:
        notes.append(UNKNOWN_STATUS.format(texts.quoted(words[0])))
    return known or Status.WITHHELD


def _terms(given: list[str], beside: list[str]) -> tuple[str, ...]:
    """Those of its own field, and the sentences elsewhere that are usage terms in all but place."""
    own = [words for words in map(markup.words, given) if words.casefold() not in _NO_TERMS]
    already = " ".join(own)
    said = [term.words for term in terms_of(beside) if term.words not in already]
    return _each_once(chain(own, said))


def _subjects(given: list[Subject]) -> tuple[Subject, ...]:
    lines = (Subject(texts.line(one.code), markup.words(one.name)) for one in given[:MOST_VALUES])
    return tuple(dict.fromkeys(one for one in lines if one.code or one.name))


def _each_once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))[:MOST_VALUES]


def _language(raw: str) -> str:
    tag = raw.strip().replace("_", "-")[:60]
    if not _LANGUAGE.fullmatch(tag):
        return ""
    first, dash, rest = tag.partition("-")
    return first.lower() + dash + rest


def _priority(raw: str) -> int | None:
    digits = raw.strip()
    return int(digits) if len(digits) == 1 and digits in "123456789" else None


def _address(raw: str) -> str:
    address = texts.line(raw)
    return address if re.match(r"(?i)https?://", address) else ""

"""ANPA 1312, the text format of American agencies: a header of codes, then lines with end marks."""

import re
from datetime import date, timedelta

from newsroom.wire.families import bare_slug, family_of_slug, lead_number
from newsroom.wire.items import Subject
from newsroom.wire.parsers import texts
from newsroom.wire.parsers.drafts import Draft, Reading
from newsroom.wire.parsers.lines_of_copy import agency_in, dateline_of, is_byline

HEADER = re.compile(
    r"[\x00-\x20\x16]{0,20}(?P<service>[A-Za-z])(?P<number>\d{4})[\x1f -]?(?P<selector>[^\n]{0,60})\n"
    r"(?P<priority>[A-Za-z])[ \t](?P<category>[A-Za-z])[ \t]?[^\w\n]{0,8}"
    r"(?P<slug>[^\n]{1,120}?)[ \t]{1,9}(?P<month>\d\d?)-(?P<day>\d\d?)[ \t]{1,3}(?P<count>\d{1,5})"
)
_PRIORITIES = {"f": "1", "b": "2", "u": "3", "r": "4", "d": "5", "s": "6", "a": "4"}
"""Flash, bulletin, urgent, regular, deferred, Sunday."""

_STAMP = re.compile(
    r"[A-Z]{2,6}-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s{1,3}(?P<hour>\d\d)(?P<minute>\d\d)(?P<zone>[A-Z]{2,4})"
)
_END_MARK = re.compile(r"[<=\x1f\x14\x12\x13]{0,4}[ \t]{0,9}$")
_CODES = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
AHEAD = timedelta(days=2)
_EDITORS = re.compile(r"(?i)^(?:eds?|editors?)\b[.:]?")


def drafted(text: str, reading: Reading) -> Draft | None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    header = HEADER.match(text)
    if header is None:
        return None
    slug = texts.line(header["slug"]).strip(" ,")
    day = _last(int(header["month"]), int(header["day"]), reading)
    body, _, end = text[header.end() :].partition("\x03")
    draft = Draft(
        guid=f"{header['service']}{header['number']}:{day.isoformat()}".lower(),
        version=lead_number(slug),
        slugline=slug,
        priority=_PRIORITIES.get(header["priority"].lower(), ""),
        subjects=[Subject(f"category:{header['category'].lower()}")],
        day=day,
    )
    _fill(draft, body.partition("\x02")[2] or body)
    _stamp(draft, _STAMP.search(end[:400]) or _STAMP.search(body[-400:]))
    selector = re.search(r"[A-Za-z]{2,6}", header["selector"])
    draft.provider = (
        draft.provider or agency_in(draft.dateline) or (selector[0] if selector else "")
    )
    draft.slug_scope = selector[0].lower() if selector else "anpa"
    draft.family = family_of_slug(draft.slug_scope, slug, day)
    return draft


def _fill(draft: Draft, body: str) -> None:
    """Lines flush left are heads until the first indented one, with which the copy begins."""
    passages: list[list[str]] = []
    heads: list[str] = []
    for raw in body.split("\n"):
        ends_head = raw.rstrip("\x1f").endswith("=")
        indented = raw[:1] in {"\t", " "}
        words = _words(raw)
        if not words or _STAMP.fullmatch(words):
            continue
        if indented or (passages and raw[:1] == "^"):
            passages.append([words])
        elif passages:
            passages[-1].append(words)
        else:
            heads.append(words + "=" * ends_head)
    _heads(draft, heads)
    copy = [" ".join(lines) for lines in passages]
    if not copy and len(heads) > 2:  # noqa: PLR2004 - slug and headline, then flush copy
        copy = [words for words in heads[2:] if not words.endswith("=")]
    draft.paragraphs = copy
    draft.dateline = next(filter(None, map(dateline_of, copy[:3])), "")


def _heads(draft: Draft, heads: list[str]) -> None:
    """The keyword line, the headline, notes to editors, the byline, and the agency's name."""
    if heads and bare_slug(draft.slugline) in bare_slug(heads[0]):
        heads = heads[1:]
    for head in heads:
        words = head.rstrip("=")
        if _EDITORS.match(words):
            draft.editors_note.append(words)
        elif is_byline(words):
            draft.byline = words
        elif (draft.byline or head.endswith("=")) and not draft.provider:
            draft.provider = words
        elif not draft.headline:
            draft.headline = words
        else:
            draft.editors_note.append(words)


def _words(raw: str) -> str:
    """Without codes and end marks, its quotes and dashes as print has them."""
    line = _END_MARK.sub("", _CODES.sub("", raw)).strip().removeprefix("^")
    line = line.replace("``", "“").replace("''", "”").replace(" _ ", " — ")
    return texts.line(line)


def _stamp(draft: Draft, stamp: re.Match[str] | None) -> None:
    if stamp:
        clock = (
            f"20{stamp['year']}-{stamp['month']}-{stamp['day']} {stamp['hour']}:{stamp['minute']}"
        )
        draft.published = draft.updated = f"{clock} {stamp['zone']}"


def _last(month: int, day: int, reading: Reading) -> date:
    """The header gives no year: the last such day, for copy does not come before it is written.

    A clock that is wrong by a day, or a zone, may still put it a little ahead.
    """
    here = reading.received.astimezone(reading.zone).date()
    days = []
    for year in range(here.year - 4, here.year + 2):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return max((each for each in days if each <= here + AHEAD), default=here)

"""IPTC 7901, the text format of European agencies: a header, a slug, the story, a time stamp."""

import re
from datetime import date, datetime

from newsroom.wire.families import bare_slug, family_of_slug, lead_number
from newsroom.wire.items import Subject
from newsroom.wire.parsers import texts
from newsroom.wire.parsers.drafts import Draft, Reading
from newsroom.wire.parsers.lines_of_copy import (
    agency_in,
    dateline_of,
    is_byline,
    is_sign_off,
    joined,
)
from newsroom.wire.time_words import MONTHS, ZONE_NAMES, named_zone

HEADER = re.compile(
    r"[\x00-\x20]{0,20}(?P<source>[A-Za-z]{2,6})(?P<number>\d{3,5})\s{1,3}(?P<priority>[1-9])\s{1,3}"
    r"(?P<category>[A-Za-z]{1,4})\s{1,3}(?P<count>\d{1,5})\b"
)
_STAMP = re.compile(
    rf"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)\s{{0,3}}(?P<zone>{ZONE_NAMES})?\s{{0,3}}"
    r"(?P<month>[^\W\d_]{3,9})\.?\s{1,3}(?P<year>\d\d(?:\d\d)?)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?i)\s?\((?:\d{1,2}(?:st|nd|rd|th)\s)?(?:lead|update|correction|korrektur|zusammenfassung)[^()]{0,20}\)"
)
MOST_HEADS = 8
_STX, _ETX = "\x02", "\x03"

NO_STAMP = "There is no time stamp under the text."


def drafted(text: str, reading: Reading) -> Draft | None:
    header = HEADER.match(text)
    if header is None:
        return None
    draft = Draft(
        guid=f"{header['source']}{header['number']}".lower(),
        priority=header["priority"],
        subjects=[Subject(f"category:{header['category'].lower()}")],
    )
    rest = text[text.find("\n", header.end()) :]
    heads, _, body = rest.partition(_STX) if _STX in rest else ("", "", rest)
    body, _, end = body.partition(_ETX)
    slugs = [line.strip(" /\r") for line in heads.splitlines() if line.strip(" /\r")]
    draft.slugline = slugs[0] if slugs else ""
    titles = _fill(draft, body)
    draft.provider = agency_in(draft.dateline) or header["source"]
    stamp = _STAMP.search(end[:400]) or _STAMP.search(body[-200:])
    day = _stamp(draft, stamp, reading)
    draft.guid = f"{draft.guid}:{day.isoformat()}"
    draft.version = max(map(lead_number, [draft.slugline, *titles]), key=int)
    draft.slug_scope = header["source"].lower()
    draft.family = family_of_slug(
        draft.slug_scope, bare_slug(draft.slugline) or draft.headline, day
    )
    return draft


def _fill(draft: Draft, body: str) -> list[str]:
    """Headline lines end with "="; all behind them is copy, but for the desk's initials."""
    lines = body.replace("\r", "").split("\n")
    heads: list[str] = []
    copy_at = len(lines)
    for at, line in enumerate(lines):
        words = line.strip(" =\x02\t")
        if heads and (not words or line.startswith((" ", "\t")) or at > MOST_HEADS):
            copy_at = at
            break
        if words:
            heads.append(words)
        ended = line.rstrip().endswith("=")
        if heads and ended and not _is_head(lines, at + 1):
            copy_at = at + 1
            break
    bylines = [words for words in heads[1:] if is_byline(words)]
    draft.byline = bylines[0] if bylines else ""
    whole = heads[0] if heads else ""
    draft.headline = _LEAD.sub("", whole).strip(" =")
    draft.signal_words = ["update"] if lead_number(whole) != "0" else []
    copy = [texts.line(words) for words in joined(lines[copy_at:])]
    if copy and is_sign_off(copy[-1]):
        copy.pop()
    draft.paragraphs = copy
    draft.dateline = next(filter(None, map(dateline_of, copy[:3])), "")
    return [whole]


def _is_head(lines: list[str], at: int) -> bool:
    return any(line.rstrip().endswith("=") for line in lines[at : at + 1])


def _stamp(draft: Draft, stamp: re.Match[str] | None, reading: Reading) -> date:
    """The day under the text, else the one on which it came."""
    here = reading.received.astimezone(reading.zone)
    if stamp is None:
        draft.notes.append(NO_STAMP)
        draft.day = here.date()
        return here.date()
    zone = named_zone(stamp["zone"], reading.zone) if stamp["zone"] else reading.zone
    month = MONTHS.get(stamp["month"].casefold(), 0)
    year = int(stamp["year"]) + (2000 if len(stamp["year"]) == 2 else 0)  # noqa: PLR2004 - "26"
    try:
        at = datetime(
            year, month, int(stamp["day"]), int(stamp["hour"]), int(stamp["minute"]), tzinfo=zone
        )
    except ValueError:
        draft.published = stamp[0]
        draft.day = here.date()
        return here.date()
    draft.published = draft.updated = at.isoformat()
    return at.date()

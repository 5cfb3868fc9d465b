"""Which lines are nothing but a time: when a story was published, updated, how long it takes."""

import re

from newsroom.photos.credit import is_agency
from newsroom.photos.credit_words import listed

MAX_LENGTH = 160
TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['’׳״\"][^\W\d_]+)*")

MONTHS = listed("""
    jan, january, feb, february, mar, march, apr, april, may, jun, june, jul, july, aug, august,
    sep, sept, september, oct, october, nov, november, dec, december, janvier, février, mars, avril,
    mai, juin, juillet, août, septembre, octobre, novembre, décembre, januar, februar, märz, juni,
    juli, oktober, dezember, enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre,
    octubre, noviembre, diciembre, ינואר, פברואר, מרץ, מרס, אפריל, מאי, יוני, יולי, אוגוסט, ספטמבר,
    אוקטובר, נובמבר, דצמבר, يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر,
    نوفمبر, ديسمبر
""")
DAYS = listed("""
    mon, monday, tue, tues, tuesday, wed, wednesday, thu, thur, thurs, thursday, fri, friday, sat,
    saturday, sun, sunday, today, yesterday
""")
UNITS = listed("""
    s, sec, secs, second, seconds, min, mins, minute, minutes, h, hr, hrs, hour, hours, d, day,
    days, week, weeks, month, months, year, years
""")
CLOCK = listed("""
    am, pm, a, p, m, gmt, utc, bst, est, edt, et, cst, cdt, ct, pst, pdt, pt, mst, mdt, mt, ist,
    idt, cet, cest, eet, eest, msk, jst, aest, local, time, z, t
""")
LABELS = listed("""
    published, publish, posted, updated, update, modified, created, issued, released, first, last,
    latest, date, dated, on, at, in, by, the, of, ago, just, now, read, reading, estimated, time,
    original, originally, edited, since, as, from, and, st, nd, rd, th, an, one, two, few, uhr, le,
    à, el, eastern, views, view, listen, duration
""")

STAMP_WORDS = MONTHS | DAYS | UNITS | CLOCK | LABELS
TELLS_TIME = (MONTHS | DAYS | UNITS | CLOCK) - frozenset({"a", "p", "m", "s", "d", "h", "z"})
STARTS = listed("""
    published, posted, updated, modified, created, issued, date
""")
HEBREW_DATE = re.compile(r"[|·•,;-]?\s*[א-ת'\"׳״ ]{1,20}תש[א-ת]{0,2}[\"״][א-ת]$")
"""The Jewish date that some papers print beside the common one."""
NUMERIC_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:\D|$)")


def is_stamp(text: str) -> bool:
    """Whether every word of a line belongs to a date, a time of day or a length of reading."""
    if len(text) > MAX_LENGTH:
        return False
    common = HEBREW_DATE.sub("", text).strip()
    tokens = [token.casefold() for token in TOKEN.findall(common)]
    if not common:
        return True
    if not tokens or not all(token.isdigit() or token in STAMP_WORDS for token in tokens):
        return False
    numbers = any(token.isdigit() for token in tokens)
    words = sum(token in TELLS_TIME for token in tokens)
    return (
        (numbers and words > 0)
        or tokens[0] in STARTS
        or bool(NUMERIC_DATE.search(text))
        or (words > 0 and "ago" in tokens)
        or tokens == ["just", "now"]
    )


def holds_stamp(text: str) -> bool:
    """Whether a time stands beside a label or an agency: "Published in print: 3 November 2026"."""
    parts = [part.strip() for part in text.strip("()").split("/")]
    if len(parts) > 1 and is_stamp(parts[0]) and all(is_agency(part) for part in parts[1:]):
        return True
    head, _, tail = text.partition(":")
    return head.split(" ", 1)[0].casefold() in STARTS and len(head) < MAX_LENGTH and is_stamp(tail)

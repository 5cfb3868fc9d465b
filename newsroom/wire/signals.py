"""What a version is to the one before it, as headlines, slugs and editors' notes say it."""

import re
from collections.abc import Iterable

from newsroom.wire.items import Signal, Status

STATUS_WORDS = {
    "usable": Status.USABLE,
    "withheld": Status.WITHHELD,
    "canceled": Status.CANCELED,
    "cancelled": Status.CANCELED,
    "killed": Status.CANCELED,
    "kill": Status.CANCELED,
    "withdrawn": Status.CANCELED,
    "retracted": Status.CANCELED,
    "recalled": Status.CANCELED,
    "deleted": Status.CANCELED,
    # The embargo itself is read apart: the item may be used once it is over.
    "embargoed": Status.USABLE,
}

SIGNAL_WORDS = {
    "kill": Signal.KILL,
    "withdrawal": Signal.KILL,
    "retraction": Signal.KILL,
    "correction": Signal.CORRECTION,
    "corrected": Signal.CORRECTION,
    "rectify": Signal.CORRECTION,
    "update": Signal.UPDATE,
    "writethru": Signal.UPDATE,
    "writethrough": Signal.UPDATE,
    "rewrite": Signal.UPDATE,
    "lead": Signal.UPDATE,
    "advisory": Signal.ADVISORY,
}

_LEAD = r"(?:\d{1,2}(?:st|nd|rd|th)\s{1,2}(?:lead|ld)\b|\b(?:lead|ld)\s{1,2}\d{1,2}\b|\blds?-writethr\w{1,5}|\bwritethr(?:u|ough)\b)"

_IN_TITLE: list[tuple[str, Signal]] = [
    (r"(?i)\bmandatory\s{1,3}kill\b", Signal.KILL),
    (r"(?i)\bkill\s{1,3}order\b", Signal.KILL),
    (r"^\W{0,3}(?:URGENT\s|BULLETIN\s)?(?:KILL|KILLED|WITHDRAWAL|WITHDRAWN|RETRACTION)\b", Signal.KILL),
    (r"(?i)^\W{0,3}(?:story\s{1,3})?(?:kill|killed|withdrawn)\s?[:–—]", Signal.KILL),
    (r"(?i)(?:,\s{0,3}|\()(?:kill|withdrawal|withdrawn)\W{0,4}$", Signal.KILL),
    (r"(?:\s[-–—]\s|-|/)(?:KILL|WITHDRAWAL|WITHDRAWN)\W{0,4}$", Signal.KILL),
    (r"^\W{0,3}(?:CORRECTION|CORRECTED|CORRECTS|CORRECTIVE|REFILE|CLARIFICATION)\b", Signal.CORRECTION),
    (r"(?i)^\W{0,3}(?:correction|corrected|refile|clarification|berichtigung|korrektur)\s?(?:\d{1,2}\s?)?[-:–—]", Signal.CORRECTION),
    (r"(?i)(?:,\s{0,3}|\s[-–—]\s|-|/|\()(?:correct(?:ion|ed|ive)|berichtigung|korrektur)\W{0,4}$", Signal.CORRECTION),
    (r"^\W{0,3}(?:ADVISORY|MEDIA ADVISORY)\b", Signal.ADVISORY),
    (r"(?i)^\W{0,3}(?:media\s{1,3})?advisory\s?[:–—]", Signal.ADVISORY),
    (r"(?i)(?:,\s{0,3}|\s[-–—]\s|-|/|\()advisory\W{0,4}$", Signal.ADVISORY),
    (rf"(?i){_LEAD}", Signal.UPDATE),
    (r"^\W{0,3}(?:UPDATE|UPDATED|UPDATES|RECAST|WRAPUP)\b", Signal.UPDATE),
    (r"(?i)^\W{0,3}(?:update|updated|wrapup)\s?(?:\d{1,2}\s?)?[-:–—]", Signal.UPDATE),
]  # fmt: skip
"""Of headlines and slugs, which hold news too: a killer's trial is not a killed story."""

_IN_NOTE: list[tuple[str, Signal]] = [
    (r"(?i)\bmandatory\s{1,3}kill\b", Signal.KILL),
    # "KILLS earlier version" is an update's note; only the order itself is in this form.
    (r"\b(?:KILL|WITHDRAWAL)\b", Signal.KILL),
    (r"(?i)\b(?:please|must|editors,?)\s{1,3}kill\b", Signal.KILL),
    (r"(?i)\b(?:story|item|version|article|report|picture|photo|image|copy|it)\s{1,3}(?:is|are|was|has\s{1,3}been|must\s{1,3}be|should\s{1,3}be)\s{1,3}(?:hereby\s{1,3})?(?:killed|withdrawn|retracted)\b", Signal.KILL),
    (r"(?i)\b(?:has|have)\s{1,3}(?:killed|withdrawn|retracted)\s{1,3}(?:this|the|its|our)\s{1,3}(?:story|item|article|report|picture|photo)\b", Signal.KILL),
    (r"(?i)\bwithdr(?:aws|ew)\s{1,3}(?:this|the|its|our)\s{1,3}(?:story|item|article|report)\b", Signal.KILL),
    (r"(?i)\bcorrect(?:s|ing)\b|\bcorrection\s?[:–—]|\brefil(?:es|ing)\b", Signal.CORRECTION),
    (r"\b(?:CORRECTION|CORRECTED)\b", Signal.CORRECTION),
    (r"(?i)\b(?:updat(?:es|ing)|adds|recasts)\b|\bkills\s{1,3}(?:earlier|previous|prior)\b", Signal.UPDATE),
    (rf"(?i){_LEAD}", Signal.UPDATE),
    (r"\bADVISORY\b", Signal.ADVISORY),
]  # fmt: skip
"""Of editors' notes, which hold nothing but such words."""

_ORDER = (Signal.KILL, Signal.CORRECTION, Signal.ADVISORY, Signal.UPDATE)
"""Where several are said, the gravest holds: a correction with new quotes is a correction."""

LOOKED_AT = 2_000
"""Characters of a title or a note."""


def _compiled(table: list[tuple[str, Signal]]) -> list[tuple[re.Pattern[str], Signal]]:
    return [(re.compile(pattern), signal) for pattern, signal in table]


_TITLE_RULES, _NOTE_RULES = _compiled(_IN_TITLE), _compiled(_IN_NOTE)


def status_of(words: Iterable[str]) -> Status | None:
    """By a format's own field; the gravest where several speak; None for words nobody knows."""
    known = [STATUS_WORDS[low] for word in words if (low := _bare(word)) in STATUS_WORDS]
    order = (Status.CANCELED, Status.WITHHELD, Status.USABLE)
    return next((status for status in order if status in known), None)


def signal_of(words: Iterable[str], titles: Iterable[str], notes: Iterable[str]) -> Signal:
    """`words` are a format's own fields, `titles` headlines and slugs, `notes` editors' notes."""
    found = {SIGNAL_WORDS[low] for word in words if (low := _bare(word)) in SIGNAL_WORDS}
    found |= _said(titles, _TITLE_RULES) | _said(notes, _NOTE_RULES)
    return next((signal for signal in _ORDER if signal in found), Signal.NEW)


def _said(texts: Iterable[str], rules: list[tuple[re.Pattern[str], Signal]]) -> set[Signal]:
    looked_at = [text[:LOOKED_AT] for text in texts if text]
    return {signal for text in looked_at for pattern, signal in rules if pattern.search(text)}


def _bare(word: str) -> str:
    """`stat:usable`, `Usable ` and a code's whole address are one word."""
    return word.strip().rpartition("/")[2].rpartition(":")[2].strip().casefold()

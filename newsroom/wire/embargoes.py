"""Embargoes in prose: what an editor's note asks to be held back, and until when."""

import re
from dataclasses import dataclass
from datetime import datetime, tzinfo

from newsroom.wire.items import Embargo
from newsroom.wire.prose_times import prose_time
from newsroom.wire.time_words import MONTHS

_NO_USE = (
    r"(?i)\b(?:not\s{1,3}(?:for|to\s{1,3}be)|do\s{1,3}not|don't)\s{1,3}"
    r"(?:public\s{1,3})?(?:use|release|publ|broadcast|transmi|air|print|run)\w{0,12}"
    r"(?:\s{1,3}\w{1,15}){0,4}?\s{1,3}(?:before|until|till|prior\s{1,3}to)\b"
)
# An oil embargo is news; an embargo with a word of time behind it is a request.
_EMBARGO = (
    r"(?i)(?<!oil )(?<!gas )(?<!arms )(?<!trade )(?<!weapons )(?<!economic )\bembargo\s{0,3}"
    r"(?::|[-–—]|until\b|till\b|expires?\b|ends?\b|lasts?\b|time\b|bis\b|jusqu|hasta\b)"
)
_ASKS = [
    re.compile(pattern)
    for pattern in (
        r"(?i)\bembargoe?d\b|\b(?:under|strict|sous)\s{1,3}embargo\b|\bembargad[oa]\b",
        r"\bEMBARGO\b|(?i:\bsperrfrist|\bgesperrt\s{1,3}bis\b|\bfrei\s{1,3}(?:ab|für)\b)",
        r"(?i)\b(?:hold\s{1,3})?for\s{1,3}release\s{1,3}(?:at|on|after|from|by|\d)",
        _EMBARGO,
        _NO_USE,
    )
]
_LIFTED = re.compile(
    r"(?i)\b(?:embargo\s{1,3}(?:is\s{1,3}|has\s{1,3}been\s{1,3}|now\s{1,3})?(?:lifted|over|off)"
    r"|lift(?:s|ed|ing)?\s{1,3}(?:the\s{1,3})?embargo"
    r"|(?:no|not|no\s{1,3}longer|without)\s{1,3}(?:under\s{1,3})?(?:an?\s{1,3})?embargo(?:ed)?)\b"
)
_SENTENCE_END = re.compile(
    rf"(?<![ap]\.m)(?<!\b[ap])[.;!](?=\s{{1,9}}(?!(?i:{'|'.join(MONTHS)})\b)[A-Z(*\"“]|\s{{0,9}}$)|\n\s{{0,9}}\n"
)
LOOKED_AT = 4_000
"""Characters of a note; an embargo stands at its beginning, or it is no note."""

_WINDOW = 160


@dataclass(frozen=True, slots=True)
class SaidEmbargo:
    """What a note's words come to; no embargo also where they say that it is over."""

    embargo: Embargo | None
    notes: tuple[str, ...] = ()


def embargo_in(note: str, base: datetime, agency: tzinfo) -> SaidEmbargo:
    """Of an editor's note, never of a story. Times that lack something are read near `base`."""
    note = note[:LOOKED_AT]
    starts = [found.start() for pattern in _ASKS if (found := pattern.search(note))]
    if not starts or _LIFTED.search(note):
        return SaidEmbargo(None)
    start = min(starts)
    sentence = _sentence(note, start)
    said = prose_time(note[start : start + _WINDOW][: len(sentence)], base, agency)
    if said is None:
        return SaidEmbargo(Embargo(None, sentence))
    return SaidEmbargo(Embargo(said.at, sentence), said.notes)


def _sentence(note: str, start: int) -> str:
    """From the words that ask to the sentence's end; the next one too where it gives the time."""
    ends = [found.start() for found in _SENTENCE_END.finditer(note, start, start + 2 * _WINDOW)]
    for end in ends[:2]:
        if any(character.isdigit() for character in note[start:end]):
            return " ".join(note[start:end].split())
    end = ends[0] if ends else start + _WINDOW
    return " ".join(note[start:end].split())

"""Where a paragraph begins and ends: texts of one line each, and texts wrapped by a mail program."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from newsroom.photos.credit_words import listed
from newsroom.stories.intake.bylines import Byline, byline
from newsroom.stories.intake.parts import Part, Piece, Pieces
from newsroom.stories.intake.words import ends_like_a_sentence

MAX_WIDTH = 140
"""Characters; nobody wraps lines wider, so a longer line is a paragraph of its own."""
MIN_WIDTH = 45
SLACK = 3
"""Characters by which a wrapping program may fall short: marks and double blanks made one."""
SURPLUS = 12
"""Columns by which a line may pass the width that was measured on a few others."""
FULL_SHARE = 0.75
"""How many of the lines that run on must be full."""
LONGER_SHARE = 0.1
"""How many lines may be longer: addresses, and a headline pasted in."""
QUOTED_SHARE = 0.8
"""A mail whose lines are nearly all quoted is a forwarded story, not a story of quotations."""

LEADING_ON = listed(
    "a, an, and, as, at, by, for, from, in, is, of, on, or, said, that, the, to, was, with"
)
"""Words on which no line ends that is whole."""
QUOTE_MARK = re.compile(r"(?:>\s?)+")
BULLET = re.compile(r"(?:[•·▪‣●○◦]|[*–-]{1,2}(?=\s)|\d{1,2}[.)](?=\s))\s*")


@dataclass(frozen=True)
class Line:
    text: str
    width: int
    """Columns up to its last letter, with what it was set in by."""
    apart: bool
    """Whether a blank line stands before it."""
    indented: bool = False
    mark: str = ""
    """The mail program's ">" before it."""


def pieces_of(text: str) -> Pieces:
    """The text in its paragraphs, in order; every word of it is in exactly one."""
    lines = _unquoted(_lines(text))
    width = _wrap_width(lines)
    if width:
        lines = _joined(lines, width)
    marked = sum(bool(line.mark) for line in lines)
    quoted = Part.OPEN if marked > len(lines) * QUOTED_SHARE else Part.BLOCKQUOTE
    return [piece for line in lines for piece in _pieces(line, quoted)]


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    apart = True
    for raw in text.split("\n"):
        if raw.strip():
            lines.append(Line(raw.strip(), len(raw.rstrip()), apart, indented=raw[:1] == " "))
        apart = not raw.strip()
    return lines


def _unquoted(lines: list[Line]) -> list[Line]:
    found: list[Line] = []
    for line in lines:
        mark = QUOTE_MARK.match(line.text)
        if mark:
            line = replace(line, text=line.text[mark.end() :], mark=mark[0].strip())  # noqa: PLW2901
        # A line of nothing but ">" is the blank line of what is quoted.
        if found and not found[-1].text:
            line = replace(line, apart=True)  # noqa: PLW2901
        found.append(line)
    return found


def _wrap_width(lines: list[Line]) -> int:
    """The column at which this text is wrapped; 0 for a text of one line a paragraph.

    A sentence that runs on from line to line is what tells a wrapped text; then nearly each of its
    lines ends where no further word would have fitted, and hardly any line is longer.
    """
    runs_on = [pair for pair in pairwise(lines) if _sentence_runs_on(*pair)]
    width = max((line.width for pair in runs_on for line in pair), default=0)
    full = sum(_would_not_fit(upper, lower, width) for upper, lower in runs_on)
    longer = sum(line.width > width + SURPLUS for line in lines)
    wrapped = full >= len(runs_on) * FULL_SHARE and longer <= len(lines) * LONGER_SHARE
    return width if width >= MIN_WIDTH and wrapped else 0


def _sentence_runs_on(upper: Line, lower: Line) -> bool:
    first = lower.text[:1]
    goes_on = first.isalpha() and not first.isupper() and byline(lower.text) is not Byline.SIGNED
    counts_on = first.isdigit() and upper.text.endswith(",")
    leads_on = upper.text.rpartition(" ")[2] in LEADING_ON
    bracket = upper.text.rfind("(") > upper.text.rfind(")")
    return (
        not lower.apart
        and max(upper.width, lower.width) <= MAX_WIDTH
        and (goes_on or counts_on or leads_on or bracket)
        and not ends_like_a_sentence(upper.text)
    )


def _would_not_fit(upper: Line, lower: Line, width: int) -> bool:
    first = lower.text.split(" ", 1)[0]
    return upper.width + 1 + len(first) > width - SLACK


def _joined(lines: list[Line], width: int) -> list[Line]:
    runs: list[list[Line]] = []
    for line in lines:
        if runs and _runs_on(runs[-1], line, width):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [
        replace(
            run[0],
            text=" ".join(line.text for line in run),
            mark=" ".join(line.mark for line in run).strip(),
        )
        for run in runs
    ]


def _runs_on(above: list[Line], line: Line, width: int) -> bool:
    last = above[-1]
    set_in = line.indented and not last.indented and not BULLET.match(above[0].text)
    return (
        not (line.apart or set_in or BULLET.match(line.text))
        and not (line.text[:1].isupper() and byline(line.text) is Byline.SIGNED)
        and bool(line.mark) == bool(last.mark)
        and last.width <= width + SURPLUS
        and _would_not_fit(last, line, width)
    )


def _pieces(line: Line, quoted: Part) -> Pieces:
    if not line.mark:
        return [Piece(line.text, line.apart)]
    mark = Piece(line.mark, line.apart, Part.MARK)
    return [mark, Piece(line.text, line.apart, quoted)] if line.text else [mark]

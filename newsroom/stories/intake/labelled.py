"""What a text says of its own parts: "Headline: ...", "Dateline: ...", and Markdown's "## "."""

import re
from dataclasses import replace

from newsroom.stories.intake.parts import Part, Piece, Pieces

LABELS = (
    (r"headline|hed|title", Part.HEADLINE),
    (r"standfirst|deck|dek|subhead(?:line)?|sub-headline", Part.STANDFIRST),
    (r"byline|by-line|author", Part.BYLINE),
    (r"dateline|place-line", Part.DATELINE),
    (r"body(?: text)?|copy|text|story|article", Part.OPEN),
)
"""The words before the colon, and the part they name."""

LABEL = re.compile(
    "|".join(f"(?P<p{i}>(?:{words}))" for i, (words, _) in enumerate(LABELS)) + "", re.IGNORECASE
)
FIELD = re.compile(rf"(?:{LABEL.pattern})\s*:(?=\s|$)\s*", re.IGNORECASE)
MARKDOWN = re.compile(r"(#{1,6})\s+(?=\S)")
ONCE = {Part.HEADLINE, Part.STANDFIRST, Part.BYLINE, Part.DATELINE}
TOP = 25
"""Pieces from the beginning in which labels are looked for."""


def read_labels(pieces: Pieces) -> Pieces:
    """Give each labelled piece its part; the label is a mark. Raises nothing: no label, no change."""
    found: Pieces = []
    awaited: Part | None = None
    known: set[Part] = set()
    for i, piece in enumerate(pieces):
        part, label, rest = _label(piece) if i < TOP else (None, "", "")
        if part is Part.OPEN and not known:
            part = None  # "Story:" alone names nothing where nothing else is named
        if part is not None and part not in known:
            known |= {part} & ONCE
            found.append(replace(piece, text=label, part=Part.MARK))
            awaited = None if rest else part
            found += [replace(piece, text=rest, part=part)] if rest else []
        elif awaited is not None and piece.open:
            found.append(piece.as_part(awaited))
            awaited = None
        else:
            found += _markdown(piece, known)
    return found


def _label(piece: Piece) -> tuple[Part | None, str, str]:
    if piece.open and piece.text.casefold() == "by":
        return Part.BYLINE, piece.text, ""
    match = FIELD.match(piece.text) if piece.open else None
    if match is None:
        return None, "", ""
    part = next(p for i, (_, p) in enumerate(LABELS) if match[f"p{i}"])
    return part, match[0].strip(), piece.text[match.end() :]


def _markdown(piece: Piece, known: set[Part]) -> Pieces:
    mark = MARKDOWN.match(piece.text) if piece.open else None
    if mark is None:
        return [piece]
    first = Part.HEADLINE not in known and len(mark[1]) == 1
    known |= {Part.HEADLINE} if first else set()
    part = Part.HEADLINE if first else Part.HEADING
    return [
        replace(piece, text=mark[1], part=Part.MARK),
        replace(piece, text=piece.text[mark.end() :], part=part),
    ]

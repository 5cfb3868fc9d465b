"""A plain text taken apart into a story and what is not the story; no word of it is lost."""

from collections.abc import Callable
from dataclasses import replace

from newsroom.errors import Invalid
from newsroom.stories.intake.asides import embargoed, set_asides
from newsroom.stories.intake.body import BODY, find_body
from newsroom.stories.intake.captions import find_captions
from newsroom.stories.intake.copy_credit import split_credit
from newsroom.stories.intake.decoding import read
from newsroom.stories.intake.labelled import read_labels
from newsroom.stories.intake.lists import find_lists
from newsroom.stories.intake.lone_credits import join_credits
from newsroom.stories.intake.mail import set_mail_aside
from newsroom.stories.intake.parts import (
    BlockKind,
    BodyBlock,
    FigureText,
    Part,
    Piece,
    Pieces,
    SetAside,
    Taken,
)
from newsroom.stories.intake.stamped import cut_stamps
from newsroom.stories.intake.sweeps import sweep_links
from newsroom.stories.intake.top import find_top
from newsroom.stories.intake.twice import set_repeats_aside
from newsroom.stories.intake.units import pieces_of

PASSES: tuple[Callable[[Pieces], Pieces], ...] = (
    read_labels,
    set_mail_aside,
    cut_stamps,
    set_asides,
    sweep_links,
    find_captions,
    join_credits,
    set_repeats_aside,
    find_lists,
    find_top,
    find_body,
)
"""Each decides what it knows and leaves the rest open: the sure signs first, the look of a line
last."""

BETWEEN = {Part.HEADLINE: " ", Part.STANDFIRST: "; ", Part.BYLINE: ", ", Part.DATELINE: " "}
"""How a part reads that stands on several lines of the text."""


def take_apart(text: str | bytes) -> Taken:
    """The parts of a pasted or uploaded text; raises Invalid where it holds no text at all."""
    reading = read(text)
    pieces = pieces_of(reading.text)
    if not pieces:
        raise Invalid("There is no text here yet.", {"text": "Paste the story or choose a file."})
    for find in PASSES:
        pieces = find(pieces)
    taken = _gathered(pieces)
    return replace(taken, notes=(*reading.notes, *_notes(taken, pieces)))


def _gathered(pieces: Pieces) -> Taken:
    body, figures, asides = list[BodyBlock](), list[FigureText](), list[SetAside]()
    for piece in pieces:
        if piece.part in BODY:
            body.append(BodyBlock(BlockKind(piece.part), piece.text))
        elif piece.part is Part.ASIDE:
            asides.append(SetAside(piece.text, piece.reason, len(body)))
        elif piece.figure is not None:
            printed = piece.text.replace("\n", " ")
            figures.append(replace(piece.figure, after_paragraph=len(body), printed=printed))
    return Taken(
        headline=_single(pieces, Part.HEADLINE),
        standfirst=_single(pieces, Part.STANDFIRST),
        byline=_single(pieces, Part.BYLINE),
        dateline=_single(pieces, Part.DATELINE),
        figures=tuple(figures),
        body=tuple(body),
        set_aside=tuple(asides),
        notes=(),
        marks=tuple(mark for piece in pieces for mark in _marks(piece)),
        credit_line=split_credit(tuple(body))[1],
    )


def _single(pieces: Pieces, part: Part) -> str:
    return BETWEEN[part].join(piece.text for piece in pieces if piece.part is part)


def _marks(piece: Piece) -> list[str]:
    """What of a piece is printed nowhere: a mark of its own, or what stood around a caption."""
    if piece.part is Part.MARK:
        return [piece.text]
    if piece.figure is None:
        return []
    left = piece.text
    for printed in (piece.figure.caption, piece.figure.credit):
        left = left.replace(printed, "\n", 1) if printed else left
    return [mark.strip() for mark in left.split("\n") if mark.strip()]


def _notes(taken: Taken, pieces: Pieces) -> list[str]:
    notes = [f"The text names an embargo: “{line}”." for line in embargoed(pieces)]
    if not taken.headline:
        notes.append("No headline was found; write one before you file the story.")
    if not taken.body:
        notes.append("No body was found; put back the lines that belong to the story.")
    if any(not figure.credit for figure in taken.figures):
        notes.append("A caption came without a credit; the photo desk will ask for it.")
    if any(not figure.caption for figure in taken.figures):
        notes.append("A photo credit came without a caption; the photo desk will ask for it.")
    return notes

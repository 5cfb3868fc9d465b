"""Plain text taken apart into the parts of a story: pure, from bytes to a document."""

from newsroom.stories.intake.decoding import MAX_BYTES, MAX_LINES, Reading, decode, read
from newsroom.stories.intake.document import as_document
from newsroom.stories.intake.order import in_order
from newsroom.stories.intake.parts import (
    BlockKind,
    BodyBlock,
    FigureText,
    SetAside,
    Taken,
)
from newsroom.stories.intake.pasted import not_the_story
from newsroom.stories.intake.revise import CaptionAndCredit, Revision, revised
from newsroom.stories.intake.take import take_apart

__all__ = [
    "MAX_BYTES",
    "MAX_LINES",
    "BlockKind",
    "BodyBlock",
    "CaptionAndCredit",
    "FigureText",
    "Reading",
    "Revision",
    "SetAside",
    "Taken",
    "as_document",
    "decode",
    "in_order",
    "not_the_story",
    "read",
    "revised",
    "take_apart",
]

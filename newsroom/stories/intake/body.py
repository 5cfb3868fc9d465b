"""What the body of a story is made of: paragraphs, the headings between them, and where it ends."""

from newsroom.photos.credit_words import listed
from newsroom.stories.intake.copy_credit import is_copy_credit, reports
from newsroom.stories.intake.parts import Part, Piece, Pieces
from newsroom.stories.intake.words import is_loose

MAX_QUESTION_WORDS = 9
QUESTION = listed("""
    what, who, why, how, when, where, which, is, are, will, can, could, does, do, did, has, have,
    should, would, so
""")
MAX_TAIL_WORDS = 7
LEAST = 2
"""Paragraphs before a credit that can end a story."""
MAX_APPENDIX = 15
"""Pieces; more of them are a second story, which nobody may set aside unasked."""
BODY = {Part.PARAGRAPH, Part.HEADING, Part.BLOCKQUOTE, Part.LIST_ITEM}


def find_body(pieces: Pieces) -> Pieces:
    """Decide every piece that is still open."""
    pieces = _without_appendix(pieces)
    follows = _prose_follows(pieces)
    end = _last_prose(pieces)
    furnished = any(piece.part is Part.ASIDE for piece in pieces[end + 1 :])
    return [
        _decided(piece, follows[i], in_tail=i > end >= 0 and furnished) if piece.open else piece
        for i, piece in enumerate(pieces)
    ]


def _without_appendix(pieces: Pieces) -> Pieces:
    """Set aside what a site puts under the copy's own credit: the writers' portraits, mostly."""
    prose = [i for i, piece in enumerate(pieces) if piece.open and not is_loose(piece.text)]
    over = prose[LEAST - 1] if len(prose) >= LEAST else len(pieces)
    ends = [i for i, piece in enumerate(pieces) if i > over and piece.open and reports(piece.text)]
    if not ends or len(pieces) - ends[-1] > MAX_APPENDIX:
        return pieces
    return [
        piece.aside("what follows the copy's own credit")
        if piece.open and i > ends[-1] and not is_copy_credit(piece.text)
        else piece
        for i, piece in enumerate(pieces)
    ]


def _decided(piece: Piece, follows: bool, *, in_tail: bool) -> Piece:  # noqa: FBT001
    text = piece.text
    if follows and (_is_heading(text) or _is_question(text)):
        return piece.as_part(Part.HEADING)
    if in_tail and _is_leftover(text):
        return piece.aside("a loose line after the end of the story")
    return piece.as_part(Part.PARAGRAPH)


def _prose_follows(pieces: Pieces) -> list[bool]:
    """For each piece, whether the next block of the body is a paragraph, a list or a quotation."""
    follows = [False] * len(pieces)
    prose = False
    for i in range(len(pieces) - 1, -1, -1):
        follows[i] = prose
        piece = pieces[i]
        if piece.open:
            prose = not is_loose(piece.text) and not _is_question(piece.text)
        elif piece.part in BODY:
            prose = piece.part is not Part.HEADING
    return follows


def _last_prose(pieces: Pieces) -> int:
    return max(
        (
            i
            for i, piece in enumerate(pieces)
            if piece.part in BODY or (piece.open and not is_loose(piece.text))
        ),
        default=-1,
    )


def _is_heading(text: str) -> bool:
    first = text.lstrip("\"'“‘«([")[:1]
    return is_loose(text) and not first.islower() and not is_copy_credit(text)


def _is_question(text: str) -> bool:
    words = text.split()
    return (
        text.endswith(("?", "؟"))
        and len(words) <= MAX_QUESTION_WORDS
        and words[0].casefold().strip("‘“'\"") in QUESTION
    )


def _is_leftover(text: str) -> bool:
    """A tag or a name among what a site puts under a story; a line with a figure is kept."""
    return (
        is_loose(text)
        and len(text.split()) <= MAX_TAIL_WORDS
        and not any(c.isdigit() for c in text)
        and not is_copy_credit(text)
    )

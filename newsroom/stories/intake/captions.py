"""Which pieces of a text are captions, with their credits, and which only look like one."""

import re
from dataclasses import replace

from newsroom.photos.credit import SLASH, VIA, is_labelled
from newsroom.photos.credit_words import GIVEN_BY
from newsroom.stories.intake.bylines import Byline, byline
from newsroom.stories.intake.copy_credit import is_copy_credit
from newsroom.stories.intake.credits import Strength, figure, is_service, strength
from newsroom.stories.intake.datelines import own_line
from newsroom.stories.intake.endings import split_ending
from newsroom.stories.intake.parts import Part, Piece, Pieces
from newsroom.stories.intake.words import ends_like_a_sentence, is_loose, sentences

MAX_CAPTION = 1_000
MAX_SENTENCES = 8
MIN_WORDS = 3
SHORT = 320
"""Characters up to which a piece without a sign of speech may be a caption beside its credit."""

FILE = re.compile(
    r"(?:FILE|File|ARCHIVE|Archive)(?:\s(?:PHOTO|IMAGE|PICTURE|photo|image|picture))?\s*(?:[-–—:]|\.\s)"
)
NAMED = re.compile(
    r"(?:(?:photo|image|main|figure)\s+)?(?:caption|cutline)\s*(?:[:–—-]|,\s)\s*|caption\s+\d+\s*[:.]\s*",
    re.IGNORECASE,
)
"""What only says that a caption follows."""
PHOTO_LABEL = re.compile(
    r"(?:photo|picture|image|pictured|above|top|below|main picture)\s*:\s+", re.IGNORECASE
)
OPENING = re.compile(
    r"(?:(?:an?|the|this|these|in this|in an?|in these|undated)\s)(?:[\w.,’'-]+\s){0,4}?"
    r"(?:photo|photograph|picture|image|view|screenshot|screengrab|handout|grab|illustration)s?\b",
    re.IGNORECASE,
)
SHOWN = re.compile(
    r"\((?:l|r|c|left|right|centre|center|top|bottom|from left|l-r)[^)]{0,20}\)|,\s(?:left|right|cent(?:er|re))[,.]"
    r"|\b(?:as\s)?(?:seen|pictured|shown)\s(?:here|in|at|from|on|through|near|during|after|as)\b|\bfrom left\b"
    r"|\bposes?\sfor\b|\bfile\s(?:photo|picture|image)\b",
    re.IGNORECASE,
)
SPEECH = re.compile(
    r"\b(?:said|says|told|added|according to|asked|announced|warned|reported|insisted)\b|[“\"«]"
)
PAST = re.compile(r"\b(?:was|were|had|did|went|came|took|got|made|found|[a-z]{2,}ed)\b")
"""A caption tells what is seen, in the present; a paragraph what happened."""
COUNTER = re.compile(
    r"\[?(?:(?:item|image|photo|picture|slide)\s)?\d{1,3}\s?(?:of|/)\s?\d{1,3}\]?[.:]?\s*(?=\S)",
    re.IGNORECASE,
)
LICENSING = re.compile(r"[\s.,]*(?:purchase|acquire|buy)\slicensing\srights.{0,40}$", re.IGNORECASE)


def find_captions(pieces: Pieces) -> Pieces:
    """Give each caption its figure, and mark the credits that stand on lines of their own."""
    opens = [i for i, piece in enumerate(pieces) if piece.open]
    prose = [i for i in opens[1:] if not is_loose(pieces[i].text)]
    first, last = (prose[0], prose[-1]) if prose else (0, -1)
    found: Pieces = []
    for i, piece in enumerate(pieces):
        closing = i > last >= 0 and piece.apart
        if piece.open and closing and piece.text.startswith(("©", "(c)")):
            found.append(piece.aside("a line about rights"))
        elif not piece.open or (closing and is_copy_credit(piece.text)):
            found.append(piece)
        elif _is_credit(piece.text, unmarked=i != opens[0] and not (i <= first and _heads(piece))):
            found.append(piece.as_part(Part.CREDIT))
        elif i <= first and _heads(piece):
            found.append(piece)
        else:
            found += _caption(piece, on_top=i <= first, closes=i >= last > first)
    return found


def _heads(piece: Piece) -> bool:
    """Whether a line over the first paragraph is a byline or a dateline, however like a credit."""
    return byline(piece.text) >= Byline.ROLE or bool(own_line(piece.text))


def _caption(piece: Piece, *, on_top: bool, closes: bool) -> Pieces:
    before, text, after = _without_counter(piece)
    caption, credit, sure = split_ending(text)
    start = _start(caption)
    caption = caption[start:]
    named = start > 0 or bool(FILE.match(caption))
    plain = len(caption) <= MAX_CAPTION and sentences(caption) <= MAX_SENTENCES and caption
    if plain and (named or _is_caption(caption, sure, on_top=on_top, closes=closes)):
        return [*before, _figure(piece, text, caption, credit), *after]
    return [piece]


def _is_caption(caption: str, sure: Strength, *, on_top: bool, closes: bool) -> bool:
    if len(caption.split()) < MIN_WORDS and sure is not Strength.STRONG:
        return False
    if sure is Strength.STRONG:
        return True
    if sure is Strength.WEAK:
        told = SPEECH.search(caption) and not on_top
        unended = not ends_like_a_sentence(caption) and PAST.search(caption)
        return not (told or unended or closes)
    return on_top and bool(OPENING.match(caption)) and not SPEECH.search(caption)


def _figure(piece: Piece, text: str, caption: str, credit: str) -> Piece:
    return replace(piece, text=text, part=Part.FIGURE, figure=figure(caption, credit))


def _start(text: str) -> int:
    """Where the caption begins, after a label that only says that it is one."""
    named = NAMED.match(text) or PHOTO_LABEL.match(text)
    return named.end() if named else 0


def _without_counter(piece: Piece) -> tuple[Pieces, str, Pieces]:
    """A caption between a gallery's "[1/3]" and its "Purchase licensing rights"."""
    text = piece.text
    counter, licensing = COUNTER.match(text), LICENSING.search(text, max(0, len(text) - 100))
    before = (
        [replace(piece, text=counter[0].strip()).aside("a counter or button of a gallery")]
        if counter
        else []
    )
    after = (
        [replace(piece, text=licensing[0].strip()).aside("a line about rights")]
        if licensing
        else []
    )
    end = licensing.start() if licensing else len(text)
    return before, text[counter.end() if counter else 0 : end].rstrip(), after


def _is_credit(text: str, *, unmarked: bool) -> bool:
    """Whether a line is nothing but a credit; `unmarked`: even without a label or brackets."""
    sure = strength(text)
    if text[0] in "([©" or is_labelled(text):
        return sure > Strength.NONE
    if not unmarked or sure is not Strength.STRONG:
        return False
    return bool(SLASH.search(text) or VIA.search(text) or GIVEN_BY.match(text)) or is_service(text)


def could_be_caption(piece: Piece, *, beside: bool) -> bool:
    """Whether a piece next to a lone credit is its caption; `beside`: no blank line between."""
    text = piece.text
    if not piece.open or len(text) > MAX_CAPTION or byline(text) >= Byline.ROLE or own_line(text):
        return False
    if OPENING.match(text) or SHOWN.search(text):
        return True
    told = SPEECH.search(text) or (not beside and PAST.search(text))
    return (beside or len(text) <= SHORT) and not told

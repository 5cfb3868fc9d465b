"""What stands over a story: the sections and names before a headline, and the headline itself."""

from itertools import zip_longest

from newsroom.stories.intake.bylines import Byline, byline
from newsroom.stories.intake.datelines import is_sure, run_in
from newsroom.stories.intake.mail import headline_from_subject
from newsroom.stories.intake.parts import Part, Pieces
from newsroom.stories.intake.places import SECTIONS
from newsroom.stories.intake.under_headline import MAX_TOP, opens, read_under_headline
from newsroom.stories.intake.words import is_loose, sentences

MAX_HEADLINE = 250
MAX_ENDED_HEADLINE = 90
"""Characters of a headline with a full stop; a longer one is a paragraph."""
MAX_SECTION_WORDS = 4


def find_top(pieces: Pieces) -> Pieces:
    found = list(pieces)
    start = _find_headline(found)
    if not any(piece.part is Part.HEADLINE for piece in found):
        found = headline_from_subject(found)
        start = 0
    return read_under_headline(found, start)


def _find_headline(pieces: Pieces) -> int:
    """Decide what stands before the headline, and the headline; where to look on."""
    labelled = next((i for i, p in enumerate(pieces) if p.part is Part.HEADLINE), None)
    if labelled is not None:
        return labelled + 1
    top = opens(pieces)[:MAX_TOP]
    for i, below in zip_longest(top, top[1:]):
        piece = pieces[i]
        more = below is not None and could_be_headline(pieces[below].text)
        if more and _is_section(piece.text):
            pieces[i] = piece.aside("the name of a section")
        elif more and byline(piece.text) is Byline.SIGNED:
            pieces[i] = piece.as_part(Part.BYLINE)
        elif more and is_sure(piece.text):
            pieces[i] = piece.as_part(Part.DATELINE)
        elif below is None and piece.text.endswith("."):
            return i  # a single sentence is a body to which a headline is still to be written
        elif could_be_headline(piece.text):
            pieces[i] = piece.as_part(Part.HEADLINE)
            return i + 1
        else:
            return i
    return 0


def could_be_headline(text: str) -> bool:
    if len(text) > MAX_HEADLINE or (run_in(text) is not None and not is_loose(text)):
        return False
    if text.endswith((".", ":")):
        return len(text) <= MAX_ENDED_HEADLINE and sentences(text) == 1
    return not text.endswith(",")


def _is_section(text: str) -> bool:
    words = text.casefold().replace("|", " ").replace("/", " ").split()
    return 0 < len(words) <= MAX_SECTION_WORDS and all(word in SECTIONS for word in words)

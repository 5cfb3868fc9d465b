"""What a mail puts around the story it carries: its headers, its greeting, its signature."""

import re
from dataclasses import replace

from newsroom.stories.intake.parts import Part, Pieces
from newsroom.stories.intake.words import is_loose

TOP = 60
"""Pieces from the beginning in which headers are looked for."""
LEAST = 2
"""Headers that make a mail; "Date:" alone may stand in any text."""
MAX_LENGTH = 400

HEADER = re.compile(
    r"(from|to|cc|bcc|sent|date|subject|reply-to|attachments?|importance|message-id|mime-version"
    r"|content-type|content-transfer-encoding|von|an|betreff|gesendet|objet|asunto|מאת|אל|נושא|תאריך)"
    r"\s*:\s?(.*)",
    re.IGNORECASE,
)
ADDRESSING = {"from", "to", "subject", "von", "an", "betreff", "objet", "asunto"}
SUBJECT = re.compile(
    r"(?:subject|betreff|objet|asunto|נושא)\s*:\s*(?:(?:re|fw|fwd|aw|wg)\s*:\s*)*", re.IGNORECASE
)
FORWARDED = re.compile(
    r"-{2,}\s?(?:forwarded|original) message\s?-{2,}|begin forwarded message:?|on .{8,120} wrote:",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|shalom|greetings|to whom)\b[^.!?]{0,60}[,!:.–-]?",
    re.IGNORECASE,
)
COVER = re.compile(
    r"(?:please (?:find|see)|here(?:'s|’s| is| are| comes)|below is|below you|attached|as (?:discussed|agreed|promised)"
    r"|fyi|pls|this is (?:my|the|our)|my (?:story|copy|piece|report)|i(?:'m|’m| am) (?:sending|filing)|filing)\b.{0,200}",
    re.IGNORECASE,
)
SIGNATURE = re.compile(r"--|—")


def set_mail_aside(pieces: Pieces) -> Pieces:
    headers = _headers(pieces)
    found = [
        piece.aside("a header of a mail") if i in headers else piece
        for i, piece in enumerate(pieces)
    ]
    return _without_greeting(found) if headers or _greets(found) else found


def _headers(pieces: Pieces) -> set[int]:
    names: set[str] = set()
    places: set[int] = set()
    for i, piece in enumerate(pieces[:TOP]):
        match = HEADER.fullmatch(piece.text) if len(piece.text) <= MAX_LENGTH else None
        if piece.open and match:
            names.add(match[1].casefold())
            places.add(i)
        elif piece.open and FORWARDED.fullmatch(piece.text):
            places.add(i)
        elif places and names:
            break
    return places if len(names) >= LEAST and names & ADDRESSING else set()


def _greets(pieces: Pieces) -> bool:
    first = next((piece for piece in pieces if piece.open), None)
    return first is not None and bool(GREETING.fullmatch(first.text)) and first.text[-1] in ",!:–-"


def _without_greeting(pieces: Pieces) -> Pieces:
    """Set aside what is said to the desk before the story begins."""
    found = list(pieces)
    for i, piece in enumerate(pieces):
        if not piece.open:
            continue
        if not (GREETING.fullmatch(piece.text) or COVER.fullmatch(piece.text)):
            break
        found[i] = piece.aside("a line of a mail")
    return found


def headline_from_subject(pieces: Pieces) -> Pieces:
    """Where a text begins without a headline, a mail's subject serves as one."""
    for i, piece in enumerate(pieces):
        mark = SUBJECT.match(piece.text) if piece.part is Part.ASIDE else None
        rest = piece.text[mark.end() :] if mark else ""
        if mark and rest and is_loose(rest):
            head = replace(piece, text=mark[0].strip(), part=Part.MARK, reason="")
            return [
                *pieces[:i],
                head,
                replace(piece, text=rest, part=Part.HEADLINE, reason=""),
                *pieces[i + 1 :],
            ]
    return pieces

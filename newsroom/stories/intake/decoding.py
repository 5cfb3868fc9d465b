"""What the bytes of an upload are: which encoding of a text, or no plain text at all."""

import codecs
from dataclasses import dataclass

from newsroom.errors import Invalid
from newsroom.stories.intake.characters import clean

MAX_BYTES = 1_000_000
"""The longest newspaper story is a fiftieth of it."""
MAX_LINES = 5_000
"""Lines with words in them; it bounds the work that a hostile text can ask for."""
SAMPLE = 4_096
"""Bytes looked at to tell text from what is not."""
MAX_CONTROLS = 0.1
"""The share of control bytes above which a sample is no text."""

NOT_TEXT = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a Word document or another archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich text document"),
    (b"\xff\xd8\xff", "a photo"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
)
"""How files begin that people send in place of a text, and what to call them."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32's mark begins with UTF-16's, so it is asked for first."""

WINDOWS = {b: bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xA0)}
"""Windows-1252 where it is not Latin-1. The five bytes it leaves free stay the controls they are in
Latin-1, and go out with the rest of them."""


@dataclass(frozen=True)
class Reading:
    text: str
    notes: tuple[str, ...]


def decode(data: bytes) -> str:
    """The text of these bytes; raises Invalid where they hold none, or more than 1 MB."""
    return read(data).text


def read(data: bytes | str) -> Reading:
    """The text of an upload or a paste, fit for print, and what had to be done to it."""
    text, guessed = (data, ()) if isinstance(data, str) else _decoded(data)
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise Invalid("This text is longer than 1 MB, which is more than any story.")
    if text.lstrip()[:15].casefold().startswith(("<!doctype", "<html", "<?xml")):
        raise Invalid("This is the source of a web page; copy the text from the page instead.")
    cleaned, notes = clean(text)
    if sum(bool(line.strip()) for line in cleaned.split("\n")) > MAX_LINES:
        raise Invalid(f"This text has more than {MAX_LINES:,} lines, which is more than any story.")
    return Reading(cleaned, guessed + notes)


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    if len(data) > MAX_BYTES:
        raise Invalid("This file is larger than 1 MB, which is more than any story.")
    for start, name in NOT_TEXT:
        if data.startswith(start):
            raise Invalid(
                f"This is {name}, not plain text; copy the text out of it and paste that."
            )
    encoding = _marked(data) or _wide(data)
    if not encoding and _control_share(data[:SAMPLE]) > MAX_CONTROLS:
        raise Invalid("This file is not plain text.")
    try:
        return data.decode(encoding or "utf-8").removeprefix("\ufeff"), ()
    except UnicodeDecodeError:
        if encoding:
            raise Invalid("This file breaks off within a character; save it anew.") from None
    return data.decode("latin-1").translate(WINDOWS), (
        "The text was read as Windows-1252; check the accents and quotation marks.",
    )


def _marked(data: bytes) -> str:
    return next((encoding for mark, encoding in MARKS if data.startswith(mark)), "")


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of plain letters is zero."""
    sample = data[: SAMPLE // 2 * 2]
    if len(data) % 2 or len(sample) < 4:  # noqa: PLR2004 - two characters
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.3 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.3 and odd < half * 0.05 else ""


def _control_share(sample: bytes) -> float:
    return sum(b < 32 and b not in b"\t\n\v\f\r\x1b" for b in sample) / max(1, len(sample))  # noqa: PLR2004

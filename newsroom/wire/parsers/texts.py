"""How words from outside become plain text that can be stored, shown and compared."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x85]")
_BLANKS = re.compile(r"[^\S\n]+")
_BLANK_LINE = re.compile(r"\n(?: ?\n)+")


def cleaned(raw: str) -> str:
    """No controls and no lone surrogates; blanks folded, line ends kept as they are meant."""
    text = raw.encode("utf-8", "replace").decode("utf-8") if not raw.isascii() else raw
    return _BLANKS.sub(" ", _CONTROL.sub("", _LINE_ENDS.sub("\n", text)))


def line(raw: str) -> str:
    """One line, blanks folded."""
    return " ".join(cleaned(raw).split())


def paragraphs(raw: str) -> tuple[str, ...]:
    """Parted at empty lines; where there is none, every line is a paragraph."""
    text = cleaned(raw).strip()
    parts = _BLANK_LINE.split(text)
    if len(parts) == 1:
        parts = text.split("\n")
    return tuple(filter(None, (" ".join(part.split()) for part in parts)))


def quoted(raw: str) -> str:
    """Foreign words as a note shows them: one line, not too long."""
    words = line(raw[:400])
    return f"“{words[:80]}…”" if len(words) > 80 else f"“{words}”"  # noqa: PLR2004 - a note's width

"""How words from outside become words that can be stored, shown and printed."""

import re
from unicodedata import normalize

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x85]")
BLANKS = re.compile(r"[^\S\n]+")
EMPTY_LINES = re.compile(r"\n{3,}")

LOOKED_AT = 15_000
"""Characters; the longest field keeps 4,000, and composing makes at most three of them into one.

Putting marks in order costs the square of their number, and a megabyte of them may come in.
"""


def clean_line(raw: str) -> str:
    """One line: no controls, no lone surrogates, blanks folded."""
    return " ".join(clean_paragraphs(raw).split())


def clean_paragraphs(raw: str) -> str:
    """Lines kept: no controls, no lone surrogates, blanks folded within each."""
    text = LINE_ENDS.sub("\n", raw.encode("utf-8", "replace").decode("utf-8"))
    text = BLANKS.sub(" ", CONTROL.sub("", text).replace("\t", " "))
    text = "\n".join(line.strip() for line in text.split("\n"))
    return normalize("NFC", EMPTY_LINES.sub("\n\n", text).strip()[:LOOKED_AT])


def cut(text: str, limit: int) -> str:
    """At most `limit` characters, ended at a blank where one is near."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    at = head.rfind(" ", limit - 40)
    return (head if at < 0 else head[:at]).rstrip()

"""Bytes into text, in the code page they are in and not in the one they only say they are in."""

import codecs
import re
from dataclasses import dataclass

_KNOWN = re.compile(
    r"(?:utf-?(?:8|16|32)(?:-?[lb]e)?|us-ascii|ascii|(?:iso-?8859|windows|cp|ibm)-?\d{1,5}|latin-?\d"
    r"|koi8-[ru]|mac-?roman|gb2312|gbk|gb18030|big5|shift[-_]jis|euc-(?:jp|kr)|iso-2022-jp)",
    re.IGNORECASE,
)
"""Code pages that agencies send. Python knows more, among them some that unpack or that crawl."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
    (b"{\x00", "utf-16-le"),
    (b"\x00{", "utf-16-be"),
)
_OF_XML = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']""")
_DOS_LETTER = re.compile(rb"(?<=[A-Za-z])[\x80-\x9a\xa0-\xa5](?=[A-Za-z])")
_WINDOWS_LETTER = re.compile(rb"(?<=[A-Za-z])[\xc0-\xff](?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text without a byte order mark, and what was wrong with what it says of itself."""

    text: str
    notes: tuple[str, ...] = ()


def decoded(raw: bytes) -> Decoded:
    """By its mark, else UTF-8 where it fits, else as declared, else the likeliest code page."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _marked(raw, name)
    declared = _declared(raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _in_code_page(raw, declared)
    wrong = declared and not raw.isascii() and _name(declared) != "utf-8"
    notes = (f"The file says it is in {declared}, but it is in UTF-8.",) if wrong else ()
    return Decoded(text, notes)


def _marked(raw: bytes, name: str) -> Decoded:
    try:
        return Decoded(raw.decode(name).removeprefix("\ufeff"))
    except UnicodeDecodeError:
        text = raw.decode(name, "replace").removeprefix("\ufeff")
        return Decoded(text, (f"Some characters of the file are no {name.upper()}.",))


def _declared(raw: bytes) -> str:
    found = _OF_XML.search(raw[:1_000])
    return found[1].decode("ascii") if found else ""


def _in_code_page(raw: bytes, declared: str) -> Decoded:
    if declared and _name(declared) not in {"", "utf-8", "ascii"}:
        try:
            return Decoded(raw.decode(_name(declared)))
        except UnicodeDecodeError:
            pass
    guess = "cp850" if _looks_like_dos(raw) else "cp1252"
    text = raw.decode(guess, "replace")
    if "\ufffd" in text:
        guess, text = "latin-1", raw.decode("latin-1")
    said = f"says it is in {declared}" if declared else "does not say its code page"
    return Decoded(text, (f"The file {said}; it was read as {guess}.",))


def _name(declared: str) -> str:
    """Python's name of a code page that agencies send; empty for any other."""
    if not _KNOWN.fullmatch(declared):
        return ""
    try:
        return codecs.lookup(declared).name
    except LookupError:
        return ""


def _looks_like_dos(raw: bytes) -> bool:
    """Old wire machines wrote ä and é where Windows has quotes and dashes."""
    sample = raw[:200_000]
    return len(_DOS_LETTER.findall(sample)) > len(_WINDOWS_LETTER.findall(sample))

"""Which characters of a text are kept: line ends made one, blanks made plain, the unprintable out."""

import re

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
HALVES = re.compile("[\ud800-\udfff]")
INVISIBLE = re.compile("[\xad\u200b\u2060\ufeff]")
"""Soft hyphens and blanks of no width: on a web page they guide the line breaks, in copy they only
hide a word from every search. Joiners and direction marks carry meaning and stay."""

OUT = (
    (CONTROLS, "Control characters were taken out of the text."),
    (HALVES, "Broken characters were taken out of the text; look for gaps in words."),
    (INVISIBLE, "Invisible characters were taken out of the text."),
)
"""What no document may hold or nobody can see, and what the person who pasted it is told."""

BLANK = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
BLANKS = re.compile(f"[ {BLANK}]{{2,}}|[{BLANK}]")
"""All but a single plain one, which is as it should be."""
BINDING = re.compile(
    "(?<=[0-9])[\xa0\u202f](?=[\\w%€$£])|[\xa0\u202f](?=[:;!?»%])|(?<=«)[\xa0\u202f]"
)
"""Where a no-break blank belongs: within a figure, and at French punctuation. Elsewhere it came
from a web page and would only keep a name from being found."""


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """The text fit for print, and a sentence for each kind of thing that was taken out."""
    notes = []
    text = LINE_ENDS.sub("\n", text)
    for pattern, sentence in OUT:
        text, count = pattern.subn("", text)
        if count:
            notes.append(sentence)
    return BLANKS.sub(_plain, text), tuple(notes)


def _plain(blanks: re.Match[str]) -> str:
    """One blank; but the start of a line keeps its width, which tells how a text was wrapped."""
    if blanks.string[blanks.start() - 1 : blanks.start()] in {"", "\n"}:
        return " " * len(blanks[0])
    binding = BINDING.match(blanks.string, blanks.start())
    return binding[0] if binding and binding.end() == blanks.end() else " "

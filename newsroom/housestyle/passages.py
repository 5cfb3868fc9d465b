"""The text blocks of a document in order, as the check reads them."""

import re
from dataclasses import dataclass

# A quotation may run over consecutive blocks of running text, never through these.
APART = frozenset(["headline", "standfirst", "byline", "dateline", "caption", "heading"])
# Who wrote and who took the picture: people's own names, spelt as they spell them.
NOT_READ = frozenset(["byline", "credit_line"])

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """One text block; `start` is its place in the document and only handed through."""

    text: str
    start: int = 0
    # True where the document's structure says so: a block quotation.
    quoted: bool = False
    # The block's node name: headline, dateline, paragraph, caption, ...
    kind: str = "paragraph"


def passages_of(text: str) -> list[Passage]:
    """Take plain text apart at blank lines; `start` is the code point offset of each part."""
    passages = []
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        passages.append(Passage(text[start : gap.start()], start))
        start = gap.end()
    passages.append(Passage(text[start:], start))
    return passages

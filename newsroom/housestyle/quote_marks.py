"""Quotation marks in a text: where they stand, and whether they can open or close there."""

import re
from dataclasses import dataclass

from newsroom.housestyle.folding import is_invisible, is_mark

# Which signs close what an opening sign began: those of the right shape, and those that hurried
# typing mixes in.
PARTNERS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    '"': (frozenset('"'), frozenset("”")),
    "“": (frozenset("”"), frozenset('"“')),
    "„": (frozenset("“”"), frozenset('"')),
    "‟": (frozenset("”"), frozenset('"')),
    "”": (frozenset("”"), frozenset('"')),
    "«": (frozenset("»"), frozenset()),
    "»": (frozenset("«"), frozenset("»")),
    "‹": (frozenset("›"), frozenset()),
    "›": (frozenset("‹"), frozenset()),
    "「": (frozenset("」"), frozenset()),
    "『": (frozenset("』"), frozenset()),
    "``": (frozenset(["''"]), frozenset('"')),
    "''": (frozenset(["''"]), frozenset('"')),
}
OPENERS = frozenset(["“", "„", "‟", "«", "‹", "「", "『", "``"])
SINGLES = frozenset("'‘’‚‛`´")

_MARK = re.compile("``|''|[\"“”„‟«»‹›「」『』'‘’‚‛`´]")
_BEFORE_AN_OPENER = frozenset("([{<-–—―/=:“„«‹‘\"'`")
_AFTER_A_CLOSER = frozenset(")]}>-–—―/.,;:!?…”»›’\"'")
_STOPS = frozenset(".,;:!?…-–—)]\"“”»›'’")
# A neighbour is looked for behind this many marks and invisible signs, no further.
_REACH = 8


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """One mark with its visible neighbours ("" at the edge of the text)."""

    start: int
    end: int
    sign: str
    before: str
    after: str

    @property
    def within_word(self) -> bool:
        """An apostrophe, geresh or gershayim, whatever it looks like."""
        return self.before.isalpha() and self.after.isalpha()

    @property
    def may_open(self) -> bool:
        free = not self.before or self.before.isspace() or self.before in _BEFORE_AN_OPENER
        return (
            free and bool(self.after) and not self.after.isspace() and self.after not in ",;!?)]—–"
        )

    @property
    def may_close(self) -> bool:
        held = bool(self.before) and not self.before.isspace() and self.before not in "([{"
        free = not self.after or self.after.isspace() or self.after in _AFTER_A_CLOSER
        return held and free

    @property
    def after_stop(self) -> bool:
        return self.before in _STOPS


def quote_marks(text: str) -> list[QuoteMark]:
    """Find every mark that is not inside a word, in order."""
    marks = [
        QuoteMark(
            start=found.start(),
            end=found.end(),
            sign=found.group(),
            before=_visible_before(text, found.start()),
            after=_visible_after(text, found.end()),
        )
        for found in _MARK.finditer(text)
    ]
    return [mark for mark in marks if not mark.within_word]


def _visible_before(text: str, offset: int) -> str:
    for index in range(offset - 1, max(-1, offset - 1 - _REACH), -1):
        if not _is_attached(text[index]):
            return text[index]
    return ""


def _visible_after(text: str, offset: int) -> str:
    for index in range(offset, min(len(text), offset + _REACH)):
        if not _is_attached(text[index]):
            return text[index]
    return ""


def _is_attached(character: str) -> bool:
    return not character.isascii() and (is_mark(character) or is_invisible(character))

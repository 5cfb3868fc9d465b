"""Stretches of text that are not prose: links, mail addresses, handles and tags."""

import re

from newsroom.housestyle.spans import Span, touches

_STOPS = r"[^\s<>\"“”«»—]"
_DOMAINS = (
    "com|org|net|info|edu|gov|mil|int|eu|io|tv|co|news|app|dev|online|"
    "il|ps|eg|sy|lb|jo|iq|ir|sa|ae|qa|tr|ru|ua|uk|us|ca|de|fr|pl|au"
)
# Every repeat is bounded: an unbounded one is quadratic on a long run of letters.
# "LVIV.COM" in a headline, but not "Lviv.De Gaulle", where a blank was forgotten.
_DOMAIN = f"(?:{_DOMAINS}|{_DOMAINS.upper()})"
_ADDRESS = re.compile(
    rf"""
      \b[a-zA-Z][a-zA-Z0-9+.-]{{1,15}}://{_STOPS}{{1,2000}}
    | \b(?:mailto|tel|MAILTO):{_STOPS}{{1,200}}
    | \b(?:www|WWW|Www)\.{_STOPS}{{1,2000}}
    | (?<![\w.%+-])[\w.%+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,8}}
    | (?<!\w)[@＠][\w.]{{1,64}}
    | (?<![\w&])[\#＃]\w{{1,140}}
    | (?<![\w.-])(?:[\w-]{{1,63}}\.){{1,6}}{_DOMAIN}(?![\w-])(?:[/?]{_STOPS}{{0,2000}})?
    """,
    re.VERBOSE,
)
# No address goes over these; what is not followed by more than one stop is none either.
_OUTSIDE = frozenset(["", *' \n\t\r\u00a0<>"“”«»—'])
_PUNCTUATION = frozenset(",.;:!?)'’")
# A listed spelling may itself be a handle or the name of a site.
_SIGNS = frozenset("@＠#＃.:/")


def addresses(text: str) -> list[Span]:
    """Find them in order, as code point spans; linear in the length of the text."""
    return [found.span() for found in _ADDRESS.finditer(text)]


class Surroundings:
    """Looks for addresses only around the words asked about, which must be asked in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        # How far the text was searched: the same stretch without a blank is searched once.
        self._end = 0
        self._found: list[Span] = []

    def is_address(self, start: int, end: int) -> bool:
        if _stands_in_prose(self._text, start, end):
            return False
        if end > self._end:
            self._search(start, end)
        return touches(self._found, start, end)

    def _search(self, start: int, end: int) -> None:
        text, done = self._text, self._end
        blank = max(text.rfind(" ", done, start), text.rfind("\n", done, start), done - 1)
        first, last = blank + 1, text.find(" ", end)
        self._end = len(text) if last < 0 else last
        self._found += [(first + a, first + b) for a, b in addresses(text[first : self._end])]


def _stands_in_prose(text: str, start: int, end: int) -> bool:
    """Blanks or quotation marks on both sides, with at most a stop or a possessive behind."""
    if start and text[start - 1] not in _OUTSIDE:
        return False
    if not _SIGNS.isdisjoint(text[start:end]):
        return False
    after = text[end : end + 1]
    if after in _OUTSIDE:
        return True
    if after not in _PUNCTUATION:
        return False
    behind = text[end + 1 : end + 2]
    return behind in _OUTSIDE or (behind == "s" and text[end + 2 : end + 3] in _OUTSIDE)

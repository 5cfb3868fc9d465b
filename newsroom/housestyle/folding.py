"""How characters fold: case, marks, apostrophes, hyphens, blanks and invisible signs set aside."""

import unicodedata

# Every sign that writers and keyboards put where a name has an apostrophe, ayin or hamza.
APOSTROPHES = frozenset("'`´‘’‛ʹʻʼʽʾʿ′＇")
HYPHENS = frozenset("-‐‑")
# Letters that carry a stroke or lack a dot: no mark comes off in decomposition.
_UNMARKED = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t"}

# Signs of good print and what stands for them, so that the shadow of most English is ASCII, which
# every later step reads fastest. A dash is no hyphen: a name does not run on over it.
PLAIN_SIGNS = {
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("–—―", "|"),
    "…": ".",
}
# Ligatures of letters are shorter; what is longer is a phrase in one sign, and no name.
_LONGEST_EXPANSION = 4


HALF = "\ufffd"
"""In place of half a pair, which no matcher takes and no story may hold."""


def is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")


def is_invisible(character: str) -> bool:
    """Soft hyphens, zero-width signs and direction marks."""
    return unicodedata.category(character) == "Cf"


def fold_character(character: str) -> str:
    """Return none, one or several characters; a hyphen counts as a blank, for writers vary it."""
    if character in APOSTROPHES:
        return "'"
    if "\ud800" <= character <= "\udfff":
        return HALF
    if character in HYPHENS or character.isspace():
        return " "
    if is_invisible(character):
        return ""
    character = PLAIN_SIGNS.get(character, character)
    bare = "".join(c for c in unicodedata.normalize("NFKD", character) if not is_mark(c))
    if len(bare) > _LONGEST_EXPANSION:
        return character
    return "".join(_UNMARKED.get(c, c) for c in bare.lower())


class FoldTable(dict[int, str]):
    """A table for `str.translate` that learns each code point the first time it is met."""

    def __init__(self) -> None:
        super().__init__()
        # Characters known to fold to exactly one.
        self._even: set[str] = set()

    def __missing__(self, code_point: int) -> str:
        folded = self[code_point] = fold_character(chr(code_point))
        if len(folded) == 1:
            self._even.add(chr(code_point))
        return folded

    def odd_of(self, signs: set[str]) -> str:
        """Those of the characters that fold to none or to several."""
        for sign in signs:
            self[ord(sign)]
        return "".join(sorted(signs - self._even))


FOLDS = FoldTable()


def fold(text: str) -> str:
    return " ".join(text.translate(FOLDS).split())


def letters(text: str) -> str:
    """Fold everything but marks and hyphens: tells Erdoğan from Erdogan, al-Qaida from al Qaida."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFC", text) if not is_invisible(c))
    return " ".join(text.lower().translate(_ALIKE).split())


_ALIKE = dict.fromkeys(map(ord, APOSTROPHES), "'") | dict.fromkeys(map(ord, HYPHENS), "-")


def without_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not is_mark(c))

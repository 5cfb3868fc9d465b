"""How the newsroom is searched: copy and question folded to the same words, for either database.

Both databases are given words that are parted already, so that neither one's own idea of a word
decides what is found.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import combining, normalize

MOST_WORDS = 15_000
"""Of one item; what stands behind them is not found. PostgreSQL counts positions up to 16,383."""
LONGEST_WORD = 60
"""Bytes. With it all words of an item fit into PostgreSQL's megabyte."""
LONGEST_QUESTION = 200
"""Characters."""
MOST_TERMS = 12
SHORTEST_PREFIX = 2
"""Letters; to look for all that begins with one would be to look for everything."""

SHORT = 4
"""Letters of a word that so much copy holds that a phrase of such words is told by its pairs."""

_WITHOUT_BLANKS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Letters of Thai, Lao, Burmese, Khmer, Japanese and Chinese: each is a word of its own."""

_STROKES = str.maketrans({"đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe"})
"""Letters that Unicode takes for ones of their own, and that people type without their stroke."""

_WORD = re.compile(rf"(?=\w)[{_WITHOUT_BLANKS}]|(?:(?![{_WITHOUT_BLANKS}_])\w)+")
_TERM = re.compile(r'["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand one behind the other; of a prefix the last one may go on."""

    words: tuple[str, ...]
    begins: bool = False


def words_of(texts: Iterable[str]) -> list[str]:
    """The words of an item's texts in order, at most MOST_WORDS."""
    found: list[str] = []
    for text in texts:
        for word in _words(text):
            if len(found) == MOST_WORDS:
                return found
            found.append(word)
    return found


def terms_of(question: str) -> list[Term]:
    """Every term must be found: words, "words in quotation marks", and wor*. Nothing is refused."""
    found: list[Term] = []
    for quoted, plain in _TERM.findall(question[:LONGEST_QUESTION]):
        words = tuple(_words(quoted or plain))
        if words and len(found) < MOST_TERMS:
            found.append(Term(words, not quoted and is_prefix(plain, words[-1])))
    return found


def for_sqlite(terms: Iterable[Term]) -> str:
    """Words hold letters and digits only, so that nothing in them is a sign of the language."""
    return " ".join('"{}"{}'.format(" ".join(t.words), " *" * t.begins) for t in terms)


def for_postgresql(terms: Iterable[Term]) -> str:
    return " & ".join(
        "({}{})".format(" <-> ".join(f"'{word}'" for word in t.words), ":*" * t.begins)
        for t in terms
    )


def vector(words: Iterable[str], besides: Iterable[str] = ()) -> str:
    """A tsvector in its written form: each word and where it stands; `besides` stand nowhere."""
    places: dict[str, list[str]] = defaultdict(list)
    for place, word in enumerate(words, start=1):
        places[word].append(str(place))
    written = [f"'{word}':{','.join(at)}" for word, at in places.items()]
    return " ".join([*written, *(f"'{word}'" for word in dict.fromkeys(besides))])


def pairs_of(words: Sequence[str]) -> list[str]:
    """Of each two short words that stand side by side one word, told from all others by its blank.

    In scripts without blanks these are all pairs of letters.
    """
    short = [len(word) <= SHORT for word in words]
    return [
        f"{words[place]} {words[place + 1]}"
        for place in range(len(words) - 1)
        if short[place] and short[place + 1]
    ]


def is_prefix(plain: str, last: str) -> bool:
    return plain.endswith("*") and (len(last) >= SHORTEST_PREFIX or not last.isascii())


def _words(text: str) -> Iterator[str]:
    return (_cut(found.group()) for found in _WORD.finditer(_folded(text)))


def _folded(text: str) -> str:
    """Without capitals and accents, as people type who are in a hurry."""
    if text.isascii():
        return text.lower()
    bare = "".join(c for c in normalize("NFKD", text).casefold() if not combining(c))
    return bare.translate(_STROKES)


def _cut(word: str) -> str:
    if len(word) * 4 <= LONGEST_WORD:
        return word
    return word.encode(errors="ignore")[:LONGEST_WORD].decode(errors="ignore")

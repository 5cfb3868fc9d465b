"""What a search of the photos asks for: words anywhere, words of one field, words to be left out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from newsroom.search_words import LONGEST_QUESTION, MOST_TERMS, Term, terms_of, words_of

ASKED_AS: Mapping[str, tuple[str, ...]] = {
    "creator": ("creator", "by"),
    "credit": ("credit",),
    "agency": ("agency",),
    "caption": ("caption",),
    "headline": ("headline",),
    "alt": ("alt",),
    "copyright": ("copyright", "rights"),
    "usage_terms": ("terms", "usage"),
    "source": ("source",),
    "instructions": ("instructions",),
    "file_name": ("file",),
    "people": ("people", "person", "who"),
    "keywords": ("keywords", "keyword"),
    "event": ("event",),
    "place": ("place", "where"),
    "title": ("title",),
    "extended_alt": ("extended",),
}
"""Each fact of a photo, and what stands before the colon of a question about it alone."""

FIELDS = {name: fact for fact, names in ASKED_AS.items() for name in names}
SIMILAR = "similar"
"""`similar:12` asks for what looks like photo 12."""

MARK = "\N{MODIFIER LETTER TRIANGULAR COLON}"
"""Between a field and its word. Both databases take it for a letter, and nobody types it."""

_TERM = re.compile(r'(-?)(?:([^\W\d_]+):)?(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))')


@dataclass(frozen=True, slots=True)
class Asked:
    """Each of `wanted` must be found and none of `unwanted`; `like` is the number of a photo."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    like: int | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.wanted or self.unwanted or self.like)


def search_text(facts: Mapping[str, str]) -> str:
    """All that a photo is found by: its words, then each word again with the name of its field."""
    in_fields = (_in_field(fact, words_of([text])) for fact, text in facts.items())
    return " ".join(chain(words_of(facts.values()), *in_fields))


def asked_words(question: str) -> Asked:
    """Words, "phrases", wor*, creator:words, -words and similar:12; nothing is refused."""
    wanted: list[Term] = []
    unwanted: list[Term] = []
    like = None
    for minus, field, quoted, plain in _TERM.findall(question[:LONGEST_QUESTION]):
        if field == SIMILAR and plain.isascii() and plain.isdecimal():
            like = int(plain)
            continue
        (unwanted if minus else wanted).extend(_terms(field, quoted, plain))
    return Asked(tuple(wanted[:MOST_TERMS]), tuple(unwanted[:MOST_TERMS]), like)


def begun(question: str) -> str:
    """A question that is still being typed: its last word may go on."""
    return f"{question}*" if question[-1:].isalnum() else question


def _terms(field: str, quoted: str, plain: str) -> Iterator[Term]:
    fact = FIELDS.get(field.lower())
    before = f"{field}:" if field and fact is None else ""
    for term in terms_of(f'"{before}{quoted}"' if quoted else before + plain):
        yield term if fact is None else Term(_in_field(fact, term.words), term.begins)


def _in_field(fact: str, words: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    name = ASKED_AS[fact][0] if fact in ASKED_AS else fact.replace("_", "")
    return tuple(f"{name}{MARK}{word}" for word in words)

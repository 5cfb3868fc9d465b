"""Arabic names as their bearers write them, with counts, from arabic-name-romanizer (CC0 index)."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing

from newsroom.housestyle.sourcing.group import Group, grouped, is_latin
from newsroom.housestyle.sourcing.installed import folder_of

SOURCE = "arabic-names"
_LIKE_ENOUGH = 0.6
_LEAST_BEARERS = 3


def groups() -> Iterator[Group]:
    """Given and family names; a name fewer than three bear is left out."""
    for key, counts in _counts("units").items():
        best, _ = counts.most_common(1)[0]
        if sum(counts.values()) >= _LEAST_BEARERS:
            others = [name.title() for name, _ in counts.most_common()]
            found = grouped(SOURCE, "ar", best.title(), others, _LIKE_ENOUGH)
            if found is not None:
                yield Group(SOURCE, "ar", found.spellings, frozenset([key]))


def full_names() -> dict[str, tuple[str, ...]]:
    """Whole names by their Arabic spelling, the commonest first."""
    counts = _counts("full_names")
    return {key: tuple(name for name, _ in names.most_common()) for key, names in counts.items()}


def _counts(table: str) -> dict[str, Counter[str]]:
    folder = folder_of("arabic_name_romanizer", "arabic-name-romanizer")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    queries = {
        "units": "SELECT arabic_key, lower(latin), count FROM units",
        "full_names": "SELECT arabic_key, latin, count FROM full_names",
    }
    with closing(sqlite3.connect(folder / "resources" / "names.sqlite3")) as index:
        for key, latin, count in index.execute(queries[table]):
            if is_latin(latin):
                counts[key][latin] += count
    return counts

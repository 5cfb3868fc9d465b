"""Festivals, Torah portions and tractates as Sephardi and Ashkenazi communities say them.

From the npm package @hebcal/locales (BSD-2-Clause). The sister package hebcal-es6 is GPL: never
a source.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from newsroom.housestyle.sourcing.group import Group, grouped
from newsroom.housestyle.sourcing.installed import given

SOURCE = "hebcal"
_LIKE_ENOUGH = 0.5
# The Romanian file spells for readers of Romanian, and few desks hear the Polish way.
_DIALECTS = ("standard", "litvish")
_PAIR = re.compile(r'"((?:[^"\\]|\\.)+)":\["((?:[^"\\]|\\.)+)"\]')
# The package lists the portions of the year in one run, without the word for portion.
_PORTIONS = ("Parashat", "Yitro")
# Parts of a calendar's sentences, and counted days.
_NOT_A_NAME = re.compile(r"[%():]|''|\b[IV]+\b|\d|[Dd]ay|light|Omer|file|min")


def groups(package: Path) -> Iterator[Group]:
    spoken: dict[str, list[str]] = defaultdict(list)
    for dialect in _DIALECTS:
        file = given(package / "dist" / f"ashkenazi_{dialect}.po.js", "@hebcal/locales")
        for sephardi, ashkenazi in _PAIR.findall(file.read_text(encoding="utf-8")):
            spoken[sephardi].append(ashkenazi)
    for sephardi, ashkenazi in [*spoken.items(), *_portions(spoken)]:
        if not _NOT_A_NAME.search(sephardi):
            found = grouped(SOURCE, "he", sephardi, ashkenazi, _LIKE_ENOUGH)
            if found is not None:
                yield found


def _portions(spoken: Mapping[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    names = list(spoken)
    first, last = (names.index(name) for name in _PORTIONS)
    for name in names[first + 1 : last + 1]:
        other = [f"Parshas {spelling}" for spelling in spoken[name]]
        yield f"Parashat {name}", [f"Parshat {name}", *other]

"""Words that entered English from these languages, with their spellings, from WordNet 3.0.

From Debian's package wordnet-base; a synset also lists true synonyms, so sound decides.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from newsroom.housestyle.sourcing.group import Group, grouped
from newsroom.housestyle.sourcing.installed import given

SOURCE = "wordnet"
_LIKE_ENOUGH = 0.62
_TOPIC = re.compile(
    r"islam|muslim|moslem|arab|koran|juda|jew|hebrew|yiddish|israel|torah|talmud|russia|ukrain"
    r"|iran|iraq|syria|leban|egypt|libya|turk|palestin|mosque|synagogue|sharia|caliph|bolshevik"
    r"|soviet|afghan|pakistan|yemen|saudi|hizb|terroris|middle east",
    re.IGNORECASE,
)


def groups(folder: Path) -> Iterator[Group]:
    text = given(folder / "data.noun", "wordnet-base").read_text(encoding="latin-1")
    for line in text.splitlines():
        head, _, gloss = line.partition("|")
        if not line.startswith("  ") and _TOPIC.search(gloss):
            yield from _groups_of(_words(head))


def _words(head: str) -> list[str]:
    fields = head.split()
    count = int(fields[3], 16)
    return [fields[4 + 2 * index].replace("_", " ") for index in range(count)]


def _groups_of(words: list[str]) -> Iterator[Group]:
    left = list(words)
    while left:
        best = left.pop(0)
        near = [other for other in left if not _is_part(best, other)]
        found = grouped(SOURCE, "", best, near, _LIKE_ENOUGH)
        if found is not None:
            left = [other for other in left if other not in found.spellings]
            yield found


def _is_part(first: str, second: str) -> bool:
    """Arafat is a shorter name than Yasser Arafat, and no other spelling of it."""
    a, b = set(first.lower().split()), set(second.lower().split())
    return a < b or b < a

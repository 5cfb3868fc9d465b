"""The starter's files: the editor's picks, joined by what packaged data spells likewise."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.housestyle.entries import ConceptClass, EntryFacts, faults
from newsroom.housestyle.folding import fold, letters
from newsroom.housestyle.sourcing.group import Group, sounds_same
from newsroom.housestyle.sourcing.picks import Pick, ticked

HOUSE = "house"
MOST_ADDED = 3
_FILES = {"he": "hebrew", "yi": "yiddish", "ar": "arabic", "ru": "slavic", "uk": "slavic"}
_LONGEST_PLAIN_WORD = 5
"""A short word that a source adds is too often a word or a name of something else."""
# Read by an editor: other words, a god, and a state.
_REFUSED = (
    "chicha",
    "calif",
    "shiva",
    "bath mitzvah",
    "humus",
    "humous",
    "Kabala",
    "Parshas Achrei",
)
_SOURCES_OF = {
    "place": ("geonames",),
    "festival": ("hebcal", "wordnet"),
    "common_noun": ("hebcal", "wordnet"),
    "organisation": ("wordnet",),
    "person": ("arabic-names", "wordnet"),
}


@dataclass
class Shelf:
    """Groups by each folded spelling, and by each native one."""

    by_spelling: dict[str, list[Group]] = field(default_factory=lambda: defaultdict(list))

    def put(self, groups: Iterable[Group]) -> None:
        for group in groups:
            for key in {*map(fold, group.spellings), *group.native}:
                self.by_spelling[key].append(group)

    def of(self, pick: Pick) -> Iterator[Group]:
        keys = [*map(fold, pick.spellings), pick.native]
        seen = [group for key in keys for group in self.by_spelling.get(key, ())]
        for group in dict.fromkeys(seen):
            if group.source in _SOURCES_OF[pick.concept_class] and _is_of(pick, group):
                yield group


def _is_of(pick: Pick, group: Group) -> bool:
    if group.source != "geonames":
        return True
    slavic = {"ru", "uk"}
    both = {pick.lang, group.lang}
    return len(both) == 1 or both <= slavic or both == {"he", "ar"}


def write_starter(folder: Path, picks: Sequence[Pick], shelf: Shelf, borne: frozenset[str]) -> None:
    taken = {letters(form) for pick in picks for form in pick.spellings}
    lines: dict[str, list[str]] = defaultdict(list)
    for pick in picks:
        added, source = _added(pick, shelf, taken, borne)
        taken |= set(map(letters, added))
        lines[_FILES[pick.lang]].append(_line(pick, added, source))
    for name, entries in lines.items():
        body = ",\n".join(entries)
        (folder / f"{name}.json").write_text(f"[\n{body}\n]\n", encoding="utf-8")


def _added(
    pick: Pick, shelf: Shelf, taken: set[str], borne: frozenset[str]
) -> tuple[list[str], str]:
    """What the sources add to a pick, and the first one that knows it."""
    added: list[str] = []
    source = HOUSE
    for group in shelf.of(pick):
        fresh = [
            form
            for form in map(_plain, group.spellings)
            if letters(form) not in taken and fold(form) not in borne and _fits(pick, form, added)
        ]
        if source == HOUSE and (fresh or _knows(group, pick)):
            source = group.source
        added += fresh[: MOST_ADDED - len(added)]
    return added, source


def _knows(group: Group, pick: Pick) -> bool:
    own = set(map(fold, pick.spellings))
    return len(own & set(map(fold, group.spellings))) > 1


def _plain(form: str) -> str:
    """A keyboard's apostrophe, for that is what an editor types."""
    return form.translate(dict.fromkeys(map(ord, "’‘ʻʼʿʾ`"), "'"))


def _fits(pick: Pick, form: str, added: list[str]) -> bool:
    if pick.concept_class == "place":
        return form in ticked().get(pick.house, ()) and form not in added
    if not form.isascii() or fold(form) in map(fold, (*pick.spellings, *added, *_REFUSED)):
        return False
    if " " not in form and len(form) < _LONGEST_PLAIN_WORD:
        return False
    if pick.house[0].isupper() != form[0].isupper():
        return False
    if not any(sounds_same(form, own) for own in pick.spellings):
        return False
    facts = EntryFacts(ConceptClass(pick.concept_class), pick.house, (*pick.variants, form))
    return form not in added and not faults(facts)


def _line(pick: Pick, added: list[str], source: str) -> str:
    entry: dict[str, object] = {
        "class": pick.concept_class,
        "lang": pick.lang,
        "house": pick.house,
        "general": pick.general,
        "variants": [*pick.variants, *added],
        "exceptions": list(pick.exceptions),
        "native": pick.native,
        "note": pick.note,
        "source": source,
    }
    kept = {key: value for key, value in entry.items() if value or key == "variants"}
    return json.dumps(kept, ensure_ascii=False)

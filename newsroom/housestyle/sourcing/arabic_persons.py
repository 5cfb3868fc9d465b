"""Whole Arabic names of the persons an editor picked, as the index of names spells them."""

from collections.abc import Iterable, Iterator

from newsroom.housestyle.sourcing import arabic_names
from newsroom.housestyle.sourcing.group import Group, is_latin
from newsroom.housestyle.sourcing.picks import Pick

_ALIKE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})


def persons(picks: Iterable[Pick]) -> list[Group]:
    by_native = {_plain(key): names for key, names in arabic_names.full_names().items()}
    return list(_groups(picks, by_native))


def _groups(picks: Iterable[Pick], by_native: dict[str, tuple[str, ...]]) -> Iterator[Group]:
    for pick in picks:
        names = by_native.get(_plain(pick.native), ())
        if pick.concept_class == "person" and names:
            spelt = tuple(name for name in names if is_latin(name))
            yield Group(arabic_names.SOURCE, "ar", (pick.house, *spelt), frozenset([pick.native]))


def _plain(native: str) -> str:
    return native.translate(_ALIKE)

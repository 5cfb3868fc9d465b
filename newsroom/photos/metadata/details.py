"""What a file says beside its words: places, licensors, terms; from structures and single fields."""

from collections.abc import Mapping, Sequence
from dataclasses import fields

from newsroom.photos.facts import Details, Licensor, Place
from newsroom.photos.metadata.cleaning import clean_line

Values = Mapping[str, str]
Structures = Mapping[str, Sequence[Values]]

LONGEST = 500
"""Characters that are kept of each."""

SINGLE = ("data_mining", "web_statement", "job", "creator_title", "caption_writer", "provenance")
PARTS_OF_A_PLACE = tuple(one.name for one in fields(Place))


def read_details(structures: Structures, order: Sequence[Values]) -> Details:
    """`order`: the blocks of single fields, the most believed first.

    Where no place is said to be shown, the older single fields for place, city and country are
    taken for it.
    """
    shown = _places(structures.get("shown", ()))
    single = _places([{name: _first(order, name) for name in PARTS_OF_A_PLACE}])
    return Details(
        shown=shown or single,
        created=_places(structures.get("created", ())),
        licensors=tuple(
            Licensor(_short(one.get("name")), _short(one.get("url")))
            for one in structures.get("licensors", ())
            if one.get("name") or one.get("url")
        ),
        copyright_owners=tuple(
            _short(one["name"]) for one in structures.get("copyright_owners", ()) if one.get("name")
        ),
        **{name: _first(order, name) for name in SINGLE},
    )


def _places(said: Sequence[Values]) -> tuple[Place, ...]:
    places = (Place(**{name: _short(one.get(name)) for name in PARTS_OF_A_PLACE}) for one in said)
    return tuple(place for place in places if place != Place())


def _first(order: Sequence[Values], name: str) -> str:
    return next(filter(None, (_short(values.get(name)) for values in order)), "")


def _short(text: str | None) -> str:
    return clean_line(text or "")[:LONGEST]

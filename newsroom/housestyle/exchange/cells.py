"""The cells of one entry as its facts; raises Invalid with the sentence that the line is told."""

from datetime import date
from typing import Any

from newsroom.errors import Invalid
from newsroom.housestyle.entries import ConceptClass, EntryFacts, tidied
from newsroom.housestyle.exchange.columns import Cells, Names
from newsroom.housestyle.scope import Scope
from newsroom.housestyle.stylebooks import OTHERS, Channel

LONGEST_CELL = 20_000
"""Characters; all spellings of the longest entry are shorter."""


def facts_of(cells: Cells, names: Names) -> EntryFacts:
    owner = _text(cells, "owner")
    if owner and owner not in names.people:
        raise Invalid(f"Nobody here is called “{owner}”, who should look after it.")
    elsewhere = tuple((book, _text(cells, book.value)) for book in OTHERS)
    facts = EntryFacts(
        concept_class=choice(ConceptClass, cells, "class", None),
        preferred=_text(cells, "preferred"),
        elsewhere=tuple((book, text) for book, text in elsewhere if text),
        variants=_list(cells, "variants"),
        exceptions=_list(cells, "exceptions"),
        native=_text(cells, "native"),
        note=_text(cells, "note"),
        source=_text(cells, "source"),
        must_change=_list(cells, "must_change"),
        must_stay=_list(cells, "must_stay"),
        scope=_scope(cells, names),
        owner_id=names.people.get(owner),
    )
    return tidied(facts)


def _scope(cells: Cells, names: Names) -> Scope:
    desks = _list(cells, "desks")
    if unknown := [name for name in desks if name not in names.desks]:
        raise Invalid(f"There is no desk “{unknown[0]}”.")
    channels = _list(cells, "channels")
    known = {channel.value for channel in Channel}
    if strange := [name for name in channels if name not in known]:
        raise Invalid(f"There is no channel “{strange[0]}”.")
    return Scope(
        frozenset(names.desks[name] for name in desks),
        frozenset(Channel(name) for name in channels),
        _day(cells, "starts_on"),
        _day(cells, "ends_on"),
    )


def _text(cells: Cells, name: str) -> str:
    value = cells.get(name, "")
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Invalid(f"“{name}” is no text.")
    if len(value) > LONGEST_CELL:
        raise Invalid(f"“{name}” is longer than {LONGEST_CELL:,} characters.")
    if not value.isascii() and any("\ud800" <= sign <= "\udfff" for sign in value):
        raise Invalid(f"“{name}” holds half of a sign.")
    return value.strip()


def _list(cells: Cells, name: str) -> tuple[str, ...]:
    value = cells.get(name, [])
    if not isinstance(value, list):
        raise Invalid(f"“{name}” is no list.")
    return tuple(_text({name: one}, name) for one in value)


def choice(names: Any, cells: Cells, column: str, otherwise: Any) -> Any:
    text = _text(cells, column).lower().replace(" ", "_")
    if not text and otherwise is not None:
        return otherwise
    try:
        return names(text)
    except ValueError:
        every = ", ".join(one.value for one in names)
        raise Invalid(f"“{column}” is “{text}”, and can be {every}.") from None


def _day(cells: Cells, name: str) -> date | None:
    text = _text(cells, name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Invalid(f"“{name}” is “{text}”, and should be as 2026-05-31.") from None

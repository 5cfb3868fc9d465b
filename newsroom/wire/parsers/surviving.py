"""One broken entry must not cost the others: each is read by itself, and what fails is a note."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from newsroom.wire.items import WireItem
from newsroom.wire.parsers.drafts import Draft, Reading
from newsroom.wire.parsers.finishing import finished
from newsroom.wire.parsers.limits import MOST_ITEMS

Source = TypeVar("Source")

CAUGHT: tuple[type[Exception], ...] = (Exception,)
"""The last resort, for faults of our own. Tests empty it, so that it hides none."""

NO_ITEM = "Entry {} is no item that can be read; the others were."
FAILED = "Entry {} could not be read because of a fault in the reader; the others were."
TOO_MANY = "Only the first {:,} of {:,} entries were read."


def items_of(
    sources: Sequence[Source],
    drafted: Callable[[Source], Draft | None],
    reading: Reading,
    notes: list[str],
) -> tuple[WireItem, ...]:
    """One item of each source for which a draft can be made; the rest are notes, by number."""
    if len(sources) > MOST_ITEMS:
        notes.append(TOO_MANY.format(MOST_ITEMS, len(sources)))
    items: list[WireItem] = []
    for number, source in enumerate(sources[:MOST_ITEMS], start=1):
        try:
            draft = drafted(source)
            if draft is None:
                notes.append(NO_ITEM.format(number))
            else:
                items.append(finished(draft, reading))
        except CAUGHT:
            notes.append(FAILED.format(number))
    return tuple(items)

"""What a file says of an outlet: its columns, and how a cell is kept from being a formula."""

from dataclasses import dataclass

from newsroom.wire.outlets import OutletFacts

MARKS = ("common_word", "state_run", "photo", "text_contract", "photo_contract")
COLUMNS = (
    *("key", "name", "aliases", "type", "country", "domain", "credit_form"),
    *MARKS,
    "contract_until",
)
NEEDED = ("name", "type")
BETWEEN = "\n"
"""Parts the names of a cell: no name holds one, so nothing needs a sign of escape."""
YES = "yes"
TAKEN_FOR_FORMULAS = ("=", "+", "-", "@", "'")
"""A cell that begins so gets an apostrophe before it, which reading takes off."""


@dataclass(frozen=True)
class Line:
    """One outlet of a file, or the sentence that says why it is none."""

    number: int
    """The line of the file on which it ends, from 1."""
    key: str = ""
    name: str = ""
    """As the line gives it, also where nothing else of it can be read."""
    facts: OutletFacts | None = None
    fault: str = ""

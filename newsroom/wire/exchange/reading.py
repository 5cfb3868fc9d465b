"""The outlets of a CSV file, each read by itself: a line that cannot be read costs no other."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from newsroom.errors import Invalid
from newsroom.wire.entries import LONGEST_NAME, faults, tidied, tidy_name
from newsroom.wire.exchange.columns import (
    COLUMNS,
    MARKS,
    NEEDED,
    TAKEN_FOR_FORMULAS,
    YES,
    Line,
)
from newsroom.wire.outlets import OutletFacts, OutletType

MOST_LINES = 200_000
LONGEST_CELL = 20_000
_YES = frozenset({YES, "y", "true", "1", "x"})
_NO = frozenset({"", "no", "n", "false", "0"})

Cells = Mapping[str, str]


def read(text: str) -> Iterator[Line]:
    """Raises Invalid where the whole is no file of outlets."""
    first = text.lstrip("\ufeff").partition("\n")[0]
    if not first.strip():
        raise Invalid("The file is empty, or its first line is.")
    between = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=between)
    head = [name.strip().lower() for name in next(reader)]
    if missing := [name for name in NEEDED if name not in head]:
        raise Invalid(f"The first line names no column “{missing[0]}”; it needs name and type.")
    if twice := [name for name in COLUMNS if head.count(name) > 1]:
        raise Invalid(f"The first line names the column “{twice[0]}” twice.")
    return _lines(reader, head)


def _lines(reader: Any, head: list[str]) -> Iterator[Line]:
    count = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Line(reader.line_num, fault=f"The line cannot be read: {error}.")
            continue
        if not any(cell.strip() for cell in row):
            continue
        count += 1
        if count > MOST_LINES:
            raise Invalid(f"That is more than {MOST_LINES:,} outlets; send them in parts.")
        yield _line(reader.line_num, head, row)


def _line(number: int, head: list[str], row: list[str]) -> Line:
    if len(row) > len(head):
        return Line(number, fault=f"It has {len(row)} cells, and the first line names {len(head)}.")
    cells = {name: _plain(cell) for name, cell in zip(head, row, strict=False)}
    key, name = cells.get("key", "").strip(), tidy_name(cells.get("name", ""))[:LONGEST_NAME]
    try:
        facts = tidied(_facts(cells))
    except Invalid as error:
        return Line(number, key, name, fault=error.sentence)
    return Line(number, key, name, facts, " ".join(faults(facts).values()))


def _plain(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(TAKEN_FOR_FORMULAS) else cell


def _facts(cells: Cells) -> OutletFacts:
    for name, cell in cells.items():
        if len(cell) > LONGEST_CELL:
            raise Invalid(f"“{name}” is longer than {LONGEST_CELL:,} characters.")
    return OutletFacts(
        name=cells.get("name", ""),
        type=_type(cells.get("type", "")),
        aliases=tuple(cells.get("aliases", "").splitlines()),
        country=cells.get("country", ""),
        domain=cells.get("domain", ""),
        credit_form=cells.get("credit_form", ""),
        contract_until=_day(cells.get("contract_until", "").strip()),
        **{mark: _mark(mark, cells.get(mark, "")) for mark in MARKS},
    )


def _type(cell: str) -> OutletType:
    try:
        return OutletType(cell.strip().lower())
    except ValueError:
        every = ", ".join(OutletType)
        raise Invalid(f"“type” is “{cell.strip()[:40]}”, and can be {every}.") from None


def _mark(name: str, cell: str) -> bool:
    word = cell.strip().lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise Invalid(f"“{name}” is “{word[:40]}”, and can be yes or nothing.")


def _day(cell: str) -> date | None:
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        raise Invalid(f"“contract_until” is “{cell[:40]}”, and should be as 2026-05-31.") from None

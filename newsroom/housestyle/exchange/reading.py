"""The entries of a file, each read by itself: a line that cannot be read costs no other."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from newsroom.errors import Invalid
from newsroom.housestyle.entries import Status
from newsroom.housestyle.exchange.cells import choice, facts_of
from newsroom.housestyle.exchange.columns import BETWEEN, LISTS, NEEDED, Cells, Line, Names

MOST_LINES = 200_000


def read(text: str, names: Names) -> Iterator[Line]:
    """Each entry of a JSON or CSV text, told apart by content; raises Invalid where it is neither."""
    if text.lstrip("\ufeff \t\r\n")[:1] in {"{", "["}:
        return _read_json(text.lstrip("\ufeff"), names)
    return _read_csv(text.lstrip("\ufeff"), names)


def _read_json(text: str, names: Names) -> Iterator[Line]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Invalid(f"This is no JSON: {error}.") from error
    entries = whole.get("entries") if isinstance(whole, dict) else whole
    if not isinstance(entries, list):
        raise Invalid("The JSON holds no list of entries.")
    for number, one in enumerate(_bounded(entries), start=1):
        if isinstance(one, dict):
            yield _line(number, one, names)
        else:
            yield Line(number, fault="This is no entry.")


def _read_csv(text: str, names: Names) -> Iterator[Line]:
    first = text.partition("\n")[0]
    if not first.strip():
        raise Invalid("The file is empty, or its first line is.")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    head = [name.strip().lower() for name in next(reader)]
    if missing := [name for name in NEEDED if name not in head]:
        raise Invalid(f"The first line names no column “{missing[0]}”; it needs {_columns()}.")
    for row in _bounded(_rows(reader)):
        if isinstance(row, Line):
            yield row
        elif any(cell.strip() for cell in row):
            yield _csv_line(reader.line_num, head, row, names)


def _columns() -> str:
    return " and ".join(f"“{name}”" for name in NEEDED)


def _rows(reader: Any) -> Iterator[list[str] | Line]:
    """A line that cannot be read costs itself and no other."""
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Line(reader.line_num, fault=f"The line cannot be read: {error}.")


def _csv_line(number: int, head: list[str], row: list[str], names: Names) -> Line:
    if len(row) > len(head):
        return Line(number, fault=f"It has {len(row)} cells, and the first line names {len(head)}.")
    plain = [cell.removeprefix("'") if cell[:2] in FORMULAS else cell for cell in row]
    cells = dict(zip(head, plain, strict=False))
    lists = {name: _parts(cells[name]) for name in LISTS & cells.keys()}
    whole = {name: _unescaped(cell) for name, cell in cells.items()}
    return _line(number, whole | lists, names)


FORMULAS = frozenset({"'=", "'+", "'-", "'@", "''"})


def _parts(cell: str) -> list[str]:
    parts, escaped = [""], False
    for sign in cell:
        if escaped or sign not in {"\\", BETWEEN}:
            parts[-1] += sign
            escaped = False
        elif sign == "\\":
            escaped = True
        else:
            parts.append("")
    return [part for part in parts if part.strip()]


def _unescaped(cell: str) -> str:
    return cell.replace("\\|", "|").replace("\\\\", "\\") if "\\" in cell else cell


def _bounded(rows: Iterable[Any]) -> Iterator[Any]:
    for number, row in enumerate(rows):
        if number >= MOST_LINES:
            raise Invalid(f"That is more than {MOST_LINES:,} entries; send them in parts.")
        yield row


def _line(number: int, cells: Cells, names: Names) -> Line:
    try:
        status = choice(Status, cells, "status", Status.DRAFT)
        return Line(number, facts_of(cells, names), status, given=frozenset(cells))
    except Invalid as error:
        return Line(number, fault=error.sentence)

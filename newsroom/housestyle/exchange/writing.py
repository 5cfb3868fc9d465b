"""The lexicon as a file: each entry a line of CSV or an object of JSON, so that nothing is lost."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from newsroom.housestyle.entries import EntryFacts, Status
from newsroom.housestyle.exchange.columns import BETWEEN, COLUMNS, Cells, Names
from newsroom.housestyle.stylebooks import OTHERS


def cells_of(facts: EntryFacts, status: Status, names: Names) -> dict[str, Any]:
    """The entry by its columns; those of several parts are lists."""
    desks = {number: name for name, number in names.desks.items()}
    people = {number: name for name, number in names.people.items()}
    scope = facts.scope
    return {
        "preferred": facts.preferred,
        **{book.value: dict(facts.elsewhere).get(book, "") for book in OTHERS},
        "class": facts.concept_class.value,
        "status": status.value,
        "variants": list(facts.variants),
        "exceptions": list(facts.exceptions),
        "native": facts.native,
        "note": facts.note,
        "source": facts.source,
        "owner": people.get(facts.owner_id or 0, ""),
        "must_change": list(facts.must_change),
        "must_stay": list(facts.must_stay),
        "desks": sorted(desks[number] for number in scope.desks if number in desks),
        "channels": sorted(channel.value for channel in scope.channels),
        "starts_on": scope.starts_on.isoformat() if scope.starts_on else "",
        "ends_on": scope.ends_on.isoformat() if scope.ends_on else "",
    }


def write_json(entries: Iterable[Cells]) -> str:
    return json.dumps({"entries": list(entries)}, ensure_ascii=False, indent=1) + "\n"


def write_csv(entries: Iterable[Cells]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for cells in entries:
        writer.writerow({name: _cell(value) for name, value in cells.items()})
    return out.getvalue()


def _cell(value: Any) -> str:
    parts = value if isinstance(value, list) else [value]
    text = BETWEEN.join(part.replace("\\", "\\\\").replace(BETWEEN, "\\|") for part in parts)
    # A spreadsheet would take it for a formula; read_csv takes the mark off again.
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "'"} else text

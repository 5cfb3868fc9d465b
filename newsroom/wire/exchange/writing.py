"""The outlets as CSV, a line each, so that nothing is lost when it is read again."""

import csv
import io
from collections.abc import Iterable

from newsroom.wire.exchange.columns import BETWEEN, COLUMNS, MARKS, TAKEN_FOR_FORMULAS, YES
from newsroom.wire.outlets import Outlet


def write(outlets: Iterable[Outlet]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for outlet in outlets:
        cells = {
            "key": outlet.key,
            "name": outlet.name,
            "aliases": BETWEEN.join(outlet.aliases),
            "type": outlet.type.value,
            "country": outlet.country,
            "domain": outlet.domain,
            "credit_form": outlet.credit_form,
            **{mark: YES if getattr(outlet, mark) else "" for mark in MARKS},
            "contract_until": outlet.contract_until.isoformat() if outlet.contract_until else "",
        }
        writer.writerow({name: _cell(text) for name, text in cells.items()})
    return out.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(TAKEN_FOR_FORMULAS) else text

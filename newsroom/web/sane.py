"""What no address may hold, because no database can look for it: huge numbers and NUL."""

from typing import Any

from flask import Flask, abort, request
from werkzeug.routing import IntegerConverter, Map

from newsroom.db import LARGEST_ID, storable


class RowId(IntegerConverter):
    """`<int:...>` in an address: a number that a row could have, else there is no such page."""

    def __init__(self, url_map: Map, **asked: Any) -> None:
        super().__init__(url_map, **{"max": LARGEST_ID, **asked})


def install(app: Flask) -> None:
    app.url_map.converters["int"] = RowId
    app.before_request(_refuse_nul)


def asked_number(name: str) -> int | None:
    """A number from the address's query; None where it is none or no row can have it."""
    return known_number(request.args.get(name, ""))


def known_number(text: str) -> int | None:
    """The same of a form's field."""
    plain = text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST_ID))
    return int(text) if plain and storable(int(text)) and int(text) > 0 else None


def _refuse_nul() -> None:
    asked = (request.path, *(text for _, text in request.args.items(multi=True)))
    if any("\0" in text for text in asked):
        abort(400)

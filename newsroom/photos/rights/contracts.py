"""Where the contract with a photo's supplier is asked: whoever keeps contracts says so at the start."""

from collections.abc import Callable, Collection, Mapping
from typing import cast

from flask import Flask, current_app

from newsroom.photos.rights.terms import Agreement

KEY = "photo_agreements"

Ask = Callable[[Collection[str]], Mapping[str, Agreement]]


def told_by(app: Flask, ask: Ask) -> None:
    """`ask` gives the agreements with suppliers by their names, of those that are outlets."""
    app.extensions[KEY] = ask


def agreement_with(supplier: str) -> Agreement | None:
    return agreements_with([supplier]).get(supplier)


def agreements_with(suppliers: Collection[str]) -> Mapping[str, Agreement]:
    """By supplier; empty also where nobody keeps contracts here: unknown rights are none."""
    ask = cast("Ask | None", current_app.extensions.get(KEY))
    named = {one for one in suppliers if one}
    return ask(named) if ask and named else {}

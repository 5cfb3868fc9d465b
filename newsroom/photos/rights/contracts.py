"""Where the contract with a photo's supplier is asked: whoever keeps contracts says so at the start."""

from collections.abc import Callable
from typing import cast

from flask import Flask, current_app

from newsroom.photos.rights.terms import Agreement

KEY = "photo_agreements"

Ask = Callable[[str], Agreement | None]


def told_by(app: Flask, ask: Ask) -> None:
    """`ask` gives the agreement with a supplier by its name; None where there is no such outlet."""
    app.extensions[KEY] = ask


def agreement_with(supplier: str) -> Agreement | None:
    """None where nobody keeps contracts here, too: unknown rights are none."""
    ask = cast("Ask | None", current_app.extensions.get(KEY))
    return ask(supplier) if ask and supplier else None

"""The icons of the pages, each drawn once: a list shows hundreds of them."""

from functools import cache

from flask import Flask, current_app
from markupsafe import Markup


def install(app: Flask) -> None:
    app.jinja_env.globals["drawn_icon"] = icon


@cache
def icon(name: str) -> Markup:
    """One of those in templates/macros/icons.html; raises KeyError for any other."""
    drawings = current_app.jinja_env.get_template("macros/icons.html").module
    return Markup(drawings.icon(name))  # type: ignore[attr-defined]  # noqa: S704  # our own template's

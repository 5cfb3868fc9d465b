"""Where the built files of the browser are."""

import json
from functools import cache

from flask import Flask, url_for
from markupsafe import Markup

from newsroom import resources

FACE = Markup('<link rel="preload" as="font" type="font/woff2" crossorigin href="{}">\n')


def install(app: Flask) -> None:
    app.jinja_env.globals.update(asset=asset, preloads=preloads)


def asset(name: str) -> str:
    """The address of a built file, under its hashed name so that it can be kept for ever.

    Where the bundle has not been built the plain name is given, so that pages can be tested.
    """
    return _address(_built().get(name, name))


def preloads(*faces: str) -> Markup:
    """Links by which faces are fetched at once.

    One is otherwise asked for when words have been drawn without it, to be drawn again.
    """
    built = _built()
    return Markup("").join(FACE.format(_address(built[name])) for name in faces if name in built)


def _address(file: str) -> str:
    return url_for("static", filename=f"dist/{file}")


def _built() -> dict[str, str]:
    manifest = resources.static() / "dist" / "manifest.json"
    return _manifest(manifest.stat().st_mtime) if manifest.exists() else {}


@cache
def _manifest(_changed_at: float) -> dict[str, str]:
    text = (resources.static() / "dist" / "manifest.json").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(text)
    return found

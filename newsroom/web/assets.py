"""Where the built files of the browser are, and which of them a script brings with it."""

import json
from functools import cache
from typing import TypedDict

from flask import Flask, url_for
from markupsafe import Markup

from newsroom import resources
from newsroom.web.security import csp_nonce


class Built(TypedDict):
    """A file under its hashed name, and every other that is loaded before it runs."""

    file: str
    imports: list[str]


MODULE = Markup('<link rel="modulepreload" nonce="{}" href="{}">\n')
FACE = Markup('<link rel="preload" as="font" type="font/woff2" crossorigin href="{}">\n')


def install(app: Flask) -> None:
    app.jinja_env.globals.update(asset=asset, preloads=preloads)


def asset(name: str) -> str:
    """The address of a built file, under its hashed name so that it can be kept for ever.

    Where the bundle has not been built the plain name is given, so that pages can be tested.
    """
    built = _built().get(name)
    return _address(built["file"] if built else name)


def preloads(*names: str) -> Markup:
    """Links by which faces, and all parts of scripts, are fetched at once.

    A part is otherwise asked for only when the one that names it has been read, and a face when
    words have been drawn without it, to be drawn again.
    """
    built = _built()
    known = [built[name] for name in names if name in built]
    files = [file for one in known for file in (one["file"], *one["imports"])]
    return Markup("").join(map(_link, dict.fromkeys(files)))


def _link(file: str) -> Markup:
    if file.endswith(".woff2"):
        return FACE.format(_address(file))
    return MODULE.format(csp_nonce(), _address(file))


def _address(file: str) -> str:
    return url_for("static", filename=f"dist/{file}")


def _built() -> dict[str, Built]:
    manifest = resources.static() / "dist" / "manifest.json"
    return _manifest(manifest.stat().st_mtime) if manifest.exists() else {}


@cache
def _manifest(_changed_at: float) -> dict[str, Built]:
    text = (resources.static() / "dist" / "manifest.json").read_text(encoding="utf-8")
    found: dict[str, Built] = json.loads(text)
    return found

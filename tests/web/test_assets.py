"""How a page names the browser's files: under their hashed names, and all parts of a script at once."""

import gzip
import json
import re
from pathlib import Path

import pytest
from flask import Flask

from newsroom import resources
from newsroom.web import assets

BUILT = {
    "app.js": {"file": "app-AAAAAAAA.js", "imports": ["shared-BBBBBBBB.js"]},
    "editor.js": {
        "file": "editor-CCCCCCCC.js",
        "imports": ["shared-BBBBBBBB.js", "shared-DDDDDDDD.js"],
    },
    "app.css": {"file": "app-EEEEEEEE.css", "imports": []},
    "sans.woff2": {"file": "sans-FFFFFFFF.woff2", "imports": []},
}


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    static = tmp_path / "static"
    (static / "dist").mkdir(parents=True)
    (static / "dist" / "manifest.json").write_text(json.dumps(BUILT))
    monkeypatch.setattr(resources, "static", lambda: static)


def _fetched(links: str) -> list[str]:
    return re.findall(r'href="/static/dist/([^"]+)"', links)


@pytest.mark.usefixtures("built")
def test_a_file_is_named_as_it_was_built(app: Flask):
    with app.test_request_context():
        assert assets.asset("app.css") == "/static/dist/app-EEEEEEEE.css"


@pytest.mark.usefixtures("built")
def test_every_part_of_the_scripts_is_fetched_at_once_and_none_twice(app: Flask):
    with app.test_request_context():
        links = assets.preloads("app.js", "editor.js")
    assert _fetched(links) == [
        "app-AAAAAAAA.js",
        "shared-BBBBBBBB.js",
        "editor-CCCCCCCC.js",
        "shared-DDDDDDDD.js",
    ]


@pytest.mark.usefixtures("built")
def test_each_part_carries_the_nonce_without_which_the_policy_refuses_it(app: Flask):
    with app.test_request_context():
        links = assets.preloads("editor.js")
        assert links.count(f'nonce="{assets.csp_nonce()}"') == links.count("<link") == 3


@pytest.mark.usefixtures("built")
def test_a_face_is_fetched_as_the_style_will_ask_for_it(app: Flask):
    with app.test_request_context():
        link = assets.preloads("sans.woff2")
    assert _fetched(link) == ["sans-FFFFFFFF.woff2"]
    assert 'as="font"' in link
    assert "crossorigin" in link  # or it would be fetched twice


def test_a_page_can_be_tested_where_nothing_is_built(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(resources, "static", lambda: tmp_path / "static")
    with app.test_request_context():
        assert assets.asset("app.css") == "/static/dist/app.css"
        assert assets.preloads("app.js") == ""


MOST_KB = 120
"""Of the editor's script, as it goes over the network."""


def test_the_editor_with_all_its_parts_is_small():
    dist = resources.static() / "dist"
    if not (dist / "manifest.json").is_file():
        pytest.skip("the browser's files are not built")
    manifest = json.loads((dist / "manifest.json").read_text())
    app, editor = manifest["app.js"], manifest["editor.js"]
    files = {one["file"] for one in (app, editor)}.union(app["imports"], editor["imports"])
    size = sum(len(gzip.compress((dist / file).read_bytes())) for file in files)
    assert size <= MOST_KB * 1000

"""How a page names the browser's files: under their hashed names, and its faces at once."""

import gzip
import json
import re
from pathlib import Path

import pytest
from flask import Flask

from newsroom import resources
from newsroom.web import assets

BUILT = {
    "app.css": "app-EEEEEEEE.css",
    "sans.woff2": "sans-FFFFFFFF.woff2",
    "serif.woff2": "serif-AAAAAAAA.woff2",
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
def test_the_faces_are_fetched_in_the_order_in_which_they_are_named(app: Flask):
    with app.test_request_context():
        links = assets.preloads("serif.woff2", "not built", "sans.woff2")
    assert _fetched(links) == ["serif-AAAAAAAA.woff2", "sans-FFFFFFFF.woff2"]


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
        assert assets.preloads("sans.woff2") == ""


MOST_KB = 120
"""Of the editor's script, as it goes over the network."""


def test_the_editors_page_has_a_small_script():
    dist = resources.static() / "dist"
    if not (dist / "manifest.json").is_file():
        pytest.skip("the browser's files are not built")
    script = json.loads((dist / "manifest.json").read_text())["editor.js"]
    assert len(gzip.compress((dist / script).read_bytes())) <= MOST_KB * 1000

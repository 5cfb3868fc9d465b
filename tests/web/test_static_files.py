"""How long browsers may keep the newsroom's own files."""

from pathlib import Path

import pytest
from flask import Flask

from tests.page_client import Browser


@pytest.fixture
def files(app: Flask, tmp_path: Path) -> Browser:
    for name in ("app-V4UEKCJU.js", "app.js"):
        (tmp_path / name).write_text("go();")
    app.static_folder = str(tmp_path)
    return Browser(app)


def _asked(files: Browser, name: str) -> tuple[int, str]:
    """The answer's status, and how long it may be kept."""
    with files.client.get(f"/static/{name}") as answer:
        return answer.status_code, answer.headers.get("Cache-Control", "")


def test_a_file_whose_name_changes_with_its_content_is_kept_for_good(files: Browser):
    assert _asked(files, "app-V4UEKCJU.js") == (200, "public, max-age=31536000, immutable")


def test_any_other_file_is_asked_for_again(files: Browser):
    assert _asked(files, "app.js") == (200, "no-cache")


def test_a_file_of_another_build_that_is_not_here_is_not_remembered(files: Browser):
    status, kept = _asked(files, "app-AAAAAAAA.js")
    assert (status, "immutable" in kept) == (404, False)

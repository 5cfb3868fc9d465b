"""The wheel: everything in it that a newsroom needs, and a newsroom that runs from nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.processes import Running, environment, fetch, free_port
from tests.waiting import eventually

ROOT = Path(__file__).resolve().parents[2]
# Built into what the wheel carries.
NOT_SHIPPED = (
    "newsroom/frontend/",
    "newsroom/housestyle/sourcing/",
    "newsroom/housestyle/training/",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (ROOT / "newsroom" / "static" / "dist" / "manifest.json").is_file():
        pytest.skip("the browser's files are not built: run `make setup`")
    folder = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(folder)], ROOT)
    return next(folder.glob("newsroom_desk-*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment outside the checkout: the wheel, and the packages that the lock names."""
    folder = tmp_path_factory.mktemp("elsewhere")
    _run([sys.executable, "-m", "venv", "--without-pip", str(folder / "env")], folder)
    python = folder / "env" / "bin" / "python"
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(_run([str(python), "-c", where], folder).strip())
    # A path alone: the packages are seen, but not the checkout that is installed among them.
    (packages / "locked.pth").write_text(sysconfig.get_path("purelib"))
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    _run([*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], folder)
    return folder


def test_the_wheel_carries_templates_migrations_and_the_built_browser_files(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    assert "newsroom/templates/base.html" in names
    assert "newsroom/migrations/env.py" in names
    assert "newsroom/migrations/versions/0001_accounts.py" in names
    assert "newsroom/static/dist/manifest.json" in names
    assert "newsroom/stories/schema.json" in names
    assert "workers/app.py" in names


def test_the_wheel_carries_no_sources_of_the_browser_and_no_tests(wheel: Path):
    strangers = (*NOT_SHIPPED, "tests/", "node_modules")
    assert [n for n in zipfile.ZipFile(wheel).namelist() if n.startswith(strangers)] == []


def test_everything_tracked_in_the_packages_is_in_the_wheel(wheel: Path):
    tracked = _run(["git", "ls-files", "newsroom", "workers"], ROOT).splitlines()
    here = [name for name in tracked if (ROOT / name).is_file()]
    kept = {name for name in here if not name.startswith(NOT_SHIPPED)}
    assert kept - set(zipfile.ZipFile(wheel).namelist()) == set()


@pytest.mark.journey
def test_the_installed_wheel_migrates_and_serves_pages_with_their_style(elsewhere: Path):
    settings = {
        "NEWSROOM_DATA_DIR": str(elsewhere / "data"),
        "NEWSROOM_PORT": str(free_port()),
        "NEWSROOM_WEB_WORKERS": "1",
    }
    newsroom = [str(elsewhere / "env" / "bin" / "newsroom")]
    _run([*newsroom, "db", "upgrade"], elsewhere, settings)
    with Running("web", settings=settings, cwd=elsewhere, command=newsroom) as web:
        web.said("Booting worker")
        page = eventually(lambda: fetch(f"http://127.0.0.1:{settings['NEWSROOM_PORT']}/sign-in"))
        sheets = re.findall(r'href="(/static/dist/[^"]+\.css)"', str(page))
        assert sheets, page
        style = fetch(f"http://127.0.0.1:{settings['NEWSROOM_PORT']}{sheets[0]}")
    assert "{" in style


def _run(command: list[str], cwd: Path, settings: dict[str, str] | None = None) -> str:
    clean = {k: v for k, v in environment(settings or {}).items() if k != "PYTHONPATH"}
    done = subprocess.run(command, env=clean, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout

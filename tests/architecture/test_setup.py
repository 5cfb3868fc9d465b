"""What a fresh machine is told when something that `make setup` needs is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REAL = f'exec {sys.executable} "$@"'
OLD = 'case "$2" in *print*) echo 3.9 ;; *) exit 1 ;; esac'
WITHOUT_VENV = f'case "$2" in *ensurepip*) exit 1 ;; *) exec {sys.executable} "$@" ;; esac'
STARTS_NOTHING = "echo 'command not found' >&2; exit 127"


def find_python(folder: Path, **pythons: str) -> subprocess.CompletedProcess[str]:
    """Run the search on a machine that has only these."""
    for name, script in pythons.items():
        path = folder / name.replace("_", ".")
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
    return subprocess.run(
        ["/bin/sh", str(ROOT / ".ci" / "find-python")],
        env={"PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_new_enough_python_is_found_under_any_of_its_names(tmp_path: Path):
    found = find_python(tmp_path, python3=REAL)
    assert found.stdout.strip() == str(tmp_path / "python3")


def test_a_name_that_starts_nothing_is_passed_over(tmp_path: Path):
    found = find_python(tmp_path, python3_13=STARTS_NOTHING, python3_11=REAL)
    assert found.stdout.strip() == str(tmp_path / "python3.11")


@pytest.mark.parametrize(
    ("pythons", "sentence"),
    [
        ({}, "needs Python 3.11 or newer and this machine has none: install one"),
        ({"python3": OLD}, "needs Python 3.11 or newer and this machine has only 3.9:"),
        ({"python3": WITHOUT_VENV}, "is here without its venv module: install that"),
    ],
)
def test_what_is_missing_is_one_clear_sentence(
    tmp_path: Path, pythons: dict[str, str], sentence: str
):
    told = find_python(tmp_path, **pythons)
    assert told.returncode == 1
    assert told.stdout == ""
    assert sentence in told.stderr
    assert told.stderr.count("\n") == 1


def test_a_failed_install_on_a_machine_without_a_compiler_names_the_compiler(tmp_path: Path):
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    python = tmp_path / ".venv" / "bin" / "python"
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    told = subprocess.run(
        ["/bin/sh", str(ROOT / ".ci" / "install-packages")],
        env={"PATH": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 1
    assert "this machine has no C compiler" in told.stderr


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_holds_hashes_and_no_address(name: str):
    text = (ROOT / name).read_text()
    assert "--hash=sha256:" in text
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_the_makefile_lists_what_it_can_do():
    said = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for target in ("setup", "run", "test", "lint", "bench", "screenshots", "clean"):
        assert f"make {target}" in said

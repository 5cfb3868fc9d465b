"""The sentences beside the checkout, asked of the command as any other program would."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_every_sentence_is_answered_as_expected(shared):
    folder = shared / "develop" / "house-style"
    if not (folder / "judge.py").exists():
        pytest.skip("no house-style cases beside this checkout")
    command = f"{sys.executable} -m newsroom.cli style check --jsonl"
    judged = subprocess.run(
        [sys.executable, str(folder / "judge.py"), command, "--show"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert judged.returncode == 0, judged.stdout + judged.stderr

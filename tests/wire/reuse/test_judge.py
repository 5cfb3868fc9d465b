"""The judge beside the checkout, on a small corpus that its own generator makes."""

import subprocess
import sys
from pathlib import Path

GATE = (
    "char_P>=0.98,char_R>=0.93,R_light>=0.95,R_heavy>=0.78,source_R>=0.96,"
    "clean_flagged_25w<=0,bad_spans<=0,para_acc>=0.99"
)
COMMAND = f"{sys.executable} -m newsroom.cli wire reuse --jsonl"


def test_the_judge_is_content(shared, tmp_path):
    wire = shared / "develop" / "wire"
    run(
        wire / "reuse_generate.py",
        "--paragraphs",
        5000,
        "--stories",
        150,
        "--seed",
        5,
        "--out",
        tmp_path,
    )
    said = run(wire / "judge_reuse.py", "--data", tmp_path, "--cmd", COMMAND, "--gate", GATE)
    assert said.endswith("PASS\n"), said


def run(program: Path, *arguments: object) -> str:
    command = [sys.executable, str(program), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout

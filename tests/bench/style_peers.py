"""The tools the style check is measured against: installed in .bench/, each run in its own process."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from tests.bench.style_corpus import Name

HERE = Path(__file__).parent / "peers"
ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".bench"
_PYTHON = FOLDER / "venv" / "bin" / "python"
_PATIENCE = 600


class Rule(TypedDict):
    expected: str
    patterns: list[str]


class Missing(Exception):
    """It cannot be had on this machine; the message says why."""


@dataclass(frozen=True)
class Answer:
    """CPU ms a story in each round, and what became of each sentence."""

    rounds: list[float]
    changed: list[str]


@dataclass(frozen=True)
class Question:
    rules: Sequence[Name]
    stories: Sequence[str]
    sentences: Sequence[str]
    rounds: int


def ask_spacy(question: Question) -> Answer:
    pinned = HERE / "requirements.txt"
    if _is_stale(FOLDER / "requirements.txt", pinned):
        _call([sys.executable, "-m", "venv", "--clear", str(_PYTHON.parents[1])])
        _call([str(_PYTHON), "-m", "pip", "install", "--quiet", "--requirement", str(pinned)])
        shutil.copyfile(pinned, FOLDER / "requirements.txt")
    return _ask([str(_PYTHON), str(HERE / "phrases.py")], question)


def ask_textlint(question: Question) -> Answer:
    pinned = HERE / "package.json"
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        raise Missing("there is no npm on the path")
    stamp = FOLDER / "installed.json"
    if _is_stale(stamp, pinned):
        shutil.copyfile(pinned, FOLDER / "package.json")
        _call([npm, "install", "--ignore-scripts", "--no-progress", "--loglevel=error"])
        shutil.copyfile(pinned, stamp)
    return _ask([node, str(HERE / "rules.mjs")], question)


def _is_stale(stamp: Path, pinned: Path) -> bool:
    FOLDER.mkdir(exist_ok=True)
    return not stamp.exists() or stamp.read_bytes() != pinned.read_bytes()


def _ask(command: Sequence[str], question: Question) -> Answer:
    rules = [{"expected": one.preferred, "patterns": list(one.variants)} for one in question.rules]
    rules_file = FOLDER / "prh.yml"
    rules_file.write_text(_as_prh(rules), encoding="utf-8")
    asked = {
        "rules": rules,
        "rulesFile": str(rules_file),
        "stories": list(question.stories),
        "sentences": list(question.sentences),
        "rounds": question.rounds,
    }
    said = json.loads(_call(command, json.dumps(asked)))
    return Answer(said["cpu_ms"], said["changed"])


def _as_prh(rules: Sequence[Rule]) -> str:
    """What is JSON is YAML too; a hyphen in a plain pattern breaks the whole file, in /.../ not."""
    spelt = [
        {**rule, "patterns": [f"/{one}/" if "-" in one else one for one in rule["patterns"]]}
        for rule in rules
    ]
    return json.dumps({"version": 1, "rules": spelt})


def _call(command: Sequence[str], told: str = "") -> str:
    try:
        done = subprocess.run(
            command,
            input=told,
            capture_output=True,
            text=True,
            check=True,
            cwd=FOLDER,
            timeout=_PATIENCE,
        )
    except subprocess.CalledProcessError as error:
        said = [line for line in error.stderr.splitlines() if "rror" in line]
        raise Missing(said[0].strip() if said else "it failed") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Missing(str(error)) from None
    return done.stdout

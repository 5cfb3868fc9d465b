"""People with the browser's own code, in Node, who write in one story of a running newsroom."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import newsroom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

FRONTEND = Path(newsroom.__file__).parent / "frontend"


@dataclass(frozen=True)
class Asked:
    """One run: who writes where, and how. `kind` is "all" edits, or "words" to be counted."""

    server: str
    cookie: str
    token: str
    story: int
    seed: int
    editors: int = 4
    edits: int = 40
    kind: str = "all"


class People:
    """One Node process that makes one run after another."""

    def __init__(self, folder: Path) -> None:
        self.node, _npm = _runner().find_node()
        self.program = folder / "people.mjs"

    def __enter__(self) -> Self:
        subprocess.run([self.node, "converge.mjs", self.program], cwd=FRONTEND, check=True)
        self.process = subprocess.Popen(
            [self.node, self.program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def begin(self, asked: Asked) -> None:
        self._say(asdict(asked))

    def steps(self, seed: int, number: int) -> Iterator[dict[str, Any]]:
        """Real and spoilt steps by turns, each with its document and the browser's result."""
        self._say({"seed": seed, "steps": number})
        assert self.process.stdout is not None
        for line in iter(self.process.stdout.readline, "null\n"):
            yield json.loads(line)

    def _say(self, asked: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()

    def outcome(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        found: dict[str, Any] = json.loads(self.process.stdout.readline())
        return found


def _runner() -> ModuleType:
    spec = importlib.util.spec_from_file_location("frontend_run", FRONTEND / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def faults(outcome: dict[str, Any], kept: dict[str, Any]) -> list[str]:
    """What is wrong with a run, where `kept` is the document that the server has."""
    if "failed" in outcome:
        return [outcome["failed"]]
    found = []
    if not outcome["equal"]:
        found.append("an editor shows another document than the steps make")
    if outcome["document"] != kept:
        found.append("the server has another document than the steps make")
    if not outcome["wordsRight"]:
        found.append("a word is lost, or there twice")
    if outcome["refused"]:
        found.append(f"words were refused: {outcome['refused']}")
    return found

"""The newsroom's own commands as real processes, with all they say."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self
from urllib.request import ProxyHandler, build_opener

from newsroom.settings import Settings
from tests.waiting import eventually

COMMAND = [sys.executable, "-m", "newsroom.cli"]


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """This process's, without any setting of the newsroom but the given ones."""
    ours = ("NEWSROOM_", "DATABASE_URL", "REDIS_URL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | dict(given)


def of_same_newsroom(settings: Settings, **given: str) -> dict[str, str]:
    """What a process is given that works on the newsroom of this test, and what it has of its own."""
    return {
        # As people write it: the driver's name is the newsroom's own.
        "DATABASE_URL": settings.database_url.replace("+psycopg", ""),
        "REDIS_URL": settings.redis_url,
        "NEWSROOM_DATA_DIR": settings.data_dir,
        "NEWSROOM_SECRET_KEY": settings.secret_key,
        "NEWSROOM_DEVELOPMENT": "1",
        "NEWSROOM_PUBLIC_URL": settings.public_url,
        **given,
    }


def fetch(address: str) -> str:
    with build_opener(ProxyHandler({})).open(address, timeout=20) as answer:
        return answer.read().decode()


class Running:
    """One command that runs; leaving the block ends it, whatever happened."""

    def __init__(
        self,
        *arguments: str,
        settings: Mapping[str, str],
        cwd: Path,
        command: Sequence[str] = COMMAND,
    ) -> None:
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            [*command, *arguments],
            env=environment(settings),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self.lines.append(line.rstrip("\n"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(timeout=30)
        self._reader.join(timeout=30)
        if self.process.stdout:
            self.process.stdout.close()

    @property
    def output(self) -> str:
        return "\n".join(self.lines)

    def said(self, words: str, times: int = 1) -> None:
        """Wait until it has said so; where it ends first, show what it said instead."""

        def heard() -> bool:
            if self.output.count(words) >= times:
                return True
            assert self.process.poll() is None, self.output
            return False

        try:
            eventually(heard)
        except AssertionError as error:
            raise AssertionError(f"never said {words!r}:\n{self.output}") from error

    def children(self) -> list[int]:
        """The process ids of its own processes."""
        pid = self.process.pid
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
        return [int(child) for child in listed.split()]

    def interrupt(self) -> int:
        """Ctrl-C; gives the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=30)


def noted(data: Path) -> dict[str, int]:
    """The process ids that the supervisor has written down, by the last words of each command."""
    listed = json.loads((data / "run" / "processes.json").read_text())
    return {" ".join(command[1:]): int(pid) for pid, command in listed.items()}

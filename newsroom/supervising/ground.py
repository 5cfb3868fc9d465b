"""What must hold before anything is started: one supervisor a data folder, no leftovers, free ports."""

import errno
import fcntl
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from newsroom.errors import Conflict
from newsroom.settings import Settings

SWEEP_SECONDS = 5.0
"""How long a port may stay taken after the leftovers that held it were ended."""


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Hold the data folder: two supervisors on one database would each start a broker and beat."""
    path = settings.data_path / "run" / "supervisor.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="ascii") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Conflict(
                f"A newsroom runs on {settings.data_path} already: stop it with Ctrl-C, "
                "or set NEWSROOM_DATA_DIR to another folder."
            ) from None
        yield


def _list(settings: Settings) -> Path:
    return settings.data_path / "run" / "processes.json"


def note_processes(settings: Settings, running: Mapping[int, list[str]]) -> None:
    """Write down what runs, for a next start after this supervisor was killed."""
    path = _list(settings)
    new = path.with_suffix(".new")
    # A precaution: a full disk must not be the end of what runs well.
    with suppress(OSError):
        new.write_text(json.dumps({str(pid): command for pid, command in running.items()}))
        new.replace(path)


def sweep(settings: Settings) -> bool:
    """End what a killed supervisor has left behind; whether there was anything."""
    try:
        noted: dict[str, list[str]] = json.loads(_list(settings).read_text())
    except (OSError, ValueError):
        return False
    left = [int(pid) for pid, command in noted.items() if _is_ours(int(pid), command)]
    for pid in left:
        with suppress(ProcessLookupError):  # it may be dying of its supervisor's death already
            os.killpg(pid, signal.SIGKILL)
    _list(settings).unlink()
    return bool(left)


def _is_ours(pid: int, command: list[str]) -> bool:
    """A number alone is no proof: the machine may have given it to a stranger since."""
    asked = ["ps", "-ww", "-o", "pgid=,command=", "-p", str(pid)]
    try:
        shown = subprocess.run(asked, capture_output=True, text=True, check=False).stdout  # noqa: S603
    except FileNotFoundError:
        return False
    # Without its first word: macOS shows another path of the same Python there.
    return shown.split()[:1] == [str(pid)] and " ".join(command[1:]) in shown


def want_ports(settings: Settings, patience_seconds: float = 0.0) -> None:
    """Raise Conflict with one sentence for the first port that cannot be listened on."""
    for name, port in (
        ("NEWSROOM_PORT", settings.port),
        ("NEWSROOM_LIVE_PORT", settings.live_port),
    ):
        until = time.monotonic() + patience_seconds
        while refusal := _refusal(settings.host, port):
            if time.monotonic() < until and refusal == errno.EADDRINUSE:
                time.sleep(0.1)
                continue
            raise Conflict(_sentence(refusal, settings.host, port, name))


def _refusal(host: str, port: int) -> int:
    """The error number with which listening would fail; 0 where it would not."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as tried:
        # As the server itself will: a port that only waits for old packets is free.
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as error:
            return error.errno or errno.EINVAL
    return 0


def _sentence(refusal: int, host: str, port: int, name: str) -> str:
    if refusal == errno.EADDRINUSE:
        return (
            f"Port {port} on {host} is taken: stop what uses it, or set {name} to another number."
        )
    if refusal == errno.EACCES:
        return f"Port {port} is kept for the system: set {name} to a number above 1023."
    return f"This machine cannot listen on {host}: set NEWSROOM_HOST to an address of its own."

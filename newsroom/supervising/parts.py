"""What a newsroom on one machine is made of: each process, in order, and when it is ready."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

from newsroom import broker
from newsroom.errors import Conflict
from newsroom.settings import Settings
from newsroom.supervising import command_lines, health

WORKER_READY = "The worker is ready."
BEAT_READY = "Beat is ready."

PREPARE = "prepare"

PREPARE_SECONDS = 600.0
"""How long migrations and the demo newsroom may take on a slow machine."""


@dataclass(frozen=True)
class Part:
    """One process; `ready` is given what it has said so far."""

    name: str
    command: list[str]
    ready: Callable[[str], bool] = bool
    once: bool = False
    start_seconds: float = 120.0


def parts(settings: Settings) -> list[Part]:
    """In the order in which they are started; they are stopped from the last to the first."""
    return [
        *([_broker(settings)] if settings.embedded_broker else []),
        Part(PREPARE, _prepare_command(), once=True, start_seconds=PREPARE_SECONDS),
        Part("web", command_lines.web(settings), _answers(settings, settings.port)),
        Part("live", command_lines.live(settings), _answers(settings, settings.live_port)),
        Part("worker", command_lines.worker(settings), lambda said: WORKER_READY in said),
        Part("beat", command_lines.beat(settings), lambda said: BEAT_READY in said),
    ]


def _broker(settings: Settings) -> Part:
    data = settings.data_path / "broker"
    data.mkdir(parents=True, exist_ok=True)
    _make_for_socket(settings)
    return Part(
        "broker",
        broker.server_command(settings.socket_path, data),
        lambda _said: broker.answers(settings.socket_path),
    )


def _make_for_socket(settings: Settings) -> None:
    folder = settings.socket_path.parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Outside the data folder it lies where every user may make one, and put in a broker of theirs.
    if settings.data_path not in folder.parents and folder.lstat().st_uid != os.getuid():
        raise Conflict(
            f"{folder} belongs to another user: set NEWSROOM_DATA_DIR to a folder less deep."
        )


def _answers(settings: Settings, port: int) -> Callable[[str], bool]:
    patience = health.SHORT_PATIENCE_SECONDS
    return lambda _said: health.page_answers(settings, port, patience)


def _prepare_command() -> list[str]:
    """By name through the command line: it reaches features that this package must not know."""
    return [sys.executable, "-m", "newsroom.cli", PREPARE]

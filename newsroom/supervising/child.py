"""One process of the newsroom: how it is started, what it says, and that it dies with its parent."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping

from newsroom.supervising.parts import Part
from newsroom.supervising.restarts import Record

KEPT_WORDS = 10_000
"""Characters of output kept to see whether it has said that it is ready."""

PR_SET_PDEATHSIG = 1


def _die_with_parent() -> Callable[[], None] | None:
    """To be called in a new process; Linux alone offers it, elsewhere leftovers are swept up."""
    if sys.platform != "linux":
        return None
    prctl, parent = ctypes.CDLL(None).prctl, os.getpid()

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it died before it could be asked for
            os.kill(os.getpid(), signal.SIGTERM)

    return ask


class Child:
    """A part that runs, or waits to be started again."""

    def __init__(self, part: Part, environment: Mapping[str, str]) -> None:
        self.part = part
        self.environment = environment
        self.record = Record()
        self.said = ""
        self.started_at = 0.0
        self.due_at: float | None = None
        self.process: subprocess.Popen[bytes] | None = None
        self._unfinished = b""

    def start(self) -> None:
        self.due_at = None
        self.said = ""
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 - our own command lines
            self.part.command,
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            # Of a part that runs once, standard output is for the person and errors for the log.
            stderr=None if self.part.once else subprocess.STDOUT,
            # A group of its own: Ctrl-C must reach the supervisor alone, which stops in order.
            process_group=0,
            preexec_fn=_die_with_parent(),  # noqa: PLW1509 - the supervisor has no threads
        )

    @property
    def pid(self) -> int:
        return self.process.pid if self.process else 0

    @property
    def output(self) -> int:
        """The file descriptor to read from while it runs."""
        if self.process is None or self.process.stdout is None:
            raise RuntimeError(f"{self.part.name} was not started")
        return self.process.stdout.fileno()

    def read_lines(self) -> list[str] | None:
        """What it has said since; None once it cannot say more."""
        data = os.read(self.output, 65536)
        *lines, self._unfinished = (self._unfinished + data).split(b"\n")
        if not data and self._unfinished:
            lines, self._unfinished = [self._unfinished], b""
        words = [line.decode(errors="replace") for line in lines]
        self.said = (self.said + "".join(f"{line}\n" for line in words))[-KEPT_WORDS:]
        return words if data or words else None

    def exit_code(self) -> int | None:
        return self.process.poll() if self.process else None

    def bury(self) -> None:
        """After its death: end what it had started, and note when it may live again."""
        self.kill()
        if self.process and self.process.stdout:
            self.process.stdout.close()
        self.process = None
        self.record = self.record.after(time.monotonic() - self.started_at)
        self.due_at = time.monotonic() + self.record.pause_seconds

    def ask_to_stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()

    def kill(self) -> None:
        """Its whole group: gunicorn's workers outlive a killed master and hold its port."""
        if self.process is None:
            return
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        except PermissionError:
            self.process.kill()  # macOS says so of a group whose members are all dead

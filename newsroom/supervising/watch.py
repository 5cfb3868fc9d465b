"""Start the parts in order, start each again when it dies, stop them in reverse within five seconds."""

import selectors
import signal
import socket
import time
from collections.abc import Callable, Mapping
from types import FrameType

from newsroom.errors import Conflict
from newsroom.supervising.child import Child
from newsroom.supervising.parts import Part

STOP_SECONDS = 3.5
"""For everything but the first part; one second more for that, and the whole stays below five."""

LAST_STOP_SECONDS = 1.0
LOOK_SECONDS = 0.05
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

Say = Callable[[str, str], None]
"""Given the name of a part and a line of its."""


class Watch:
    """One loop without threads: output, deaths and signals all wake the same select."""

    def __init__(
        self,
        parts: list[Part],
        environment: Mapping[str, str],
        say: Say,
        note: Callable[[Mapping[int, list[str]]], None],
    ) -> None:
        self.children = [Child(part, environment) for part in parts]
        self.say = say
        self.note = note
        self.stopping = False
        self._selector = selectors.DefaultSelector()
        self._asleep, self._bell = socket.socketpair()

    def run(self, announce: Callable[[str], None]) -> None:
        """Until a signal; raises Conflict where a part does not start. `announce` follows each."""
        self._listen()
        try:
            for child in self.children:
                if not self._start(child):
                    return
                announce(child.part.name)
            while not self.stopping:
                self._look(1.0)
                self._heal()
        finally:
            self._stop()

    def _listen(self) -> None:
        for end in (self._asleep, self._bell):
            end.setblocking(False)
        self._selector.register(self._asleep, selectors.EVENT_READ)
        signal.set_wakeup_fd(self._bell.fileno())
        for number in SIGNALS:
            signal.signal(number, self._on_signal)
        # A death alone need not close the output: grandchildren may still hold it.
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True

    def _spawn(self, child: Child) -> None:
        child.start()
        self._selector.register(child.output, selectors.EVENT_READ, child)
        self.note({one.pid: one.part.command for one in self.children if one.pid})

    def _start(self, child: Child) -> bool:
        """Start it and wait until it is ready; False where a signal came first."""
        self._spawn(child)
        until = time.monotonic() + child.part.start_seconds
        while not self.stopping:
            self._look(LOOK_SECONDS)
            ended = child.exit_code()
            if child.part.once and ended == 0:
                self._bury(child)
                child.due_at = None
                return True
            if ended is not None or time.monotonic() > until:
                self._drain(child)
                raise Conflict(_failure(child, ended))
            if not child.part.once and child.part.ready(child.said):
                return True
            self._heal(but=child)
        return False

    def _look(self, seconds: float) -> None:
        for key, _ in self._selector.select(seconds):
            if key.fileobj is self._asleep:
                self._asleep.recv(4096)
            else:
                self._read(key.data)

    def _read(self, child: Child) -> None:
        lines = child.read_lines()
        if lines is None:
            self._selector.unregister(child.output)
            return
        for line in lines:
            self.say(child.part.name, line)

    def _drain(self, child: Child) -> None:
        """Its last words, which may still be in the pipe."""
        while child.process and child.output in self._selector.get_map():
            if not any(key.data is child for key, _ in self._selector.select(0)):
                return
            self._read(child)

    def _bury(self, child: Child) -> None:
        self._drain(child)
        if child.output in self._selector.get_map():
            self._selector.unregister(child.output)
        child.bury()

    def _heal(self, but: Child | None = None) -> None:
        for child in self.children:
            ended = child.exit_code()
            if ended is not None and child is not but:
                self._bury(child)
                self.say(child.part.name, _obituary(ended, child.record.pause_seconds))
            if child.due_at is not None and time.monotonic() >= child.due_at:
                self._spawn(child)

    def _stop(self) -> None:
        running = [child for child in reversed(self.children) if child.process]
        self._end(running[:-1], STOP_SECONDS)
        self._end(running[-1:], LAST_STOP_SECONDS)
        self.note({})
        signal.set_wakeup_fd(-1)
        self._selector.close()

    def _end(self, children: list[Child], seconds: float) -> None:
        for child in children:
            child.ask_to_stop()
        until = time.monotonic() + seconds
        while time.monotonic() < until and any(c.exit_code() is None for c in children):
            self._look(LOOK_SECONDS)
        for child in children:
            self._bury(child)


def _obituary(ended: int, pause_seconds: float) -> str:
    how = f"signal {-ended}" if ended < 0 else f"exit code {ended}"
    return f"Ended with {how}; starting it again in {pause_seconds:.1f} s."


def _failure(child: Child, ended: int | None) -> str:
    if ended is None:
        return f"{child.part.name} was not ready after {child.part.start_seconds:.0f} seconds."
    return f"{child.part.name} did not start; what it said last stands above."

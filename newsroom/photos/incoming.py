"""The pieces of files that are being sent: what lies on disk is always the file's beginning."""

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from newsroom.photos.storage import NotKeptError

PIECE = 64 * 1024
"""Bytes read at once."""
ROOM_LEFT = 256 * 1024 * 1024
"""Bytes of the disk that uploads leave to the rest of the newsroom."""
NO_ROOM = "The newsroom's disk has no room for this file now. Tell whoever runs it."


class OffsetError(Exception):
    """The piece begins elsewhere than the file ends; `offset` is where it ends."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class BusyError(Exception):
    """Another process has the file in hand."""


@dataclass(frozen=True)
class Incoming:
    """One folder, shared by all web and worker processes; each file locked by who works on it."""

    root: Path

    def begin(self, token: str, size: int) -> None:
        """Raises NotKeptError where the disk has no room for a file of that size."""
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            if shutil.disk_usage(self.root).free < size + ROOM_LEFT:
                raise NotKeptError(NO_ROOM)
            self._path(token).touch(mode=0o600)
        except OSError as error:
            raise NotKeptError(NO_ROOM) from error

    def offset(self, token: str) -> int | None:
        """How many bytes are here; None where the file is gone."""
        with contextlib.suppress(FileNotFoundError):
            return self._path(token).stat().st_size
        return None

    def append(self, token: str, offset: int, pieces: Iterator[bytes], size: int) -> int:
        """Add a piece that begins at `offset`; gives the new end, which may be within the piece.

        A process that is killed, and a connection that breaks, leave what had come by then.
        Raises OffsetError, BusyError, NotKeptError, and FileNotFoundError where the file is gone.
        """
        with self._locked(token, "r+b") as file:
            end = file.seek(0, os.SEEK_END)
            if end != offset:
                raise OffsetError(end)
            try:
                for piece in pieces:
                    file.write(piece[: size - end])
                    end = min(size, end + len(piece))
                file.flush()
                if end == size:
                    os.fsync(file.fileno())
            except OSError as error:
                raise NotKeptError(NO_ROOM) from error
        return end

    @contextlib.contextmanager
    def in_hand(self, token: str) -> Iterator[bytes]:
        """The whole file, for one process alone: killed, it lets go of it at once.

        Raises BusyError, and FileNotFoundError where the file is gone.
        """
        with self._locked(token, "rb") as file:
            yield file.read()

    def remove(self, token: str) -> None:
        self._path(token).unlink(missing_ok=True)

    def tokens(self) -> list[str]:
        """Of every file that lies here."""
        return [path.stem for path in self.root.glob("*.part")]

    def touched_at(self, token: str) -> datetime | None:
        with contextlib.suppress(FileNotFoundError):
            return datetime.fromtimestamp(self._path(token).stat().st_mtime, UTC)
        return None

    @contextlib.contextmanager
    def _locked(self, token: str, mode: str) -> Iterator[BinaryIO]:
        with self._path(token).open(mode, buffering=PIECE) as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise BusyError from error
            yield file  # type: ignore[misc]  # both modes are of bytes

    def _path(self, token: str) -> Path:
        """Tokens are our own: letters, digits, - and _ alone."""
        return self.root / f"{token}.part"


def incoming(data_path: Path) -> Incoming:
    return Incoming(data_path / "photos" / "incoming")

"""A watched folder: which files are complete, reading one, and putting it away with a note."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from newsroom.wire.fetching import FetchError
from newsroom.wire.fetching.limits import MEGABYTE

TAKEN, REFUSED = "taken", "refused"
UNFINISHED = (".tmp", ".part", ".partial", ".filepart", ".crdownload")
"""How programs end the names of files that they still write."""
MOST_FILES = 2_000
"""Looked at in one go; those behind them come the next time."""
LONGEST_NAME = 200
"""Bytes of a name that is kept: what marks it and its note stand around it."""

MARK_LETTERS = 8
"""Of a fingerprint, in the name of a file that is put away."""

_OWN_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC

NOT_ALLOWED = "No folder may be watched: an administrator names one in NEWSROOM_WIRE_FOLDERS."
OUTSIDE = "The folder is not below the administrator’s, or leads out of it."
MISSING = "There is no such folder, or it cannot be read."

Sizes = dict[str, list[int]]
"""Size and time of change of each file, by its number on the disk, which a renaming keeps."""


class RefusedFile(Exception):
    """It is not taken; `sentence` is put beside it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Watched:
    """An open folder; files are named relative to it, so that nobody can exchange it meanwhile."""

    handle: int

    def look(self, before: Mapping[str, list[int]]) -> tuple[list[str], Sizes]:
        """The names of complete files, the oldest first, and what was seen, for the next look.

        A file is complete that is as it was at the last look; renamed meanwhile it still is.
        """
        seen: Sizes = {}
        complete: list[tuple[int, str]] = []
        for entry in self._files():
            facts = entry.stat(follow_symlinks=False)
            number, size = str(facts.st_ino), [facts.st_size, facts.st_mtime_ns]
            seen[number] = size
            if is_finished(entry.name) and (entry.is_symlink() or before.get(number) == size):
                complete.append((facts.st_mtime_ns, entry.name))
        return [name for _, name in sorted(complete)], seen

    def read(self, name: str, most: int) -> bytes:
        """Raises RefusedFile for what is no file of the folder's own, or too large."""
        try:
            handle = os.open(name, _OWN_FILE, dir_fd=self.handle)
        except OSError as error:
            raise RefusedFile("It is a link, or cannot be read.") from error
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise RefusedFile("It is not a file.")
            raw = file.read(most + 1)
        if not raw:
            raise RefusedFile("It is empty.")
        if len(raw) > most:
            raise RefusedFile(f"It is larger than {most / MEGABYTE:g} MB.")
        return raw

    def begins(self, name: str, first: int, judge: Callable[[bytes], bool]) -> bool:
        """What `judge` says of its first bytes; no of what is no file of the folder's own."""
        try:
            handle = os.open(name, _OWN_FILE, dir_fd=self.handle)
        except OSError:
            return False
        with os.fdopen(handle, "rb") as file:
            return stat.S_ISREG(os.fstat(handle).st_mode) and judge(file.read(first))

    def put_away(self, name: str, place: str, mark: str, notes: str = "") -> None:
        """Move it below `place`, marked so that no other of its name is lost there."""
        with suppress(FileExistsError):
            os.mkdir(place, 0o755, dir_fd=self.handle)
        below = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=self.handle)
        try:
            kept = f"{mark}-{os.fsdecode(os.fsencode(name)[-LONGEST_NAME:])}"
            os.rename(name, kept, src_dir_fd=self.handle, dst_dir_fd=below)
            if notes:
                _write(f"{kept}.note.txt", notes, below)
        finally:
            os.close(below)

    def _files(self) -> Iterator[os.DirEntry[str]]:
        with os.scandir(self.handle) as entries:
            for count, entry in enumerate(entries):
                if count == MOST_FILES:
                    return
                if not entry.is_dir(follow_symlinks=False):
                    yield entry


def is_finished(name: str) -> bool:
    return not name.startswith(".") and not name.lower().endswith(UNFINISHED)


@contextmanager
def opened(root: str, relative: str) -> Iterator[Watched]:
    """The folder below the administrator's; raises FetchError, also while it is in use."""
    if not root:
        raise FetchError(NOT_ALLOWED)
    try:
        top = Path(root).resolve(strict=True)
        path = (top / relative).resolve(strict=True)
        if top not in path.parents:
            raise FetchError(OUTSIDE)
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError as error:
        raise FetchError(MISSING) from error
    try:
        yield Watched(handle)
    except OSError as error:
        raise FetchError("The newsroom cannot move files in the folder.") from error
    finally:
        os.close(handle)


def _write(name: str, text: str, folder: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
    with os.fdopen(os.open(name, flags, 0o644, dir_fd=folder), "w", encoding="utf-8") as file:
        file.write(f"{text}\n")

"""Where photos lie: under the SHA-256 of their bytes, whole or not at all, on disk or in a bucket."""

import contextlib
import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from newsroom.settings import current_settings
from newsroom.whole_files import fingerprint, write_whole

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class NotKeptError(Exception):
    """The store did not take the file; `sentence` is for the person who sent it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class AwayError(OSError):
    """The store does not answer now; what lies there is as it was."""


@dataclass(frozen=True)
class Kept:
    """A file of a store, as a look through all of it finds it."""

    place: str
    bytes: int
    changed_at: datetime


class Store(Protocol):
    """Files named by their content; two with the same bytes are one file."""

    def put(self, data: bytes, suffix: str) -> str:
        """Keep the bytes, durable when this returns; gives their place. Raises NotKeptError."""

    def path(self, place: str) -> Path:
        """A file on this machine with those bytes.

        Raises FileNotFoundError where the store has none, AwayError where it does not answer.
        """

    def changed_at(self, place: str) -> datetime | None:
        """When it was put there last; None where it is not. Raises AwayError."""

    def remove(self, place: str) -> None:
        """Forget a file; one that is gone already is no fault."""

    def listing(self) -> Iterator[Kept]:
        """Every file, in no order; raises AwayError."""

    def drop_copies(self) -> None:
        """Make room on this machine, where the files lie elsewhere."""


@dataclass(frozen=True)
class Shelf:
    """One folder of this machine, or one that several share."""

    root: Path

    def put(self, data: bytes, suffix: str) -> str:
        place = place_of(fingerprint(data), suffix)
        path = self.root / place
        try:
            if path.is_file():
                os.utime(path)  # young again: whoever clears up leaves it alone
                return place
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
        except OSError as error:
            raise NotKeptError(_sentence(error)) from error
        return place

    def path(self, place: str) -> Path:
        found = self.root / place
        if not found.is_file():
            raise FileNotFoundError(errno.ENOENT, "no such photo file", str(found))
        return found

    def changed_at(self, place: str) -> datetime | None:
        try:
            return _moment((self.root / place).stat().st_mtime)
        except FileNotFoundError:
            return None

    def remove(self, place: str) -> None:
        with contextlib.suppress(OSError):
            (self.root / place).unlink()

    def listing(self) -> Iterator[Kept]:
        """What a killed process left half written counts too: it is nobody's."""
        for path in self.root.glob("*/*"):
            with contextlib.suppress(FileNotFoundError):
                facts = path.stat()
                place = path.relative_to(self.root).as_posix()
                yield Kept(place, facts.st_size, _moment(facts.st_mtime))

    def drop_copies(self) -> None:
        """There are none: these are the files themselves."""


def place_of(name: str, suffix: str) -> str:
    return f"{name[:2]}/{name}{suffix}"


def originals(data_path: Path) -> Store:
    return _store(data_path, "originals")


def renditions(data_path: Path) -> Store:
    return _store(data_path, "renditions")


def drop_copies() -> None:
    """Copies at hand of files in a bucket, which nobody looked at lately."""
    data = current_settings().data_path
    for store in (originals(data), renditions(data)):
        store.drop_copies()


def _store(data_path: Path, part: str) -> Store:
    settings = current_settings()
    if not settings.photo_store:
        return Shelf(data_path / "photos" / part)
    from newsroom.photos.bucket import bucket_of  # a newsroom without one loads nothing of it

    return bucket_of(settings, part)


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _sentence(error: OSError) -> str:
    if error.errno in FULL:
        return "The newsroom's disk is full, so the photo was not kept. Tell whoever runs it."
    return "The newsroom cannot write to its photo folder. Tell whoever runs it."

"""Where photos lie on disk: under the SHA-256 of their bytes, written whole or not at all."""

import contextlib
import errno
from dataclasses import dataclass
from pathlib import Path

from newsroom.whole_files import fingerprint, write_whole

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class NotKeptError(Exception):
    """The disk did not take the file; `sentence` is for the person who sent it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Shelf:
    """One folder of files named by their content; two with the same bytes are one file."""

    root: Path

    def put(self, data: bytes, suffix: str) -> str:
        """Keep the bytes, durable when this returns; gives their place, relative to the root.

        Raises NotKeptError where the disk is full or cannot be written.
        """
        name = fingerprint(data)
        place = f"{name[:2]}/{name}{suffix}"
        path = self.root / place
        if path.is_file():
            return place
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
        except OSError as error:
            raise NotKeptError(_sentence(error)) from error
        return place

    def path(self, place: str) -> Path:
        return self.root / place

    def remove(self, place: str) -> None:
        """Forget a file; one that is gone already is no fault."""
        with contextlib.suppress(OSError):
            (self.root / place).unlink()


def originals(data_path: Path) -> Shelf:
    return Shelf(data_path / "photos" / "originals")


def renditions(data_path: Path) -> Shelf:
    return Shelf(data_path / "photos" / "renditions")


def _sentence(error: OSError) -> str:
    if error.errno in FULL:
        return "The newsroom's disk is full, so the photo was not kept. Tell whoever runs it."
    return "The newsroom cannot write to its photo folder. Tell whoever runs it."

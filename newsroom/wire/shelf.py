"""Where raw bytes lie: under their SHA-256 in the data folder, packed, whole or not at all."""

import contextlib
import gzip
from dataclasses import dataclass
from pathlib import Path

from newsroom.errors import Invalid, NotFound
from newsroom.whole_files import fingerprint, write_whole

NOT_KEPT = "The newsroom cannot write to its wire folder. Tell whoever runs it."
PACKED_QUICKLY = 3
"""Of gzip's levels: copy shrinks to a third at a fraction of the time."""


@dataclass(frozen=True)
class Shelf:
    """The same bytes a thousand times are one file."""

    root: Path

    def put(self, raw: bytes) -> str:
        """Keep them, durable when this returns, and give their name; raises Invalid."""
        name = fingerprint(raw)
        path = self._path(name)
        if path.is_file():
            return name
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(path, gzip.compress(raw, PACKED_QUICKLY, mtime=0))
        except OSError as error:
            raise Invalid(NOT_KEPT) from error
        return name

    def get(self, name: str) -> bytes:
        """Raises NotFound where they are gone or spoilt."""
        try:
            return gzip.decompress(self._path(name).read_bytes())
        except (OSError, EOFError, ValueError) as error:
            raise NotFound("These bytes are no longer kept.") from error

    def remove(self, name: str) -> None:
        with contextlib.suppress(OSError):
            self._path(name).unlink()

    def _path(self, name: str) -> Path:
        return self.root / name[:2] / f"{name}.gz"


def raw_shelf(data_path: Path) -> Shelf:
    return Shelf(data_path / "wire" / "raw")

"""The data folder of a newsroom on one machine, and the secret key that is kept in it."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

PRIVATE = 0o700
"""Drafts and password hashes lie in it: other users of the machine have no business there."""


def make(folder: Path) -> None:
    folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)


def secret_key(folder: Path) -> str:
    """Made once and kept; empty where the file was spoilt."""
    path = folder / "secret-key"
    if not path.exists():
        _make_key(path)
    return path.read_text(encoding="ascii").strip()


def _make_key(path: Path) -> None:
    """Whole or not at all, and once: of two processes that start together both read the same."""
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".secret-key-")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(aside)
    finally:
        Path(aside).unlink()

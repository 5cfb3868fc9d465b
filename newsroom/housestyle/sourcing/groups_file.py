"""The packed groups: one a line, the source first, each spelling behind a bar."""

import gzip
from collections.abc import Iterable
from pathlib import Path

from newsroom.housestyle.folding import letters
from newsroom.housestyle.offered import BAR
from newsroom.housestyle.sourcing.group import Group


def write_groups(file: Path, groups: Iterable[Group]) -> int:
    """Return how many were written; the same groups always make the same bytes."""
    lines: dict[str, str] = {}
    for group in groups:
        key = BAR.join(sorted(map(letters, group.spellings)))
        lines.setdefault(key, BAR.join([group.source, *group.spellings]))
    text = "\n".join(lines.values()) + "\n"
    file.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    return len(lines)

"""How much memory processes hold."""

import re
from collections.abc import Iterable
from pathlib import Path

PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


def held_kib(pids: Iterable[int]) -> int:
    """Their proportional share: what several have in common counts once."""
    return sum(pss(Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")) for pid in pids)


def pss(rollup: str) -> int:
    found = PSS.search(rollup)
    assert found, rollup
    return int(found.group(1))

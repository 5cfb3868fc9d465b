"""When a process that died is started again: at once, then ever later while it keeps dying."""

from dataclasses import dataclass

FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 10.0
SETTLED_SECONDS = 30.0
"""A process that lived this long had started well; what it did before is forgotten."""


@dataclass(frozen=True)
class Record:
    """How often a process has died in a row."""

    deaths: int = 0

    def after(self, lived_seconds: float) -> "Record":
        return Record(1 if lived_seconds >= SETTLED_SECONDS else self.deaths + 1)

    @property
    def pause_seconds(self) -> float:
        if self.deaths == 0:
            return 0.0
        # The exponent is bounded: a process that dies all night must not overflow it.
        return min(FIRST_PAUSE_SECONDS * 2.0 ** min(self.deaths - 1, 10), LONGEST_PAUSE_SECONDS)

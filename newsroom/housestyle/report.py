"""A reading of a plain text as lines for a person at a terminal."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from newsroom.housestyle.matches import Kind, LeftAlone, Match, Reading
from newsroom.housestyle.passages import Passage


def lines(text: str, passages: Sequence[Passage], reading: Reading) -> Iterator[str]:
    """Give "line:column words -> suggestion" in the order of the text, a count at the end."""
    starts = list(accumulate((len(line) for line in text.splitlines(keepends=True)), initial=0))
    for verdict in reading.in_order:
        offset = passages[verdict.passage].start + verdict.start
        row = bisect_right(starts, offset)
        yield f"{row}:{offset - starts[row - 1] + 1} {_in_words(verdict)}"
    changes = sum(match.kind is not Kind.QUOTE for match in reading.matches)
    yield f"{changes} to change, {len(reading.in_order) - changes} left alone."


def _in_words(verdict: Match | LeftAlone) -> str:
    words = " ".join(verdict.words.split())
    if isinstance(verdict, Match) and verdict.kind is not Kind.QUOTE:
        return f"{words} -> {verdict.suggestion} ({verdict.kind})"
    return f"{words}: {verdict.reason}"

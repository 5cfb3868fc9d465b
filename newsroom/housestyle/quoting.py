"""Which parts of a document quote somebody, read when it is first asked."""

from collections.abc import Sequence
from functools import cached_property

from newsroom.housestyle.passages import APART, Passage
from newsroom.housestyle.quotes import quotations
from newsroom.housestyle.spans import Span, touches


class Quoting:
    """Running text is read as one, so that a quotation is followed over its paragraphs."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages

    def is_quoted(self, index: int, start: int, end: int) -> bool:
        """Whether any part of the range, in the passage with this index, is quoted."""
        passage = self._passages[index]
        if passage.quoted:
            return True
        if passage.kind in APART:
            return touches(quotations([passage.text])[0], start, end)
        return touches(self._running[index], start, end)

    @cached_property
    def _running(self) -> dict[int, list[Span]]:
        running = [i for i, passage in enumerate(self._passages) if passage.kind not in APART]
        found = quotations([self._passages[i].text for i in running])
        return dict(zip(running, found, strict=True))

"""The index of all agency copy, and a story held against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from newsroom.wire.reuse import retention, statistics
from newsroom.wire.reuse.engines import opened
from newsroom.wire.reuse.ingest import ingest
from newsroom.wire.reuse.lookup import candidates
from newsroom.wire.reuse.model import Copy, Passage, Reuse
from newsroom.wire.reuse.neutral import Span, without
from newsroom.wire.reuse.reading import passages_in, reuse_of
from newsroom.wire.reuse.section import section_of, sections_of
from newsroom.wire.reuse.size import Size, size_of
from newsroom.wire.reuse.tables import WIRE, state
from newsroom.wire.reuse.words import words_of


class ReuseIndex:
    """Any number of processes may read and write one at once; no reader waits for a writer."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._statistics = statistics.Statistics()

    @classmethod
    def open(cls, address: str | Path, schema: str = WIRE) -> ReuseIndex:
        """`address` is the path of an SQLite file, made where it is missing, or a database's URL.

        In such a database it lies in the schema of that name.
        """
        return cls(opened(address, schema))

    def close(self) -> None:
        self._engine.dispose()

    def ingest(self, copies: Iterable[Copy]) -> int:
        """How many were new or changed. The lists are counted anew when the copy has much grown."""
        changed = ingest(self._engine, copies)
        if changed and statistics.are_due(self._engine):
            self.refresh_statistics()
        return changed

    def remove(self, ids: Sequence[str]) -> int:
        """How many of them were there."""
        return retention.remove(self._engine, ids)

    def prune(self, before: datetime) -> int:
        """Remove what was published earlier; how many items that were."""
        return self.remove(retention.older_than(self._engine, before))

    def refresh_statistics(self) -> None:
        """Once a night: a second for the phrases, and two for each million paragraphs."""
        statistics.refresh(self._engine)

    def check(self, text: str, neutral: Sequence[Span] = (), but: str | None = None) -> Reuse:
        """The passages of the text that stand in agency copy.

        What lies in `neutral` is not looked at and counts for no share: credit lines, captions.
        The item whose id is `but` is not held against it.
        """
        passages = [one for each in self._held_against(text, neutral, but) for one in each]
        return reuse_of(text, passages, sum(end - start for start, end in neutral))

    def _held_against(
        self, text: str, neutral: Sequence[Span], but: str | None
    ) -> Iterator[Iterator[Passage]]:
        with self._engine.connect() as connection:
            known = self._statistics = statistics.current(connection, self._statistics)
            for words in sections_of(without(neutral, words_of(text))):
                section = section_of(text, words, known.stock, known.stop)
                found = candidates(connection, section.asked)
                yield passages_in(section, [copy for copy in found if copy.id != but])

    def candidates(self, text: str) -> list[Copy]:
        """The items that a story of ordinary length is aligned with, the likeliest first."""
        with self._engine.connect() as connection:
            known = self._statistics = statistics.current(connection, self._statistics)
            section = section_of(text, words_of(text), known.stock, known.stop)
            return candidates(connection, section.asked)

    @property
    def epoch(self) -> int:
        """Grows with every change: what was found at this one need not be looked for again."""
        with self._engine.connect() as connection:
            return int(connection.execute(sa.select(state.c.epoch)).scalar_one())

    @property
    def size(self) -> Size:
        return size_of(self._engine)

    @property
    def needs_rebuild(self) -> bool:
        """Whether it was made by another normaliser, and so finds less than it should."""
        return retention.needs_rebuild(self._engine)

    def rebuild(self, progress: retention.Progress = lambda _done, _of: None) -> None:
        """Read all its copy again; it can be asked and added to meanwhile."""
        retention.rebuild(self._engine, progress)
        self.refresh_statistics()

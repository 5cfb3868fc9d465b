"""Sentences of agencies and papers, each with all that it gives to an outlet, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.wire.attribution import Attribution
from tests.wire.reading import sources

TABLE = Path(__file__).with_name("sentences.txt")

Expected = tuple[str, ...]


def table() -> Iterator[tuple[str, list[Expected]]]:
    sentence, given = "", []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("="):
            given.append(_cells(line[1:]))
            continue
        if sentence:
            yield sentence, given
        sentence, given = ("" if line.startswith("#") else line), []
    if sentence:
        yield sentence, given


def _cells(line: str) -> Expected:
    cells = [cell.strip() for cell in line.split("|")]
    return tuple([*cells, "", "", ""][:5])


def as_cells(found: Attribution) -> Expected:
    names = ",".join(found.outlets) or ("?" if found.unnamed_outlet else "-")
    unnamed = "a" if found.anonymous else ""
    return found.kind.value, names, found.speaker or "", unnamed, ",".join(found.via)


@pytest.mark.parametrize(("sentence", "given"), list(table()), ids=lambda one: str(one)[:50])
def test_a_sentence_gives_its_outlets_what_they_said(sentence: str, given: list[Expected]):
    assert [as_cells(one) for one in sources(sentence)] == given


def test_the_table_is_long_enough_to_mean_something():
    assert len(list(table())) > 120

"""Every sentence of cases.jsonl gives what stands beside it, and no outlet more."""

import pytest

from tests.wire.reading import Case, cases


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.text[:50])
def test_the_sentence_gives_its_sources_and_no_others(case: Case):
    assert case.faults() == []

"""The standard on quotations whose speaker the reader has to wait for."""

import re
from collections.abc import Iterator

from newsroom.wire.attribution.quotations import quoted_spans
from newsroom.wire.standards.material import Breach, Material
from newsroom.wire.standards.table import Rule
from newsroom.wire.standards.voices import OF_SPEAKERS, span

MOST_SENTENCES = 2
"""Of a quotation before its speaker is named."""

_END = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bDr)(?<!\bMs)[.!?…]+(?=\s|[\"'”’»]|$)")


def breaches(material: Material) -> Iterator[Breach]:
    for number, spans in enumerate(quoted_spans(list(material.passages))):
        passage = material.passages[number]
        speakers = [
            (*span(material, one), one)
            for one in material.attributions
            if one.passage == number and one.kind in OF_SPEAKERS and one.speaker
        ]
        for start, end in spans:
            length = _sentences_in(passage[start:end])
            before = [one for one in speakers if one[0] < start]
            behind = [one for one in speakers if one[0] >= end]
            if length <= MOST_SENTENCES or before or not behind or _led_in(material, number, start):
                continue
            first, last, _ = min(behind, key=lambda one: one[0])
            evidence = f"{length} sentences of quotation stand before it."
            yield Breach(Rule.LATE_SPEAKER, first, last, passage[first:last], evidence, number)
            break


def _sentences_in(quotation: str) -> int:
    """The last of them may end in the comma before its speaker."""
    ends = list(_END.finditer(quotation))
    closed = bool(ends) and ends[-1].end() >= len(quotation.rstrip()) - 1
    return len(ends) + (not closed)


def _led_in(material: Material, number: int, start: int) -> bool:
    """By a colon before it, here or at the end of the paragraph above."""
    before = material.passages[number][:start].rstrip()
    if not before and number:
        before = material.passages[number - 1].rstrip()
    return before.endswith(":")

"""A whole text read for its sources, paragraph after paragraph, with one memory."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsroom.wire.attribution.credits import credit_lines
from newsroom.wire.attribution.datelines import dateline
from newsroom.wire.attribution.hazards import plausible
from newsroom.wire.attribution.memory import Memory
from newsroom.wire.attribution.model import OF_OUTLETS, Attribution, Kind
from newsroom.wire.attribution.outlet_statements import outlet_statements
from newsroom.wire.attribution.quotations import Span, quoted_spans
from newsroom.wire.attribution.sentence import read_sentence
from newsroom.wire.attribution.statements import other_statements
from newsroom.wire.attribution.words import sentences
from newsroom.wire.registry import Mention, Registry


def attribute(text: str, registry: Registry) -> list[Attribution]:
    """Every attribution of a text whose paragraphs are parted by newlines, in order of place.

    Offsets are in code points of the text; `passage` is the number of the paragraph.
    """
    passages = text.split("\n")
    begins = [0]
    for passage in passages:
        begins.append(begins[-1] + len(passage) + 1)
    return [
        replace(
            found, start=begins[found.passage] + found.start, end=begins[found.passage] + found.end
        )
        for found in attribute_passages(passages, registry)
    ]


def attribute_passages(passages: Sequence[str], registry: Registry) -> list[Attribution]:
    """Every attribution of a story given as its text blocks; offsets are within each block.

    "The network" is resolved across blocks. Time grows with the length of the text and no faster.
    """
    memory = Memory()
    found: list[Attribution] = []
    for number, (passage, quotes) in enumerate(zip(passages, quoted_spans(passages), strict=True)):
        here = list(_of_passage(number, passage, quotes, registry, memory))
        found += sorted(here, key=lambda attribution: (attribution.start, attribution.end))
    return found


def _of_passage(
    number: int, passage: str, quotes: Sequence[Span], registry: Registry, memory: Memory
) -> Iterator[Attribution]:
    mentions = list(plausible(passage, registry.mentions(passage)))
    formal = list(_formal(number, passage, mentions))
    yield from formal
    spans = [(attribution.start, attribution.end) for attribution in formal]
    rest = _blanked(passage, spans)
    left = [m for m in mentions if rest[m.start] != " "]
    for words in sentences(rest, left, quotes, registry):
        sentence = read_sentence(words, memory)
        outlets = outlet_statements(sentence, passage, number, memory)
        memory.source_is_outlet |= any(a.kind in OF_OUTLETS for a in outlets)
        yield from outlets
        yield from other_statements(sentence, passage, number, memory)


def _formal(number: int, passage: str, mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """The dateline and the credits: what stands beside the copy rather than in it."""
    head = dateline(passage, mentions)
    if head:
        yield Attribution(
            passage=number,
            start=head.start,
            end=head.end,
            text=passage[head.start : head.end],
            kind=Kind.DATELINE,
            outlets=tuple(outlet.key for outlet in head.outlets),
        )
    for credit in credit_lines(passage, mentions):
        yield Attribution(
            passage=number,
            start=credit.start,
            end=credit.end,
            text=passage[credit.start : credit.end],
            kind=Kind.CREDIT,
            outlets=tuple(outlet.key for outlet in credit.outlets),
            unnamed_outlet=credit.agencies,
        )


def _blanked(passage: str, spans: Sequence[Span]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end in sorted(spans):
        # A credit may begin with what reads as a dateline: nothing is blanked twice.
        begin = max(start, position)
        pieces += [passage[position:begin], " " * max(0, end - begin)]
        position = max(position, end)
    return "".join([*pieces, passage[position:]])

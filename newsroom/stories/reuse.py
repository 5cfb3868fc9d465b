"""Which words of a story stand in agency copy, how much of it is whose, and whether that is credited."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from newsroom.housestyle.quotes import quotations
from newsroom.stories.found import REUSE_CREDIT_RULE, Found
from newsroom.stories.passages import Block
from newsroom.stories.prosemirror_compat import length
from newsroom.stories.wire_use import against_this_use
from newsroom.wire.contracts import Use, lacking
from newsroom.wire.creditline import is_credited, propose
from newsroom.wire.registry import Registry
from newsroom.wire.reuse.model import Passage, Reuse
from newsroom.wire.reuse_sources import Source
from newsroom.wire.standards.levels import Levels
from newsroom.wire.standards.table import PREFIX, Rule

READ = frozenset({"headline", "standfirst", "paragraph", "heading"})
"""Whose words these are is asked of them; a caption has a credit of its own."""
BETWEEN = "\n\n"

MUCH_WORDS = 25
MUCH_SHARE = 0.10
"""From so many running words, or so much of the story, on an agency is owed its credit."""

COPY, QUOTED = "reuse", "public_quote"
"""A public quotation several agencies have is nobody's copy; it is only told."""


HUES = 6
"""Colours that passages are told apart by; agencies beyond them share."""


@dataclass(frozen=True)
class AgencyCopy:
    """What a story is held against: what finds passages, whose they are, and who is credited how."""

    find: Callable[[str], Reuse]
    sources: Callable[[Collection[str]], Mapping[str, Source]]
    registry: Registry
    today: date
    countries: frozenset[str] = frozenset()
    """Of the paper, in small letters; empty: any country's exclusion may be meant."""


@dataclass(frozen=True)
class Piece:
    """A passage in its block: [start, end) are code points of the block's text."""

    block: Block
    start: int
    end: int
    passage: Passage
    source: Source
    share: float
    """Of the characters of the story."""
    is_quoted: bool


def pieces(blocks: Sequence[Block], held: AgencyCopy) -> tuple[Piece, ...]:
    """Every passage of the story that stands in agency copy, in document order."""
    return tuple(_pieces([block for block in blocks if block.kind in READ], held))


def reuse(
    found: Sequence[Piece], credit_line: str, credit_at: int, held: AgencyCopy, levels: Levels
) -> list[Found]:
    """Every passage, what no contract covers, and the credit that an agency is owed."""
    copied = [piece for piece in found if not piece.is_quoted]
    owed = uncredited(copied, credit_line, held.registry)
    return [
        *map(_passage, found),
        *_without_contract(copied, held, levels),
        *_against_terms(copied, held, levels),
        *_credit(owed, credit_line, credit_at, held, levels),
    ]


def _pieces(read: Sequence[Block], held: AgencyCopy) -> Iterator[Piece]:
    texts = [block.text for block in read]
    passages = held.find(BETWEEN.join(texts)).passages
    if not passages:
        return
    sources = held.sources({one.item for one in passages})
    starts = [0, *accumulate(len(text) + len(BETWEEN) for text in texts)]
    quoted = quotations(texts)
    whole = max(1, sum(map(len, texts)))
    for passage in passages:
        number = max(n for n, start in enumerate(starts[:-1]) if start <= passage.start)
        block, source = read[number], sources.get(passage.item)
        start = passage.start - starts[number]
        end = min(passage.end - starts[number], len(block.text))
        if source is None or start >= end:
            continue  # its item was forgotten a moment ago
        inside = any(a <= start and end <= b for a, b in quoted[number]) or block.quoted
        is_quoted = inside and bool(passage.also) and passage.words < MUCH_WORDS
        yield Piece(block, start, end, passage, source, (end - start) / whole, is_quoted)


def _passage(piece: Piece) -> Found:
    block, passage, source = piece.block, piece.passage, piece.source
    kind = QUOTED if piece.is_quoted else COPY
    return Found(
        rule=f"{kind}:{source.family}",
        start=block.begin(piece.start),
        end=block.end(piece.end),
        words=block.text[piece.start : piece.end],
        kind=kind,
        severity="note",
        place=block.kind,
        detail={
            "agency": source.agency,
            "hue": hue(source.agency),
            "outlet": source.outlet,
            "item": source.item,
            "headline": source.headline,
            "newest": source.is_newest,
            "killed": source.is_killed,
            "share": round(piece.share, 4),
            "count": passage.words,
            "wire": [passage.paragraph, passage.wire_start, passage.wire_end],
        },
    )


def hue(name: str) -> int:
    """From 1; the same for an agency in every story."""
    return sum(name.encode()) % HUES + 1


def is_much(words: int, share: float) -> bool:
    return words >= MUCH_WORDS or share >= MUCH_SHARE


def shares_of(copied: Sequence[Piece]) -> dict[str, float]:
    """The registered outlets of whose copy the story has much, by key; percent of the story."""
    words: dict[str, int] = defaultdict(int)
    shares: dict[str, float] = defaultdict(float)
    for piece in copied:
        if piece.source.outlet and not piece.is_quoted:
            words[piece.source.outlet] += piece.passage.words
            shares[piece.source.outlet] += piece.share
    return {key: 100 * shares[key] for key in shares if is_much(words[key], shares[key])}


def uncredited(copied: Sequence[Piece], credit_line: str, registry: Registry) -> dict[str, float]:
    """Of these the ones that the line does not credit, with their percent of the story."""
    return {
        key: percent
        for key, percent in shares_of(copied).items()
        if (outlet := registry.outlet(key)) and not is_credited(outlet, credit_line, registry)
    }


def _credit(
    owed: Mapping[str, float], credit_line: str, credit_at: int, held: AgencyCopy, levels: Levels
) -> Iterator[Found]:
    severity = levels.severity(Rule.REUSE_UNCREDITED)
    if not owed or severity is None:
        return
    yield Found(
        rule=REUSE_CREDIT_RULE,
        start=credit_at,
        end=credit_at + length(credit_line),
        words=credit_line,
        kind="credit_line",
        severity=severity,
        place="credit_line",
        suggestion=propose(credit_line, (), held.registry, owed),
    )


def _against_terms(copied: Sequence[Piece], held: AgencyCopy, levels: Levels) -> Iterator[Found]:
    """One for each item, at its longest passage. The gate itself waits for an editor to heed them,
    where the desk blocks; so here they are only told."""
    if levels.severity(Rule.USAGE_TERMS) is None:
        return
    longest: dict[str, Piece] = {}
    for piece in sorted(copied, key=lambda one: one.passage.words):
        longest[piece.source.family] = piece
    for piece in longest.values():
        why = against_this_use(piece.source.terms, held.countries)
        if why:
            yield _asked_by(Rule.USAGE_TERMS, piece, "advice", " ".join(why))


def _asked_by(rule: Rule, piece: Piece, severity: str, reason: str) -> Found:
    return replace(
        _passage(piece),
        rule=f"{PREFIX}{rule}",
        kind="standard",
        severity=severity,
        detail={"reason": reason},
    )


def _without_contract(copied: Sequence[Piece], held: AgencyCopy, levels: Levels) -> Iterator[Found]:
    """One for each outlet, at its longest passage; none where the newsroom keeps no contracts."""
    severity = levels.severity(Rule.NO_CONTRACT)
    if severity is None or not any(one.text_contract for one in held.registry.outlets.values()):
        return
    longest: dict[str, Piece] = {}
    for piece in sorted(copied, key=lambda one: one.passage.words):
        if piece.source.outlet:
            longest[piece.source.outlet] = piece
    for key, piece in longest.items():
        outlet = held.registry.outlet(key)
        why = outlet and lacking(outlet, Use.TEXT, held.today)
        if why:
            yield _asked_by(Rule.NO_CONTRACT, piece, severity, why)

"""What each check says of a document: pure functions of its blocks and the reference data."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from newsroom.housestyle.consistency import Spellings, ways
from newsroom.housestyle.folding import fold
from newsroom.housestyle.in_force import HouseStyle
from newsroom.housestyle.matches import LeftAlone, Match
from newsroom.housestyle.passages import Passage
from newsroom.photos.captions.table import standard_of as caption_rule_of
from newsroom.stories.found import CREDIT_RULE, REUSE_CREDIT_RULE, Found
from newsroom.stories.passages import Block
from newsroom.stories.prosemirror_compat import length
from newsroom.stories.sourcing import sourcing
from newsroom.stories.summary import Summary
from newsroom.wire.attribution import attribute_passages
from newsroom.wire.attribution.model import Attribution
from newsroom.wire.creditline import NOTHING_REUSED, propose
from newsroom.wire.registry import Registry
from newsroom.wire.standards.levels import Levels
from newsroom.wire.standards.table import Rule, standard_of

HOUSE_STYLE = "house_style"
ATTRIBUTION = "attribution"
REUSE = "reuse"
CAPTIONS = "captions"

SAID_AS = {
    HOUSE_STYLE: "house style",
    ATTRIBUTION: "attribution",
    REUSE: "wire copy",
    CAPTIONS: "caption",
}
"""A check's name as the page says it."""

READ_FOR_SOURCES = frozenset({"paragraph", "heading"})

LEFT = "left"
"""The kind of a spelling that is known and stays: part of a longer name, of an address."""

SEVERITY_OF_KIND = {"known": "blocking", "probable": "advice", "quote": "note", LEFT: "note"}
"""How much a house-style match weighs: only a listed spelling in running text shuts a gate."""

SEVERITIES = ("note", "advice", "blocking")
"""From what is only told to what shuts a gate."""

SEVERAL = "several"
"""The kind of a finding about a name that the story spells in several ways."""
LONGEST_RULE = 100
LONGEST_SAID = 90
"""Characters of the words themselves in a sentence about them."""


def house_style(blocks: Sequence[Block], style: HouseStyle) -> list[Found]:
    """What is to be changed or asked, and what is known and left alone, in document order.

    And the names that the story spells in several ways, each where its rarest spelling stands.
    """
    reading, names = style.read_whole(_passages(blocks))
    found = [_style(blocks[one.passage], one) for one in reading.in_order]
    return [*found, *(one for name in names if (one := _several(blocks, name)))]


def house_style_by_block(blocks: Sequence[Block], style: HouseStyle) -> Iterator[tuple[int, Found]]:
    """The same, each with the number of its block."""
    for verdict in style.read(_passages(blocks)).in_order:
        yield verdict.passage, _style(blocks[verdict.passage], verdict)


def _passages(blocks: Sequence[Block]) -> list[Passage]:
    return [Passage(block.text, block.start, block.quoted, block.kind) for block in blocks]


def _several(blocks: Sequence[Block], spellings: Spellings) -> Found | None:
    rarest = min(spellings, key=lambda one: one.times).words
    block = next((one for one in blocks if rarest in one.text and not one.quoted), None)
    if block is None:
        return None  # spelt over a line, or in capitals alone: the entry's own findings tell of it
    start = block.text.index(rarest)
    end = start + len(rarest)
    return Found(
        rule=f"{SEVERAL}:{fold(spellings[0].words)[:LONGEST_RULE]}",
        start=block.begin(start),
        end=block.end(end),
        words=rarest,
        kind=SEVERAL,
        severity="note",
        place=block.kind,
        detail={"reason": ways(spellings), "context": block.around(start, end)},
    )


def _style(block: Block, verdict: Match | LeftAlone) -> Found:
    kind, suggestion = LEFT, None
    if isinstance(verdict, Match):
        kind, suggestion = verdict.kind.value, verdict.suggestion
    return Found(
        rule=verdict.rule,
        start=block.begin(verdict.start),
        end=block.end(verdict.end),
        words=verdict.words,
        kind=kind,
        severity=SEVERITY_OF_KIND[kind],
        place=block.kind,
        suggestion=suggestion,
        detail={
            "reason": verdict.reason,
            "context": block.around(verdict.start, verdict.end),
        },
    )


def attribution(
    blocks: Sequence[Block],
    summary: Summary,
    credit_at: int,
    registry: Registry,
    levels: Levels,
    shares: Mapping[str, float] = NOTHING_REUSED,
) -> list[Found]:
    """Every attribution, what the standards ask, and the credit line that is called for.

    `shares`: percent of the story that stands in an outlet's copy too, by the outlet's key.
    """
    read = [block for block in blocks if block.kind in READ_FOR_SOURCES]
    found = attribute_passages([block.text for block in read], registry)
    listed = [_source(read[one.passage], one, registry) for one in found]
    listed += sourcing(blocks, read, found, registry, levels, shares)
    proposal = propose(summary.credit_line, found, registry, shares)
    severity = levels.severity(Rule.CREDIT_LINE)
    if not proposal or proposal == summary.credit_line or severity is None:
        return listed
    return [*listed, _credit(summary.credit_line, credit_at, proposal, severity)]


def _source(block: Block, one: Attribution, registry: Registry) -> Found:
    names = [_name_of(key, registry) for key in one.outlets]
    return Found(
        rule=f"attribution:{one.kind.value}",
        start=block.begin(one.start),
        end=block.end(one.end),
        words=one.text,
        kind=one.kind.value,
        severity="note",
        place=block.kind,
        detail={
            "source": " and ".join(names) or (one.speaker or one.text),
            "speaker": one.speaker,
            "verb": one.verb,
            "anonymous": one.anonymous,
            "second_hand": one.second_hand,
            "via": [_name_of(key, registry) for key in one.via],
            "unnamed_outlet": one.unnamed_outlet,
            "context": block.around(one.start, one.end),
        },
    )


def _name_of(key: str, registry: Registry) -> str:
    outlet = registry.outlet(key)
    return outlet.name if outlet else key


def _credit(present: str, at: int, proposal: str, severity: str) -> Found:
    return Found(
        rule=CREDIT_RULE,
        start=at,
        end=at + length(present),
        words=present,
        kind="credit_line",
        severity=severity,
        place="credit_line",
        suggestion=proposal,
    )


def weighs_more(severity: str, other: str) -> bool:
    return SEVERITIES.index(severity) > SEVERITIES.index(other)


def sentence(check: str, rule: str, words: str, suggestion: str | None) -> str:
    """What a finding asks of its reader, as gate and card say it."""
    if standard := standard_of(rule):
        return standard.asks.format(words=shorten(words, LONGEST_SAID, placeholder=" …"))
    if asked := caption_rule_of(rule):
        return asked.asks.format(words=shorten(words, LONGEST_SAID, placeholder=" …"))
    if rule == CREDIT_RULE:
        return f"{_what_credit_lacks(words)}: “{suggestion}” is proposed."
    if rule == REUSE_CREDIT_RULE:
        return f"Agency copy runs without credit: “{suggestion}” is proposed."
    if check == HOUSE_STYLE and suggestion:
        return f"House style writes {suggestion}, not {words}."
    return f"{SAID_AS[check].capitalize()} asks about “{words}”."


def _what_credit_lacks(present: str) -> str:
    if present:
        return "The credit line lacks a source or is not in house form"
    return "Sources are used without credit"

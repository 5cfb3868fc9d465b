"""The standards on what other outlets found out: attributed, early, and credited for something."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from newsroom.wire.attribution.model import Kind
from newsroom.wire.standards.material import Breach, Material, Place
from newsroom.wire.standards.table import Rule

IN_THE_TEXT = frozenset({Kind.OUTLET, Kind.TOLD, Kind.QUOTED})
EARLY = 5
"""Paragraphs within which whoever found it out is to be named."""
LARGE_SHARE = 30.0
"""Percent of a story: above it a credit line alone is not enough."""


def breaches(material: Material) -> Iterator[Breach]:
    named = _named_in_text(material)
    rested_on = dict(_at_the_edges(material))
    # A story that an agency signs is given to it as a whole.
    signed = {mention.outlet.key for mention in material.registry.mentions(material.byline)}
    for key, found in rested_on.items():
        share = material.shares.get(key, 0.0)
        if key in named or key in signed:
            continue
        if share >= LARGE_SHARE:
            evidence = f"{share:.0f} % of the story stands in its copy."
            yield replace(found, rule=Rule.OUTLET_UNATTRIBUTED, evidence=evidence)
        elif found.rule is Rule.OUTLET_UNATTRIBUTED or not share:
            yield found
    yield from _late(material, named, (set(rested_on) | set(material.shares)) - signed)


def _named_in_text(material: Material) -> dict[str, list[int]]:
    """By outlet, the numbers of the attributions that give it something, in order."""
    named: dict[str, list[int]] = {}
    for number, one in enumerate(material.attributions):
        if one.kind in IN_THE_TEXT:
            for key in (*one.outlets, *one.via):
                named.setdefault(key, []).append(number)
    return named


def _at_the_edges(material: Material) -> Iterator[tuple[str, Breach]]:
    """The outlets that credits and dateline name; the dateline last, for it weighs more."""
    for mention in material.registry.mentions(material.credit_line):
        words = material.credit_line[mention.start : mention.end]
        if not mention.outlet.photo:
            yield (
                mention.outlet.key,
                _unused(mention.start, mention.end, words, 0, Place.CREDIT_LINE),
            )
    for one in material.attributions:
        for key in one.outlets:
            if one.kind is Kind.CREDIT and not _is_photo(material, key):
                yield key, _unused(one.start, one.end, one.text, one.passage, Place.TEXT)
            elif one.kind is Kind.DATELINE:
                yield key, _dated(one.start, one.end, one.text, one.passage, Place.TEXT)
    for mention in material.registry.mentions(material.dateline):
        words = material.dateline[mention.start : mention.end]
        yield mention.outlet.key, _dated(mention.start, mention.end, words, 0, Place.DATELINE)


def _is_photo(material: Material, key: str) -> bool:
    outlet = material.registry.outlet(key)
    return outlet is not None and outlet.photo


def _unused(start: int, end: int, words: str, passage: int, place: Place) -> Breach:
    evidence = "No statement in the text is given to it."
    return Breach(Rule.CREDIT_UNUSED, start, end, words, evidence, passage, place)


def _dated(start: int, end: int, words: str, passage: int, place: Place) -> Breach:
    evidence = "Its name stands in the dateline."
    return Breach(Rule.OUTLET_UNATTRIBUTED, start, end, words, evidence, passage, place)


def _late(material: Material, named: dict[str, list[int]], rested_on: set[str]) -> Iterator[Breach]:
    """Of those that carry the story: named beside it, reused, or more than any other."""
    uses = Counter({key: len(numbers) for key, numbers in named.items()})
    most = max(uses.values(), default=0)
    told: set[int] = set()
    for key, numbers in named.items():
        first = material.attributions[numbers[0]]
        paragraph = material.paragraph(first.passage)
        carries = key in rested_on or uses[key] == most
        if carries and paragraph > EARLY and numbers[0] not in told:
            told.add(numbers[0])
            evidence = f"First named in paragraph {paragraph}."
            yield Breach(Rule.LATE_ATTRIBUTION, first.start, first.end, first.text, evidence, first.passage)  # fmt: skip

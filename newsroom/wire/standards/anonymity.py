"""The standards on sources without a name."""

import re
from collections.abc import Iterator, Sequence

from newsroom.wire.attribution.model import Attribution, Kind
from newsroom.wire.standards.material import Breach, Material, sentence_at
from newsroom.wire.standards.opinions import opinion_in
from newsroom.wire.standards.table import Rule
from newsroom.wire.standards.voices import OF_SPEAKERS, Unnamed, is_named, span, unnamed_of


def breaches(material: Material) -> Iterator[Breach]:
    sources = unnamed_of(material.attributions)
    yield from _single(material, sources)
    yield from _plural(material, sources)
    for source in sources:
        yield _at(material, source.first, Rule.ANONYMOUS_UNRELEASED, "")
        yield from _bare(material, source)
        yield from _without_reason(material, source)
        yield from _opinions(material, source)


def _single(material: Material, sources: Sequence[Unnamed]) -> Iterator[Breach]:
    """One person without a name, nobody with one, no document, no outlet that found it out."""
    if len(sources) != 1 or sources[0].several:
        return
    others = [one for one in material.attributions if is_named(one) or _stands_alone(one)]
    told = {key for one in material.attributions if one.kind in OF_SPEAKERS for key in one.outlets}
    if not others and len(told) <= 1:
        times = len(sources[0].places)
        evidence = (
            f"Cited {times} times, and nobody else." if times > 1 else "Nobody else is cited."
        )
        yield _at(material, sources[0].first, Rule.SINGLE_ANONYMOUS, evidence)


def _stands_alone(one: Attribution) -> bool:
    return one.kind in {Kind.DOCUMENT, Kind.OUTLET}


_ONE_OF_THEM = re.compile(
    r"(?i)\b(?:sources|officials|diplomats|aides|insiders|people)\b[^.“”\"]{0,60}?"
    r"\b(?:who|whose|speaking|asking|asked|condition|requested)\b[^.“”\"]{0,80}?"
    r"\b(he|she|his|her|him)\b"
)


def _plural(material: Material, sources: Sequence[Unnamed]) -> Iterator[Breach]:
    """ "Sources said", and then "the source said", or "because he may not speak"."""
    for source in sources:
        if not source.several:
            continue
        passage = material.passages[source.first.passage]
        described = _ONE_OF_THEM.search(sentence_at(passage, source.first.start))
        alone = next((one for one in source.places[1:] if _is_one(one)), None)
        if described:
            evidence = f"Behind it the text says “{described[1]}”."
            yield _at(material, source.first, Rule.PLURAL_SOURCES, evidence)
        elif alone:
            evidence = f"Later the text says “{alone.speaker}”."
            yield _at(material, source.first, Rule.PLURAL_SOURCES, evidence)


_SINGULAR = re.compile(
    r"(?i)(?:he|she|th(?:e|is|at) (?:[\w-]+ )*?(?:source|official|diplomat|aide|insider|person))"
)


def _is_one(one: Attribution) -> bool:
    return bool(_SINGULAR.fullmatch(one.speaker or ""))


_BARE = re.compile(
    r"(?i)(?:(?:an?|one|another|the|some|several|many|two|three|four|multiple|various|unnamed"
    r"|anonymous|unidentified|well-placed|reliable|informed|senior|knowledgeable|trusted|key"
    r"|independent|separate|other|our|his|her|their)\s+)*(?:sources?|insiders?)"
)
_DESCRIBED_BEHIND = re.compile(r"\s*,\s+(?:who|whose|an?|one of|both|all|each|two|three)\b")


def _bare(material: Material, source: Unnamed) -> Iterator[Breach]:
    """How the source can know is said in the phrase, or behind it."""
    _, end = span(material, source.first)
    behind = material.passages[source.first.passage][end:]
    if _BARE.fullmatch(source.first.speaker or "") and not _DESCRIBED_BEHIND.match(behind):
        yield _at(material, source.first, Rule.BARE_SOURCE, "It is called nothing but a source.")


_OF_A_NAME = re.compile(
    r"(?i)anonym|\bnamed\b|\bidentified\b|\bnames?\b|\bidentity\b|not for attribution"
)
_BECAUSE = re.compile(
    r"(?i)\bbecause\b|\bfor fear\b|\bfearing\b|\bto (?:discuss|describe|speak|talk|share|reveal|disclose"
    r"|be candid|protect|avoid)\b|\bgiven the\b|\b(?:due|owing) to\b|\bciting\b|\bin line with\b"
    r"|\bin keeping with\b|\bunder (?:the |its |customary )*(?:rules|terms|ground)|\b(?:as|since) (?:he|she|they|it|the)\b"
    r"|\bso as not to\b|\bout of (?:fear|concern)|\bpolicy\b|\bconcerned (?:about|that)\b|\bin order to\b"
)
_NEAR = 140
"""Characters around the word of a name, in which its reason stands."""
_NOT_ALLOWED = re.compile(
    r"(?i)\bnot (?:been )?(?:officially |formally |legally |publicly )?(?:authori[sz]ed|permitted|allowed|cleared)\b"
    r"|n[’']t (?:authori[sz]ed|permitted|allowed|cleared)\b|\black(?:s|ed|ing)? (?:the )?(?:authori[sz]ation|clearance|permission)\b"
    r"|\b(?:barred|forbidden|prohibited) from (?:speaking|discussing|talking)\b|\bunauthori[sz]ed to\b"
)


def _without_reason(material: Material, source: Unnamed) -> Iterator[Breach]:
    read = {one.passage for one in source.places}
    texts = [material.passages[number] for number in sorted(read)]
    if not any(_says_why(text) for text in texts):
        yield _at(material, source.first, Rule.NO_REASON, "No clause beside it gives the reason.")


def _says_why(passage: str) -> bool:
    if _NOT_ALLOWED.search(passage):
        return True
    near = ((max(0, m.start() - _NEAR), m.end() + _NEAR) for m in _OF_A_NAME.finditer(passage))
    return any(_BECAUSE.search(passage, start, end) for start, end in near)


def _opinions(material: Material, source: Unnamed) -> Iterator[Breach]:
    for one in source.places:
        passage = material.passages[one.passage]
        opinion = opinion_in(sentence_at(passage, one.start), one.verb)
        if opinion:
            yield _at(material, one, Rule.ANONYMOUS_OPINION, f"The opinion: “{opinion}”.")
            return


def _at(material: Material, one: Attribution, rule: Rule, evidence: str) -> Breach:
    start, end = span(material, one)
    words = material.passages[one.passage][start:end]
    return Breach(rule, start, end, words, evidence, one.passage)

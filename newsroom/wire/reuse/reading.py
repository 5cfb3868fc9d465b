"""A story's passages that stand in given copy, whose they are, and their share of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newsroom.wire.reuse.alignment import align
from newsroom.wire.reuse.model import Copy, Passage, Reuse
from newsroom.wire.reuse.owners import owned, places_by_family
from newsroom.wire.reuse.proof import Match
from newsroom.wire.reuse.section import Section
from newsroom.wire.reuse.words import Words, words_of

_ALL_BUT_ALL = 0.8
"""Of a passage's words: what another family must have to be named beside its owner."""


def passages_in(section: Section, candidates: Sequence[Copy]) -> Iterator[Passage]:
    copies = in_order(candidates)
    families = [copy.family or copy.id for copy in copies]
    texts = [[words_of(paragraph) for paragraph in copy.paragraphs] for copy in copies]
    matches = [m for n, text in enumerate(texts) for m in align(section, n, text)]
    places = places_by_family(matches, families)
    for match in owned(matches, families, section):
        copy, family = copies[match.item], families[match.item]
        also = _others(match, places, family)
        yield _passage(match, copy, family, also, section, texts[match.item][match.paragraph])


def in_order(candidates: Sequence[Copy]) -> list[Copy]:
    """The family whose first version is the earliest, and of a family the newest version first."""
    first: dict[str, float] = {}
    for copy in candidates:
        family = copy.family or copy.id
        first[family] = min(_time(copy), first.get(family, _time(copy)))
    newest = sorted(candidates, key=lambda copy: (_time(copy), copy.id), reverse=True)
    return sorted(newest, key=lambda copy: (first[copy.family or copy.id], copy.family or copy.id))


def _time(copy: Copy) -> float:
    return copy.published.timestamp() if copy.published else 0.0


def _others(match: Match, places: Mapping[str, set[int]], family: str) -> tuple[str, ...]:
    own = {at for at, _ in match.pairs}
    return tuple(
        other
        for other, has in places.items()
        if other != family and len(own & has) >= _ALL_BUT_ALL * len(own)
    )


def _passage(
    match: Match, copy: Copy, family: str, also: tuple[str, ...], section: Section, there: Words
) -> Passage:
    (first, first_there), (last, last_there) = match.pairs[0], match.pairs[-1]
    return Passage(
        start=section.words.starts[first],
        end=section.words.ends[last],
        item=copy.id,
        family=family,
        paragraph=match.paragraph,
        wire_start=there.starts[first_there],
        wire_end=there.ends[last_there],
        words=match.words,
        telling=match.telling,
        also=also,
    )


def reuse_of(text: str, passages: Sequence[Passage], neutral: int = 0) -> Reuse:
    """`neutral`: characters of the text that are nobody's and not the story's either."""
    whole = max(1, len(text.strip()) - neutral)
    shares: dict[str, float] = defaultdict(float)
    for passage in passages:
        shares[passage.item] += (passage.end - passage.start) / whole
    return Reuse(tuple(passages), dict(shares))

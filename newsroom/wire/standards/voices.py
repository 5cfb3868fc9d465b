"""The unnamed people of a story: which mentions are one person, and which are several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsroom.wire.attribution import people
from newsroom.wire.attribution.model import Attribution, Kind
from newsroom.wire.attribution.speakers import is_source_noun, singular
from newsroom.wire.attribution.tables import word_set
from newsroom.wire.standards.material import Material

OF_SPEAKERS = frozenset({Kind.SPEAKER, Kind.TOLD, Kind.QUOTED})

_LINKS = word_set("of in on from with at close familiar briefed who for to near inside involved by")
_PRONOUNS = people.PRONOUNS | {"him", "her"}
_WORD = re.compile(r"[\w'’.-]*\w")
_SEVERAL = word_set("two three four five six seven several many some multiple various both dozen")


@dataclass
class Unnamed:
    """One source without a name, at each of its places; several where the story says so."""

    noun: str
    several: bool
    places: list[Attribution] = field(default_factory=list)

    @property
    def first(self) -> Attribution:
        return self.places[0]


def unnamed_of(attributions: Sequence[Attribution]) -> list[Unnamed]:
    """In the order in which the story brings them in."""
    found: list[Unnamed] = []
    for one in attributions:
        if not one.anonymous or one.kind not in OF_SPEAKERS or not one.speaker:
            continue
        same = _met_before(one.speaker, found)
        if same is None:
            noun, several = _head(one.speaker)
            same = Unnamed(noun, several)
            found.append(same)
        same.places.append(one)
    return found


def is_named(one: Attribution) -> bool:
    """Somebody, or some body, that a reader can hold to the statement."""
    if one.kind not in OF_SPEAKERS or one.anonymous or not one.speaker:
        return False
    return one.speaker.lower() not in _PRONOUNS


def span(material: Material, one: Attribution) -> tuple[int, int]:
    """Where the speaker stands: of "an aide told CNN" the attribution's own place is CNN."""
    passage, said = material.passages[one.passage], one.speaker or ""
    places = [m.start() for m in re.finditer(re.escape(said), passage)] if said else []
    if not places:
        return one.start, one.end
    start = min(places, key=lambda at: abs(at - one.start))
    return start, start + len(said)


def _met_before(said: str, found: Sequence[Unnamed]) -> Unnamed | None:
    low = said.lower()
    if low in _PRONOUNS:
        return found[-1] if found else None
    noun, several = _head(said)
    if not low.startswith(("the ", "this ", "that ", "these ", "those ")):
        return next((one for one in found if (one.first.speaker or "").lower() == low), None)
    known = [one for one in reversed(found) if noun in {one.noun, "source"}]
    return next((one for one in known if one.several == several), next(iter(known), None))


def _head(said: str) -> tuple[str, bool]:
    """The noun that says what they are, in the singular, and whether it stood in the plural."""
    words = [word.lower() for word in _WORD.findall(said)]
    before = next((at for at, word in enumerate(words) if at and word in _LINKS), len(words))
    noun = next((w for w in reversed(words[:before]) if is_source_noun(w)), words[before - 1])
    counted = bool(set(words[:before]) & _SEVERAL)
    return singular(noun), counted or noun == "people" or singular(noun) != noun

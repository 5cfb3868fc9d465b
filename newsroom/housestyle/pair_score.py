"""How likely two spellings are of one name: a learned weight for each thing they differ in."""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from math import exp
from pathlib import Path

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from newsroom.housestyle.alignment import Difference, align
from newsroom.housestyle.sounds import CLASSES, VOWELS, skeletons, units

WEIGHTS = Path(__file__).with_name("data") / "weights.json"
"""Written by `python -m newsroom.housestyle.training`."""

_MOST_COUNTED = 3
_LONGEST_COUNTED = 9
_SHORT, _MIDDLE = 4, 6
_STEEPEST = 30.0


@lru_cache(maxsize=65536)
def likeness(first: str, second: str) -> float:
    """From 0.0 to 1.0, for two folded words that are not the same."""
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in traits(first, second).items())
    return 1 / (1 + exp(-max(-_STEEPEST, min(_STEEPEST, total))))


@cache
def _weights() -> Mapping[str, float]:
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights


def traits(first: str, second: str) -> dict[str, float]:
    """What is told of a pair, by name: the script learns its weights by the same function."""
    found = align(first, second)
    mine, yours = skeletons(first), skeletons(second)
    shortest = min(len(units(first)), len(units(second)))
    longest = max(len(units(first)), len(units(second)), 3)
    told = {
        "any": 1.0,
        "cost": found.cost,
        "cost a sound": found.cost / longest,
        "like letters": DamerauLevenshtein.normalized_similarity(first, second),
        "like start": JaroWinkler.similarity(first, second),
        "one skeleton": float(not set(mine).isdisjoint(yours)),
        f"skeleton {min(len(mine[0]), len(yours[0]), 6)}": 1.0,
        f"sounds {min(shortest, _LONGEST_COUNTED)}": 1.0,
        "a sound": 1 / max(shortest, 1),
        "one initial": float(first[0] == second[0]),
        "one final": float(first[-1] == second[-1]),
    }
    counts = {"vowels": 0, "consonants": 0}
    for difference in found.differences:
        kind = _kind(difference)
        counts["vowels" if kind.startswith("v") else "consonants"] += kind != "class"
        for name in (
            f"{difference.first}~{difference.second}",
            f"{kind} {difference.place}",
        ):
            told[name] = told.get(name, 0.0) + 1.0
    size = "short" if shortest <= _SHORT else "middle" if shortest <= _MIDDLE else "long"
    vowels, consonants = (min(n, _MOST_COUNTED) for n in counts.values())
    told[f"{size}: {vowels} vowels, {consonants} consonants"] = 1.0
    return told


def _kind(difference: Difference) -> str:
    """In which way the two sounds differ; v for what touches vowels only."""
    one, other = difference.first, difference.second
    if not one:
        return "v left out" if other[0] in VOWELS else "left out"
    if one[0] in VOWELS and other[0] in VOWELS:
        return "v"
    if one[0] in VOWELS or other[0] in VOWELS:
        return "mixed"
    return "other" if set(CLASSES.get(one, one)).isdisjoint(CLASSES.get(other, other)) else "class"

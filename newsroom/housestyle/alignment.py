"""Where two spellings differ: sound held against sound, at the least cost."""

from dataclasses import dataclass
from functools import lru_cache

from newsroom.housestyle.sounds import BREATHS, CLASSES, VOWELS, units

_DOUBLED = 0.1
_I_AND_Y = 0.1
_BETWEEN_VOWELS = 0.3
_WITHIN_CLASS = 0.25
_BETWEEN_CONSONANTS = 0.9
_VOWEL_AND_CONSONANT = 1.4
_GLIDES = frozenset("yjiwvu")
_GLIDE = 0.35
_VOWEL_BESIDE_ANOTHER = 0.2
_VOWEL_ALONE = 0.4
_BREATH = 0.3
_CONSONANT = 0.9
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Difference:
    """One sound for another; an empty one was left out."""

    first: str
    second: str
    place: str
    """^ at the start, $ at the end, - inside; + for a vowel left out beside another one."""


@dataclass(frozen=True, slots=True)
class Alignment:
    cost: float
    differences: tuple[Difference, ...]


class _Costs(dict[tuple[str, str], float]):
    """What it costs to take one sound for another; learned the first time they meet."""

    def __missing__(self, pair: tuple[str, str]) -> float:
        cost = self[pair] = _cost(*pair)
        return cost


_COSTS = _Costs()


@lru_cache(maxsize=16384)
def align(first: str, second: str) -> Alignment:
    """Hold two folded words against each other; what they begin and end alike with is free."""
    a, b = units(first), units(second)
    start = _alike_at_start(a, b)
    end = _alike_at_start(a[start:][::-1], b[start:][::-1])
    gaps_a, gaps_b = _gaps(a), _gaps(b)
    inner_a, inner_b = range(start, len(a) - end), range(start, len(b) - end)
    rows = [[0.0]]
    for j in inner_b:
        rows[0].append(rows[0][-1] + gaps_b[j])
    for i in inner_a:
        above, row = rows[-1], [rows[-1][0] + gaps_a[i]]
        for at, j in enumerate(inner_b):
            row.append(
                min(
                    above[at] + _COSTS[a[i], b[j]],
                    above[at + 1] + gaps_a[i],
                    row[at] + gaps_b[j],
                )
            )
        rows.append(row)
    return Alignment(rows[-1][-1], tuple(_walk_back(rows, a, b, start)))


def closeness(first: str, second: str) -> float:
    """1.0 for words that sound the same, less for each sound that differs; nothing is learned."""
    return 1 - align(first, second).cost / max(len(units(first)), len(units(second)), 1)


def _alike_at_start(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    count = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        count += 1
    return count


def _walk_back(
    rows: list[list[float]], a: tuple[str, ...], b: tuple[str, ...], start: int
) -> list[Difference]:
    gaps_a, gaps_b = _gaps(a), _gaps(b)
    found = []
    i, j = len(rows) - 1, len(rows[0]) - 1
    last = (start + i, start + j)
    while i or j:
        at_i, at_j = start + i - 1, start + j - 1
        place = _place(at_i, at_j, last, (len(a), len(b)))
        if i and j and _is_step(rows[i][j], rows[i - 1][j - 1] + _COSTS[a[at_i], b[at_j]]):
            one, other = a[at_i], b[at_j]
            i, j = i - 1, j - 1
        elif i and _is_step(rows[i][j], rows[i - 1][j] + gaps_a[at_i]):
            one, other, place = a[at_i], "", _place_of_gap(gaps_a[at_i], place)
            i -= 1
        else:
            one, other, place = "", b[at_j], _place_of_gap(gaps_b[at_j], place)
            j -= 1
        if one != other:
            found.append(Difference(min(one, other), max(one, other), place))
        last = (start + i, start + j)
    return found


def _is_step(reached: float, cost: float) -> bool:
    return abs(reached - cost) < _ROUNDING


def _place(i: int, j: int, last: tuple[int, int], lengths: tuple[int, int]) -> str:
    if i <= 0 and j <= 0:
        return "^"
    return "$" if last == lengths else "-"


def _place_of_gap(gap: float, place: str) -> str:
    return "+" if gap == _VOWEL_BESIDE_ANOTHER else place


def _cost(a: str, b: str) -> float:
    if a == b:
        return 0.0
    a_is_vowel, b_is_vowel = a[0] in VOWELS, b[0] in VOWELS
    if a_is_vowel and b_is_vowel:
        return _I_AND_Y if a in "iy" and b in "iy" else _BETWEEN_VOWELS
    if a_is_vowel != b_is_vowel:
        return _GLIDE if a in _GLIDES and b in _GLIDES else _VOWEL_AND_CONSONANT
    if a * 2 == b or b * 2 == a:
        return _DOUBLED
    shared = set(CLASSES.get(a, a)) & set(CLASSES.get(b, b))
    return _WITHIN_CLASS if shared else _BETWEEN_CONSONANTS


@lru_cache(maxsize=16384)
def _gaps(sounds: tuple[str, ...]) -> list[float]:
    """What leaving out each sound costs: little for a vowel beside another, most for a consonant."""
    costs = []
    for index, unit in enumerate(sounds):
        beside = {
            s[0] for s in (*sounds[max(0, index - 1) : index], *sounds[index + 1 : index + 2])
        }
        if unit[0] in VOWELS:
            costs.append(_VOWEL_BESIDE_ANOTHER if beside & VOWELS else _VOWEL_ALONE)
        else:
            costs.append(_BREATH if unit in BREATHS else _CONSONANT)
    return costs

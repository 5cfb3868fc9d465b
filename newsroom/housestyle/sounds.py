"""How romanised names sound alike: their consonants as classes, and how far two words are apart."""

import re
from functools import lru_cache
from itertools import islice, product

# What romanisers write with each sign or pair of signs, the commonest sound first; _ is none.
CLASSES: dict[str, str] = {
    **dict.fromkeys(["b", "bb"], "B"),
    **dict.fromkeys(["p", "pp"], "P"),
    **dict.fromkeys(["f", "ff", "ph"], "F"),
    **dict.fromkeys(["v", "vv", "ww"], "V"),
    "w": "V_",
    **dict.fromkeys(["t", "tt", "tth"], "T"),
    "th": "TS",
    **dict.fromkeys(["d", "dd", "ddh"], "D"),
    "dh": "DZ",
    **dict.fromkeys(["s", "ss"], "SZ"),
    **dict.fromkeys(["z", "zz"], "ZS"),
    **dict.fromkeys(["ts", "tz", "tts", "ttz"], "X"),
    **dict.fromkeys(["sh", "sch", "ssh"], "C"),
    "tch": "C",
    **dict.fromkeys(["ch", "cch"], "HK"),
    **dict.fromkeys(["kh", "kkh"], "HK"),
    **dict.fromkeys(["h", "hh"], "H"),
    **dict.fromkeys(["k", "kk", "ck", "q", "qq", "c"], "K"),
    **dict.fromkeys(["g", "gg", "gh"], "GK"),
    "j": "J_",
    **dict.fromkeys(["jj", "dj"], "J"),
    "zh": "J",
    **dict.fromkeys(["l", "ll"], "L"),
    **dict.fromkeys(["m", "mm"], "M"),
    **dict.fromkeys(["n", "nn"], "N"),
    **dict.fromkeys(["r", "rr"], "R"),
    "x": "K",
}
VOWELS = frozenset("aeiouy")
# Silent in most romanisations, at the end and in front of a consonant.
_BREATHS = frozenset(["h", "hh"])

# An apostrophe has no sound; after it English and French spellings of one vowel.
_PLAINER = (("'", ""), ("ee", "i"), ("oo", "u"), ("ou", "u"))

_UNIT = re.compile("|".join([*sorted(CLASSES, key=len, reverse=True), "."]))
_READINGS = 4

_DOUBLED = 0.1
_I_AND_Y = 0.1
_BETWEEN_VOWELS = 0.3
_WITHIN_CLASS = 0.25
_BETWEEN_CONSONANTS = 0.9
_VOWEL_AND_CONSONANT = 1.4
_GLIDES = frozenset("yjiwvu")
_GLIDE = 0.35


@lru_cache(maxsize=65536)
def units(word: str) -> tuple[str, ...]:
    """Take a folded word apart into sounds; apostrophes have none."""
    for spelling, sound in _PLAINER:
        word = word.replace(spelling, sound)
    return tuple(_UNIT.findall(word))


@lru_cache(maxsize=65536)
def skeletons(word: str) -> tuple[str, ...]:
    """The word without its vowels, in each likely reading of its consonants."""
    sounds = units(word)
    readings: list[str] = []
    for index, unit in enumerate(sounds):
        if unit[0] in VOWELS:
            if index == 0:
                readings.append("A")
            continue
        following = sounds[index + 1] if index + 1 < len(sounds) else ""
        if unit in _BREATHS and following[:1] not in VOWELS:
            continue
        # Twice the same sound without a vowel between is one.
        readings.append(CLASSES.get(unit, unit))
    spelt = ("".join(reading) for reading in islice(product(*readings), _READINGS))
    return tuple(dict.fromkeys(reading.replace("_", "") for reading in spelt))


@lru_cache(maxsize=65536)
def likeness(first: str, second: str) -> float:
    """1.0 for words that sound the same, less for each sound that differs; by alignment."""
    a, b = units(first), units(second)
    gaps_a, gaps_b = _gaps(a), _gaps(b)
    row = [0.0]
    for gap in gaps_b:
        row.append(row[-1] + gap)
    for unit, gap_a in zip(a, gaps_a, strict=True):
        above, row = row, [row[0] + gap_a]
        for j, other in enumerate(b):
            row.append(min(above[j] + _cost(unit, other), above[j + 1] + gap_a, row[j] + gaps_b[j]))
    return 1 - row[-1] / max(len(a), len(b), 1)


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


def _gaps(sounds: tuple[str, ...]) -> list[float]:
    """What leaving out each sound costs: little for a vowel beside another, most for a consonant."""
    costs = []
    for index, unit in enumerate(sounds):
        beside = {
            s[0] for s in (*sounds[max(0, index - 1) : index], *sounds[index + 1 : index + 2])
        }
        if unit[0] in VOWELS:
            costs.append(0.2 if beside & VOWELS else 0.4)
        else:
            costs.append(0.3 if unit in _BREATHS else _BETWEEN_CONSONANTS)
    return costs

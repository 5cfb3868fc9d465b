"""How romanised names sound: words taken apart into sounds, and their consonants as classes."""

import re
from functools import lru_cache
from itertools import islice, product

# What romanisers write with each sign or group of signs, the commonest sound first; _ is none.
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
    **dict.fromkeys(["s", "ss"], "S"),
    **dict.fromkeys(["z", "zz"], "ZS"),
    **dict.fromkeys(["ts", "tz", "tts", "ttz"], "X"),
    **dict.fromkeys(["sh", "sch", "ssh", "sz"], "C"),
    **dict.fromkeys(["tch", "tsch", "cz"], "H"),
    **dict.fromkeys(["shch", "schtsch", "stch"], "C"),
    **dict.fromkeys(["ch", "cch"], "HC"),
    **dict.fromkeys(["kh", "kkh"], "HK"),
    **dict.fromkeys(["h", "hh"], "H"),
    **dict.fromkeys(["k", "kk", "ck", "q", "qq", "c"], "K"),
    **dict.fromkeys(["g", "gg", "gh"], "GK"),
    "j": "J_",
    **dict.fromkeys(["jj", "dj", "dzh", "dsch"], "J"),
    "zh": "JZ",
    **dict.fromkeys(["l", "ll"], "L"),
    **dict.fromkeys(["m", "mm"], "M"),
    **dict.fromkeys(["n", "nn"], "N"),
    **dict.fromkeys(["r", "rr"], "R"),
    "x": "K",
}
VOWELS = frozenset("aeiouy")
# Silent in most romanisations, at the end and in front of a consonant.
BREATHS = frozenset(["h", "hh"])

# An apostrophe has no sound; after it English and French spellings of one vowel.
_PLAINER = (("'", ""), ("ee", "i"), ("oo", "u"), ("ou", "u"))

_UNIT = re.compile("|".join([*sorted(CLASSES, key=len, reverse=True), "."]))
_READINGS = 4
# Of a shorter skeleton nothing can be left out: too many names would be its neighbours.
_SHORTEST_TO_CUT = 3


@lru_cache(maxsize=65536)
def units(word: str) -> tuple[str, ...]:
    """Take a folded word apart into sounds; apostrophes have none."""
    for spelling, sound in _PLAINER:
        if spelling in word:
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
        if unit in BREATHS and following[:1] not in VOWELS:
            continue
        readings.append(CLASSES.get(unit, unit))
    spelt = ("".join(reading) for reading in islice(product(*readings), _READINGS))
    return tuple(dict.fromkeys(reading.replace("_", "") for reading in spelt))


def neighbours(word: str) -> set[str]:
    """Its skeletons, whole and with any one consonant left out: two near words share one."""
    found: set[str] = set()
    for skeleton in skeletons(word):
        found.add(skeleton)
        if len(skeleton) >= _SHORTEST_TO_CUT:
            found.update(skeleton[:i] + skeleton[i + 1 :] for i in range(len(skeleton)))
    return found

"""Whether two names are one person's or place's, spelled in two ways."""

from itertools import pairwise

_VOWELS = frozenset("aeiouy'")
_LIKE = (
    ("tch", "c"), ("kh", "h"), ("ch", "h"), ("ph", "f"), ("sh", "s"), ("th", "t"), ("gh", "g"),
    ("dh", "d"), ("tz", "z"), ("ts", "z"), ("cz", "z"), ("ck", "k"), ("q", "k"), ("c", "k"),
    ("x", "ks"), ("w", "v"), ("j", "g"), ("z", "s"),
)  # fmt: skip
_ENDINGS = (
    "s", "es", "i", "is", "n", "an", "ian", "ians", "ans", "ese", "ite", "ites", "er", "ers", "ish",
    "ism", "ist", "ists",
)  # fmt: skip
"""What makes a people of a place, or many of one: another word and no other spelling."""

SHORTEST = 5
"""Letters of a name that stands alone; of shorter ones too many are near one another."""
SHORTEST_BESIDE = 3
"""Letters of one word where another of the same name is written alike in both."""
LONG = 7
ALONE = 3
"""Consonants in which names that stand alone must agree."""


def is_same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Of folded words; equal names are not two spellings."""
    if one == other or len(one) != len(other):
        return False
    if "".join(one) == "".join(other):
        return True
    alone = len(one) == 1
    return all(a == b or is_near(a, b, alone=alone) for a, b in zip(one, other, strict=True))


def is_near(one: str, other: str, *, alone: bool) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < (SHORTEST if alone else SHORTEST_BESIDE) or _is_derived(shorter, longer):
        return False
    if not _begin_alike(one, other):
        return False
    if longer == f"{shorter}a" and len(shorter) < SHORTEST:
        return False  # Dan and Dana are two people
    apart = distance(one, other)
    if apart == 1:
        # One letter that is another, not one more: of short names these are two people.
        long = len(one) > SHORTEST if alone else len(one) >= SHORTEST
        return len(one) != len(other) or long or _sound(one) == _sound(other)
    fewest = ALONE if alone or len(shorter) < SHORTEST else 1
    same_sound = _sound(one) == _sound(other) and len(_sound(one)) >= fewest
    most = 2 if alone else 3
    return (apart <= most and same_sound) or (apart == 2 and len(shorter) >= LONG + 1)  # noqa: PLR2004


def _begin_alike(one: str, other: str) -> bool:
    """Osama and Usama do; of short names Ali and Eli are two people."""
    if one[0] == other[0]:
        return True
    vowels = one[0] in _VOWELS or other[0] in _VOWELS
    return _sound(one)[:1] == _sound(other)[:1] and not (vowels and len(one) < SHORTEST)


def _is_derived(shorter: str, longer: str) -> bool:
    """ "Israeli" of "Israel", "Syrian" of "Syria", "Cohens" of "Cohen"."""
    if longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS:
        return True
    stem = shorter[:-1]
    return longer.startswith(stem) and longer[len(stem) :] in {"ian", "ians", "ans", "an", "ish", "ese"}  # fmt: skip


def _sound(word: str) -> str:
    """Its consonants, those that letters of several alphabets are written with made one."""
    first = "a" if word[:1] in _VOWELS else ""
    for letters, like in _LIKE:
        word = word.replace(letters, like)
    kept = [letter for letter in word if letter not in _VOWELS and letter != "h"]
    single = kept[:1] + [b for a, b in pairwise(kept) if a != b]
    return first + "".join(single)


def distance(one: str, other: str) -> int:
    """Letters to be changed, put in, left out or exchanged with the next."""
    two_ago: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, two_ago[j - 2] + 1)
            row.append(best)
        two_ago, last = last, row
    return last[-1]

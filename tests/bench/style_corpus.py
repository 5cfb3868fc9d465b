"""A made-up lexicon of any size, and stories in its names: the same ones in every run."""

import random
from dataclasses import dataclass

from newsroom.housestyle.lexicon import Term

_ONSETS = (
    *("b", "ch", "d", "f", "g", "h", "j", "k", "kh", "l", "m", "n", "p", "q", "r", "s", "sh", "t"),
    *("ts", "v", "w", "y", "z", "zh", "br", "kr", "sl", "st", "tr", "vl", ""),
)
_VOWELS = ("a", "a", "e", "i", "o", "u", "ai", "ay", "ei", "iya", "ō")
_CODAS = ("", "", "", "b", "d", "k", "l", "m", "n", "r", "rt", "s", "sh", "t", "v", "z")
_FIRSTS = (
    "Kfar",
    "Tel",
    "Nahr",
    "Beit",
    "Umm",
    "Ras",
    "Yosef",
    "Olena",
    "Samir",
    "Khalil",
    "Dmytro",
)
# How the same name is spelt elsewhere.
_OTHERWISE = (
    ("kh", "ch"),
    ("sh", "sch"),
    ("q", "k"),
    ("y", "i"),
    ("w", "v"),
    ("ō", "o"),
    ("z", "s"),
)

_PLAIN = (
    "The boats came back from {} before the wind did, and nobody on the quay had counted them.",
    "Officials in {} said on Tuesday that the road would be open again by the end of the month.",
    "A spokesman for {} didn’t answer questions about what it had cost, or who would pay for it.",
    "Rain fell through the night; the council put off its vote, the third time since the spring.",
    "Trade between {} and {} has grown by a fifth, according to figures the ministry published.",
    "{}’s oldest bakery will close in May — its owner, who is 81, has found nobody to follow him.",
)
_QUOTED = (
    "“We have been here since before the railway came to {},” the mayor told reporters.",
    "“Nobody asked us,” said a driver from {}. “They never do, and then they are surprised.”",
)
_NAMED = ("She has taught at {} University since 2009.", "It was first reported by the {} Times.")
_OF_TWO_WORDS = 0.52
_QUOTES = 0.22
_NAMES = 0.05
_PARAGRAPH = 500


@dataclass(frozen=True)
class Name:
    preferred: str
    variants: tuple[str, ...]


def names(number: int) -> list[Name]:
    """Half of them of two words; one in fourteen has a letter outside ASCII."""
    dice = random.Random(7)
    made: dict[str, Name] = {}
    while len(made) < number:
        word = _word(dice)
        if dice.random() < _OF_TWO_WORDS:
            word = f"{dice.choice(_FIRSTS)} {word}"
        variants = {word.replace(a, b) for a, b in _OTHERWISE} - {word}
        made.setdefault(word, Name(word, tuple(sorted(variants))[:2] or (word + "e",)))
    return list(made.values())


def _word(dice: random.Random) -> str:
    syllables = dice.choice((2, 2, 3, 3, 4))
    spelt = "".join(
        dice.choice(_ONSETS) + dice.choice(_VOWELS) + dice.choice(_CODAS) for _ in range(syllables)
    )
    return spelt.capitalize()


def terms(known: list[Name]) -> list[Term]:
    return [Term(i, one.preferred, one.variants) for i, one in enumerate(known, 1)]


def story(known: list[Name], number: int, length: int = 5000) -> str:
    """Paragraphs of prose; of the names in it a third are not in house style."""
    dice = random.Random(number)
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) + 2 * len(paragraphs) < length:
        paragraphs.append("")
        while len(paragraphs[-1]) < _PARAGRAPH:
            paragraphs[-1] += _sentence(dice, known) + " "
    return "\n\n".join(text.rstrip() for text in paragraphs)[:length]


def _sentence(dice: random.Random, known: list[Name]) -> str:
    drawn = dice.random()
    of_kind = _QUOTED if drawn < _QUOTES else _NAMED if drawn < _QUOTES + _NAMES else _PLAIN
    sentence = dice.choice(of_kind)
    return sentence.format(*(_spelling(dice, dice.choice(known)) for _ in range(2)))


def _spelling(dice: random.Random, name: Name) -> str:
    return dice.choice(name.variants) if dice.random() < 0.35 else name.preferred

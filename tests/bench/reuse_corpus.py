"""Made-up agency copy of any size, and stories that take from it: the same ones in every run."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from newsroom.wire.reuse.model import Copy

LEVELS = {"untouched": 0.0, "light": 0.06, "medium": 0.15, "heavy": 0.33}
"""The share of words that an editor changed."""

_FRAMES = (
    "{who} told {body} on {day} that {thing} would {verb} {thing} before {thing} could {verb}",
    "{body} and {body} {past} {thing} in {place}, where {thing} had {past} {thing} since {day}",
    "more than {number} people left {place} after {thing} {past}, {who} said in a statement",
    "it was not known on {day} whether {thing} in {place} {past} {thing} or only {thing}",
    "{thing} near {place} {past} by {number} percent, which {who} called a matter for {body}",
    "asked about {thing}, {who} answered that {body} would rather {verb} {thing} than {thing}",
    "for {number} days {thing} of {place} {past} while {thing} and {thing} {past} beside it",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BODIES = ("Council", "Board", "Agency", "Union", "Court", "Company", "Ministry", "Committee")
_ENDINGS = ("al", "ic", "ing", "ed", "ous", "y")
_START = datetime(2026, 1, 1, tzinfo=UTC)
_WHERE_STORIES_LOOK = 500
"""Items from the beginning, so that the same stories are asked of an index of any size."""


@dataclass(frozen=True)
class Taken:
    start: int
    end: int
    item: str
    level: str


@dataclass(frozen=True)
class Story:
    text: str
    taken: tuple[Taken, ...]


class _Press:
    """Draws words as a language does: few of them often, most of them hardly ever."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        vocabulary = random.Random(11)
        syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er")]
        made = {
            "".join(vocabulary.choices(syllables, k=vocabulary.choice((2, 3, 3))))
            for _ in range(9000)
        }
        self.words = sorted(made)
        vocabulary.shuffle(self.words)
        self.names = [word.capitalize() for word in self.words[:2500]]

    def word(self) -> str:
        return self.words[int(len(self.words) * self.dice.random() ** 2.2)]

    def name(self) -> str:
        return self.names[int(len(self.names) * self.dice.random() ** 1.3)]

    def sentence(self) -> str:
        words = [self._filled(part) for part in self.dice.choice(_FRAMES).split()]
        words[0] = words[0][:1].upper() + words[0][1:]
        return " ".join(words) + "."

    def _filled(self, part: str) -> str:
        bare = part.rstrip(",")
        tail = part[len(bare) :]
        return {
            "{who}": lambda: f"{self.name()} {self.name()}",
            "{body}": lambda: f"the {self.name()} {self.dice.choice(_BODIES)}",
            "{place}": self.name,
            "{day}": lambda: self.dice.choice(_DAYS),
            "{thing}": lambda: f"the {self.word()}{self.dice.choice(_ENDINGS)} {self.word()}",
            "{past}": lambda: f"{self.word()}ed",
            "{verb}": self.word,
            "{number}": lambda: str(self.dice.randint(2, 900)),
        }.get(bare, lambda: bare)() + tail

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.dice.choice((1, 2, 2))))


def wire(paragraphs: int) -> Iterator[Copy]:
    press = _Press(1)
    made = number = 0
    while made < paragraphs:
        said = tuple(press.paragraph() for _ in range(press.dice.randint(5, 14)))
        yield Copy(f"w{number}", said, published=_START + timedelta(seconds=30 * number))
        made += len(said)
        number += 1


def stories(number: int) -> list[Story]:
    items = [item for item, _ in zip(wire(10**9), range(_WHERE_STORIES_LOOK), strict=False)]
    press = _Press(2)
    return [_story(press, items) for _ in range(number)]


def _story(press: _Press, items: list[Copy]) -> Story:
    dice = press.dice
    blocks: list[tuple[str, Copy | None, str]] = [
        (press.paragraph(), None, "") for _ in range(dice.randint(3, 7))
    ]
    for item in dice.sample(items, dice.choice((0, 1, 1, 2, 3))):
        for paragraph in dice.sample(item.paragraphs, dice.randint(1, 4)):
            level = dice.choice(tuple(LEVELS))
            blocks.append((_edited(press, paragraph, LEVELS[level]), item, level))
    dice.shuffle(blocks)
    text, taken = "", []
    for said, item, level in blocks:
        if item:
            taken.append(Taken(len(text), len(text) + len(said), item.id, level))
        text += said + "\n\n"
    return Story(text.rstrip(), tuple(taken))


def _edited(press: _Press, paragraph: str, changed: float) -> str:
    words: list[str] = []
    for word in paragraph.split():
        drawn = press.dice.random()
        if drawn >= changed:
            words.append(word)
        elif drawn < changed * 0.6:
            words.append(press.word())
        elif drawn < changed * 0.75:
            words += [word, press.word()]
    return " ".join(words)

"""How a line that is not the story is told by its words: one rule, many ways to put it."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

MAX_LENGTH = 240
"""Characters; no prompt or link is longer, and it bounds the work on hostile input."""

FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "–": "-", "—": "-"})
EDGES = " .!:;,…»›→>|*•·-[]()<«‹←▶►✉"


class Sweep(StrEnum):
    """What a line takes along when it is set aside."""

    NOTHING = "nothing"
    LINKS = "links"  # the short lines under it, which are links or names
    REST = "rest"  # all that follows: comments, an author's portrait


@dataclass(frozen=True)
class Rule:
    reason: str
    wordings: str
    """One a line, matched against the whole folded line; … stands for any further words."""
    sweep: Sweep = Sweep.NOTHING

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        ways = (line.strip() for line in self.wordings.strip().splitlines())
        return re.compile("|".join(f"(?:{way.replace('…', '.{0,200}')})" for way in ways))


def folded(text: str) -> str:
    """A line as rules compare it: small letters, plain quotes, no marks at its ends."""
    return " ".join(text.translate(FOLDED).casefold().strip(EDGES).split())


SPEECH = re.compile(r"\b(?:said|says|told|according to|added|asked|warned)\b|[\"“”].*[\"“”]")


def first_match(rules: tuple[Rule, ...], text: str) -> Rule | None:
    """The rule that a line falls under; where somebody speaks, it is none of them."""
    if len(text) > MAX_LENGTH or SPEECH.search(text):
        return None
    line = folded(text)
    return next((rule for rule in rules if rule.pattern.fullmatch(line)), None)

"""Which desks an item goes to: each rule that fits it adds its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_WORDS = 120
HIGHEST, LOWEST = 1, 9
"""Of a priority: 1 is a flash."""


@dataclass(frozen=True)
class Rule:
    """Sends what fits every one of its conditions to its desk; an empty one asks nothing."""

    desk_id: int
    outlet_id: int | None = None
    keyword: str = ""
    priority_at_most: int | None = None
    """The number at most: 3 takes what is urgent and leaves 4 to 9. No priority does not fit."""
    subject: str = ""
    """What the subject's code begins with, as `medtop:04`."""

    @property
    def asks_nothing(self) -> bool:
        return not (self.outlet_id or self.keyword or self.priority_at_most or self.subject)


@dataclass(frozen=True)
class Routed:
    """What the rules look at in an item."""

    outlet_id: int | None
    priority: int | None
    subjects: tuple[str, ...]
    words: str
    """Headline, slugline and keywords."""


def desks_for(item: Routed, rules: Iterable[Rule]) -> list[int]:
    """The desks in the order of the rules, each once."""
    return list(dict.fromkeys(rule.desk_id for rule in rules if fits(item, rule)))


def fits(item: Routed, rule: Rule) -> bool:
    return (
        rule.outlet_id in {None, item.outlet_id}
        and _is_urgent(item, rule.priority_at_most)
        and (not rule.subject or any(_begins(code, rule.subject) for code in item.subjects))
        and (not rule.keyword or _says(item.words, rule.keyword))
    )


def fault(rule: Rule) -> str:
    """Why it is no rule; empty where it is one."""
    if rule.asks_nothing:
        return "Give the rule something to look for: an outlet, a keyword, a priority or a subject."
    return ""


def _is_urgent(item: Routed, at_most: int | None) -> bool:
    return at_most is None or (item.priority is not None and item.priority <= at_most)


def _begins(code: str, wanted: str) -> bool:
    return code.casefold().startswith(wanted.casefold())


def _says(words: str, keyword: str) -> bool:
    """Whether the keyword stands there as whole words."""
    pattern = r"(?<!\w)" + r"\s+".join(re.escape(part) for part in keyword.casefold().split())
    return re.search(pattern + r"(?!\w)", words.casefold()) is not None

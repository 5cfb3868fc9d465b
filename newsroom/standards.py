"""The newsroom's rules as tables, and what a desk makes of each: it blocks, warns or is off."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar, Generic, Self, TypeVar

RuleT = TypeVar("RuleT", bound=StrEnum)


class Level(StrEnum):
    """What a desk makes of a rule."""

    BLOCK = "block"  # It shuts the gate until it is mended or somebody decides about it.
    WARN = "warn"  # It is said, and stops nobody.
    OFF = "off"  # It is not looked for.


@dataclass(frozen=True)
class Standard(Generic[RuleT]):
    rule: RuleT
    title: str
    """As the desk's page lists it."""
    asks: str
    """What a finding says of its {words}."""
    default: Level
    source: str
    """Where the rule comes from, in our words."""
    warning: str = "advice"
    """The severity of a warning: advice, or only a note."""
    released: bool = False
    """Whether an editor who knows who the source is can answer for it."""
    fixed: bool = False
    """Whether no desk may do without it."""

    def severity(self, level: Level) -> str | None:
        """How a finding weighs at that level; None where there is to be none."""
        return {Level.BLOCK: "blocking", Level.WARN: self.warning, Level.OFF: None}[level]


def standard_by(
    prefix: str, rule: str, by_rule: Mapping[RuleT, Standard[RuleT]]
) -> Standard[RuleT] | None:
    """By a finding's rule; None where that is none of these, or one of another version."""
    if not rule.startswith(prefix):
        return None
    name = rule.removeprefix(prefix)
    return next((standard for known, standard in by_rule.items() if known == name), None)


@dataclass(frozen=True)
class Levels(Generic[RuleT]):
    """One desk's own levels over the house's; each table of rules has its own kind of them."""

    by_rule: ClassVar[Mapping[Any, Standard[Any]]]
    own: Mapping[RuleT, Level] = field(default_factory=dict)
    """Only where the desk differs."""

    @classmethod
    def differing(cls, wanted: Mapping[RuleT, Level]) -> Self:
        """Without those that are the house's, so that a new default reaches a desk."""
        house = cls.by_rule
        return cls(
            {
                rule: level
                for rule, level in wanted.items()
                if house[rule].default is not level and not house[rule].fixed
            }
        )

    def of(self, rule: RuleT) -> Level:
        standard = self.by_rule[rule]
        return standard.default if standard.fixed else self.own.get(rule, standard.default)

    def severity(self, rule: RuleT) -> str | None:
        """Of a finding on that desk; None where the rule is off."""
        return self.by_rule[rule].severity(self.of(rule))

    def changes_to(self, after: Self) -> str:
        """In words; empty where nothing changes."""
        return "; ".join(
            f"{standard.title.lower()}: {self.of(rule)} → {after.of(rule)}"
            for rule, standard in self.by_rule.items()
            if self.of(rule) is not after.of(rule)
        )

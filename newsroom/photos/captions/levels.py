"""What one desk makes of each rule of the caption check: its own levels over the house's."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsroom.photos.captions.table import BY_RULE, Level, Rule, severity


@dataclass(frozen=True)
class Levels:
    own: Mapping[Rule, Level] = field(default_factory=dict)
    """Only where the desk differs."""

    def of(self, rule: Rule) -> Level:
        standard = BY_RULE[rule]
        return standard.default if standard.fixed else self.own.get(rule, standard.default)

    def severity(self, rule: Rule) -> str | None:
        """Of a finding on that desk; None where the rule is off."""
        return severity(self.of(rule))


def differing(levels: Mapping[Rule, Level]) -> dict[Rule, Level]:
    """Those that are not the house's: only these are kept, so that a new default reaches a desk."""
    return {
        rule: level
        for rule, level in levels.items()
        if BY_RULE[rule].default is not level and not BY_RULE[rule].fixed
    }


def changes_in_words(before: Levels, after: Levels) -> str:
    """Empty where nothing changed."""
    return "; ".join(
        f"{standard.title.lower()}: {before.of(rule)} → {after.of(rule)}"
        for rule, standard in BY_RULE.items()
        if before.of(rule) is not after.of(rule)
    )

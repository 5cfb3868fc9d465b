"""The newsroom's standards on sources: what each asks, how it weighs, whose rule it was first."""

from enum import StrEnum

from newsroom.standards import Level, Standard, standard_by

PREFIX = "standard:"
"""Of a finding's rule, before the standard's own name."""


class Rule(StrEnum):
    """The standards by the names that settings, findings and the log use."""

    REUSE_UNCREDITED = "reuse_uncredited"
    CREDIT_LINE = "credit_line"
    CREDIT_UNUSED = "credit_unused"
    OUTLET_UNATTRIBUTED = "outlet_unattributed"
    LATE_ATTRIBUTION = "late_attribution"
    USAGE_TERMS = "usage_terms"
    NO_CONTRACT = "no_contract"
    SINGLE_ANONYMOUS = "single_anonymous"
    ANONYMOUS_UNRELEASED = "anonymous_unreleased"
    PLURAL_SOURCES = "plural_sources"
    BARE_SOURCE = "bare_source"
    ANONYMOUS_OPINION = "anonymous_opinion"
    NO_REASON = "no_reason"
    LATE_SPEAKER = "late_speaker"


R, L = Rule, Level
_AP, _AP_2010, _REUTERS = "AP news values", "AP credit policy of 2010", "Reuters handbook, sourcing"

STANDARDS: tuple[Standard[Rule], ...] = (
    Standard(R.REUSE_UNCREDITED, "Agency copy is credited", "“{words}” stands in agency copy that is not credited.", L.BLOCK, _AP_2010),
    Standard(R.CREDIT_LINE, "The credit line names every source, in house form", "The credit line is not as it should be.", L.BLOCK, _AP_2010),
    Standard(R.CREDIT_UNUSED, "Nobody is credited for nothing", "{words} is credited, and nothing in the story is given to it.", L.WARN, "House", "note"),
    Standard(R.OUTLET_UNATTRIBUTED, "An outlet’s facts are given to it in the text", "The story draws on {words}, and no fact in the text is given to it.", L.WARN, _AP_2010),
    Standard(R.LATE_ATTRIBUTION, "An outlet’s facts are given to it early", "{words} is named only after the fifth paragraph.", L.WARN, _AP_2010, "note"),
    Standard(R.USAGE_TERMS, "Usage terms allow it", "The terms of “{words}” forbid this use.", L.BLOCK, "The agency’s own terms"),
    Standard(R.NO_CONTRACT, "There is a contract for what is reused", "“{words}” is copy that no contract lets us use.", L.WARN, "House"),
    Standard(R.SINGLE_ANONYMOUS, "A story does not rest on one unnamed source", "The whole story rests on one unnamed source: “{words}”.", L.WARN, _REUTERS, released=True),
    Standard(R.ANONYMOUS_UNRELEASED, "An editor answers for each unnamed source", "No editor has answered for the unnamed source “{words}”.", L.OFF, _AP, released=True),
    Standard(R.PLURAL_SOURCES, "One source is not called several", "“{words}” is plural, and the story knows one person only.", L.WARN, _REUTERS),
    Standard(R.BARE_SOURCE, "An unnamed source is described", "“{words}” says nothing of how the source can know; describe it as closely as you may.", L.WARN, _AP),
    Standard(R.ANONYMOUS_OPINION, "No opinion without a name", "“{words}” is an opinion from somebody unnamed.", L.WARN, _AP),
    Standard(R.NO_REASON, "The reader learns why a source is unnamed", "The story does not say why “{words}” is not named.", L.WARN, _AP, "note"),
    Standard(R.LATE_SPEAKER, "A speaker is named soon after the quotation begins", "“{words}” is named only after more than two sentences of quotation.", L.WARN, _REUTERS, "note"),
)  # fmt: skip

BY_RULE = {standard.rule: standard for standard in STANDARDS}


def standard_of(rule: str) -> Standard[Rule] | None:
    """By a finding's rule; None where that is none of these, or one of another version."""
    return standard_by(PREFIX, rule, BY_RULE)

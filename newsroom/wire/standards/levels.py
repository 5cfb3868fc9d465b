"""What one desk makes of each standard on sources."""

from newsroom import standards
from newsroom.wire.standards.table import BY_RULE, Rule


class Levels(standards.Levels[Rule]):
    by_rule = BY_RULE

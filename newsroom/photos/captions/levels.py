"""What one desk makes of each rule of the caption check."""

from newsroom import standards
from newsroom.photos.captions.table import BY_RULE, Rule


class Levels(standards.Levels[Rule]):
    by_rule = BY_RULE

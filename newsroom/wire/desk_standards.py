"""The standards of the desks: asked for by the checks, set by administrators."""

from newsroom.accounts.desk_levels import DeskLevels
from newsroom.audit import Event
from newsroom.standards import Level
from newsroom.wire.standard_models import DeskStandard, StandardsVersion
from newsroom.wire.standards.levels import Levels
from newsroom.wire.standards.table import Rule

KEPT = DeskLevels(DeskStandard, StandardsVersion, Rule, Levels, Event.STANDARDS_SET)

levels, levels_on_desks, set_levels = KEPT.of, KEPT.on_desks, KEPT.set


def level(rule: Rule, desk_id: int) -> Level:
    """What the desk makes of one standard."""
    return levels(desk_id).of(rule)

"""The caption rules of the desks: asked for by the check, set by administrators."""

from newsroom.accounts.desk_levels import DeskLevels
from newsroom.audit import Event
from newsroom.photos.caption_models import CaptionRulesVersion, DeskCaptionRule
from newsroom.photos.captions.levels import Levels
from newsroom.photos.captions.table import Rule

KEPT = DeskLevels(DeskCaptionRule, CaptionRulesVersion, Rule, Levels, Event.CAPTION_RULES_SET)

levels, levels_on_desks, set_levels = KEPT.of, KEPT.on_desks, KEPT.set

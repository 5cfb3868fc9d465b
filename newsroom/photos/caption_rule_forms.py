"""The form of a desk's caption rules: one choice for each that is the desk's to make."""

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from newsroom.photos.captions.levels import Levels
from newsroom.photos.captions.table import STANDARDS, Level, Rule
from newsroom.web.forms import Form

SAID_AS = {Level.BLOCK: "Blocks", Level.WARN: "Warns", Level.OFF: "Off"}
CHOSEN = tuple(standard for standard in STANDARDS if not standard.fixed)


class CaptionRulesForm(Form):
    """Its fields are the rules' names, in the table's order."""

    @property
    def levels(self) -> dict[Rule, Level]:
        return {one.rule: Level(self[one.rule.value].data) for one in CHOSEN}

    def show(self, levels: Levels) -> None:
        for one in CHOSEN:
            self[one.rule.value].data = levels.of(one.rule).value


for _standard in CHOSEN:
    _choices = [
        SelectChoice(one.value, f"{said} (the house’s)" if one is _standard.default else said)
        for one, said in SAID_AS.items()
    ]
    setattr(
        CaptionRulesForm,
        _standard.rule.value,
        SelectField(_standard.title, choices=_choices, default=_standard.default.value),
    )

"""The form of a desk's standards: one choice for each."""

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from newsroom.web.forms import Form
from newsroom.wire.standards.levels import Levels
from newsroom.wire.standards.table import STANDARDS, Level, Rule

SAID_AS = {Level.BLOCK: "Blocks", Level.WARN: "Warns", Level.OFF: "Off"}


class StandardsForm(Form):
    """Its fields are the standards' names, in the table's order."""

    @property
    def levels(self) -> dict[Rule, Level]:
        return {rule: Level(self[rule.value].data) for rule in Rule}

    def show(self, levels: Levels) -> None:
        for rule in Rule:
            self[rule.value].data = levels.of(rule).value


for _standard in STANDARDS:
    _choices = [
        SelectChoice(one.value, f"{said} (the house’s)" if one is _standard.default else said)
        for one, said in SAID_AS.items()
    ]
    setattr(
        StandardsForm,
        _standard.rule.value,
        SelectField(_standard.title, choices=_choices, default=_standard.default.value),
    )

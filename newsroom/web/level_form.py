"""The form of a desk's levels: one choice for each rule that is the desk's to make."""

from collections.abc import Sequence
from typing import Any, ClassVar

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from newsroom.standards import Level, Levels, Standard
from newsroom.web.forms import Form

SAID_AS = {Level.BLOCK: "Blocks", Level.WARN: "Warns", Level.OFF: "Off"}


class LevelsForm(Form):
    """Its fields are the rules' names, in the table's order."""

    chosen: ClassVar[Sequence[Standard[Any]]] = ()

    @property
    def levels(self) -> dict[Any, Level]:
        return {one.rule: Level(self[one.rule.value].data) for one in self.chosen}

    def show(self, levels: Levels[Any]) -> None:
        for one in self.chosen:
            self[one.rule.value].data = levels.of(one.rule).value


def form_of(standards: Sequence[Standard[Any]]) -> type[LevelsForm]:
    chosen = [one for one in standards if not one.fixed]
    fields = {one.rule.value: _choice(one) for one in chosen}
    return type("DeskLevelsForm", (LevelsForm,), {"chosen": chosen, **fields})


def _choice(standard: Standard[Any]) -> SelectField:
    choices = [
        SelectChoice(one.value, f"{said} (the house’s)" if one is standard.default else said)
        for one, said in SAID_AS.items()
    ]
    return SelectField(standard.title, choices=choices, default=standard.default.value)

"""The page on which the lexicon's keepers see which entries help and which are in the way."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, render_template

from newsroom.accounts.queries import desks
from newsroom.housestyle.queries import preferred_names
from newsroom.roles import Permission
from newsroom.stories.received import Received, figures
from newsroom.web.access import requires

blueprint = Blueprint("received", __name__)

MOST_ENTRIES = 100
"""On the page, those most often found first."""


@dataclass(frozen=True)
class Line:
    id: int
    name: str
    of: Received


@blueprint.get("/lexicon/figures")
@requires(Permission.USE_LEXICON)
def show() -> str:
    got = figures()
    review = _most({key: of for key, of in got.entries.items() if of.whole.mostly_dismissed})
    often = _most(got.entries)
    names = preferred_names({*review, *often})
    return render_template(
        "housestyle/figures.html",
        mondays=got.mondays,
        review=_lines(review, names),
        entries=_lines(often, names),
        left_off=len(got.entries) - len(often),
        desks=[Line(desk.id, desk.name, got.desks.get(desk.id, Received())) for desk in desks()],
    )


def _most(entries: Mapping[int, Received]) -> dict[int, Received]:
    found = sorted(entries.items(), key=lambda one: (-one[1].whole.found, one[0]))
    return dict(found[:MOST_ENTRIES])


def _lines(entries: Mapping[int, Received], names: Mapping[int, str]) -> list[Line]:
    """Without those whose entry is gone."""
    return [Line(key, names[key], of) for key, of in entries.items() if key in names]

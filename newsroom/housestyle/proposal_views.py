"""The exceptions proposed for an entry, as its page shows and decides them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from newsroom.accounts.queries import full_names
from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid
from newsroom.housestyle import proposals
from newsroom.housestyle.models import Concept
from newsroom.roles import Actor, Permission
from newsroom.web.access import current_actor, requires

blueprint = Blueprint("proposals", __name__, url_prefix="/lexicon")


@dataclass(frozen=True)
class Shown:
    """A proposal as the page of its entry shows it."""

    id: int
    text: str
    words: str
    story_id: int
    slug: str
    by: str
    at: datetime


@blueprint.app_template_global()
def proposals_for(concept_id: int) -> list[Shown]:
    rows = proposals.open_ones(concept_id)
    name_of = full_names(row.by_id for row in rows)
    return [
        Shown(row.id, row.text, row.words, row.story_id, row.slug, name_of(row.by_id), row.at)
        for row in rows
    ]


@blueprint.post("/<int:concept_id>/proposals/<int:proposal_id>/take")
@requires(Permission.EDIT_LEXICON)
def take(concept_id: int, proposal_id: int) -> Response:
    return _decided(concept_id, proposal_id, proposals.take, "taken; open stories are read again.")


@blueprint.post("/<int:concept_id>/proposals/<int:proposal_id>/decline")
@requires(Permission.EDIT_LEXICON)
def decline(concept_id: int, proposal_id: int) -> Response:
    return _decided(concept_id, proposal_id, proposals.decline, "declined.")


def _decided(
    concept_id: int, proposal_id: int, decide: Callable[[Actor, int, str], Concept], said: str
) -> Response:
    try:
        with transaction():
            decide(current_actor(), proposal_id, request.form.get("reason", ""))
        flash(f"The proposal is {said}", "good")
    except (Invalid, Conflict) as error:
        flash(" ".join([error.sentence, *error.fields.values()]), "bad")
    return redirect(url_for("lexicon.show", concept_id=concept_id, _anchor="proposals"), 303)

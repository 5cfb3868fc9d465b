"""The page of an entry on which an editor ticks further spellings that should be changed."""

from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, request, url_for

from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid
from newsroom.housestyle import queries, service
from newsroom.housestyle.forms import ReasonForm
from newsroom.housestyle.models import Concept
from newsroom.housestyle.offers import offers
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import REFUSED, Answer, show_refusal

blueprint = Blueprint("lexicon_offers", __name__, url_prefix="/lexicon")

WHY = "Ticked from the spellings that were offered"


@blueprint.get("/<int:concept_id>/spellings")
@requires(Permission.EDIT_LEXICON)
def choose(concept_id: int) -> Answer:
    form = ReasonForm(formdata=None)
    form.reason.data = WHY
    return _page(queries.concept(concept_id), form, frozenset())


@blueprint.post("/<int:concept_id>/spellings")
@requires(Permission.EDIT_LEXICON)
def take(concept_id: int) -> Answer:
    form, ticked = ReasonForm(), request.form.getlist("spelling")
    if not form.validate() or not ticked:
        if not ticked:
            form.form_errors.append("Tick the spellings that the entry should change.")
        return _page(queries.concept(concept_id), form, frozenset(ticked)), REFUSED
    try:
        with transaction():
            concept = queries.concept_to_change(concept_id)
            facts = concept.facts
            added = replace(facts, variants=(*facts.variants, *ticked))
            service.change_concept(
                current_actor(), concept, added, concept.revision, form.reason.data or ""
            )
    except (Invalid, Conflict) as error:
        form.form_errors.extend(error.fields.values() or [error.sentence])
        show_refusal(form, error)
        return _page(queries.concept(concept_id), form, frozenset(ticked)), REFUSED
    flash(f"{concept.preferred} has {len(ticked)} more.", "good")
    return redirect(url_for("lexicon.show", concept_id=concept_id), 303)


def _page(concept: Concept, form: ReasonForm, ticked: frozenset[str]) -> str:
    return render_template(
        "housestyle/offers.html", concept=concept, form=form, offers=offers(concept), ticked=ticked
    )

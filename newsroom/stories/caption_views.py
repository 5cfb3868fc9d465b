"""The caption check: one figure after another, as it will print, with what it lacks."""

from bisect import bisect_right
from dataclasses import asdict

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from newsroom.accounts.queries import desks
from newsroom.db import storable, transaction
from newsroom.errors import Conflict, Invalid
from newsroom.photos import crops
from newsroom.photos.models import Photo
from newsroom.photos.queries import photos_by_id
from newsroom.roles import Permission
from newsroom.stories import documents, figures, queries, reconcile
from newsroom.stories.board import Filter, board
from newsroom.stories.figures import FigureClash, FigureWords
from newsroom.stories.forms import FigureForm
from newsroom.stories.gate_page import FindingCard, GatePage, gate_page
from newsroom.stories.models import Story
from newsroom.stories.states import State
from newsroom.stories.story_page import seen
from newsroom.stories.summary import Figure
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import show_refusal

blueprint = Blueprint("captions", __name__)


@blueprint.get("/captions")
@requires(Permission.READ_STORIES)
def waiting() -> str:
    """The stories in caption check, by deadline."""
    found = board(Filter(states=(State.PHOTO_CHECK,)))
    names = {one.id: one.name for one in desks()}
    return render_template("stories/captions.html", board=found, desk_names=names)


@blueprint.get("/captions/<int:story_id>/<int:number>")
@requires(Permission.READ_STORIES)
def figure(story_id: int, number: int) -> str:
    story = queries.story(current_actor(), story_id)
    shown = figures.figure(story, number)
    return _page(story, shown, FigureForm(formdata=None, obj=shown))


@blueprint.post("/captions/<int:story_id>/<int:number>")
@requires(Permission.READ_STORIES)
def change(story_id: int, number: int) -> Response | tuple[str, int]:
    form = FigureForm()
    if not form.validate():
        return _again(story_id, number, form), 422
    try:
        with transaction():
            figures.change_figure(
                current_actor(),
                story_id,
                request.form.get("position", default=-1, type=int),
                seen(),
                _words(form),
            )
    except FigureClash as clash:
        _show(form, clash.merged)
        show_refusal(form, clash)
        return _again(story_id, number, form), 409
    except (Invalid, Conflict) as error:
        show_refusal(form, error)
        return _again(story_id, number, form), 422
    flash("The figure is kept.", "good")
    return redirect(url_for("captions.figure", story_id=story_id, number=number))


def _words(form: FigureForm) -> FigureWords:
    return FigureWords(
        form.photo.data,
        form.caption.data or "",
        form.creator.data or "",
        form.credit.data or "",
        form.alt.data or "",
        form.crop.data or "",
    )


def _photo(number: int | None) -> Photo | None:
    return photos_by_id([number]).get(number) if number and storable(number) else None


def _show(form: FigureForm, words: FigureWords) -> None:
    form.process(formdata=None, data=asdict(words))


def _again(story_id: int, number: int, form: FigureForm) -> str:
    """The page with what was typed, and why it was not kept."""
    story = queries.story(current_actor(), story_id)
    return _page(story, figures.figure(story, number), form)


def _page(story: Story, shown: Figure, form: FigureForm) -> str:
    page = gate_page(current_actor(), story)
    photo = _photo(form.photo.data)
    form.offer(crops.choices(photo) if photo else ())
    before, after = _neighbours(story)
    findings = _findings_in(page, shown)
    return render_template(
        "stories/caption.html",
        story=story,
        page=page,
        figure=shown,
        total=len(page.standing.summary.figures),
        form=form,
        photo=photo,
        cut=crops.shown(photo, form.crop.data or "") if photo else None,
        before=before,
        after=after,
        findings=findings,
        told={f"figure-{shown.number}", *(f"finding-{card.row.id}" for card in findings)},
        lacking=[
            refusal.sentence
            for choice in page.choices
            if choice.move.permission is Permission.PASS_CAPTIONS
            for refusal in choice.obstacles
            if refusal.place == f"figure-{shown.number}"
        ],
    )


def _neighbours(story: Story) -> tuple[Story | None, Story | None]:
    """The stories with figures before and after this one among those that wait, by deadline."""
    rows = [row.story for row in board(Filter(states=(State.PHOTO_CHECK,))).rows]
    ids = [one.id for one in rows]
    here = ids.index(story.id) if story.id in ids else -1
    before = (one for one in reversed(rows[: max(here, 0)]) if one.figures)
    after = (one for one in rows[here + 1 :] if one.figures)
    return next(before, None), next(after, None)


def _findings_in(page: GatePage, shown: Figure) -> list[FindingCard]:
    """What house style found in this figure's caption and nobody has decided on."""
    mapping_since = documents.mappings_to(page.story.id, page.story.version)
    starts = [one.position for one in page.standing.summary.figures]
    found = []
    for card in page.cards("house_style", "open"):
        row = card.row
        start, _, deleted = reconcile.moved(mapping_since(row.version), row.start, row.end)
        of_this = row.place == "caption" and bisect_right(starts, start) == shown.number
        if of_this and not deleted and row.severity != "note":
            found.append(card)
    return found

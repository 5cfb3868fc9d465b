"""The caption check: one figure after another, as it will print, with what it lacks."""

from dataclasses import asdict

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from newsroom.accounts.queries import desks
from newsroom.db import storable, transaction
from newsroom.errors import Conflict, Invalid
from newsroom.photos import crops
from newsroom.photos.facts import LABELS, WORDS
from newsroom.photos.models import Photo
from newsroom.photos.queries import photos_by_id
from newsroom.photos.rights.queries import verdicts
from newsroom.photos.service import may_change
from newsroom.roles import Permission
from newsroom.stories import caption_queue, caption_taking, documents, figures, guards, queries
from newsroom.stories.board import Cursor, Filter, board
from newsroom.stories.caption_queue import figure_of
from newsroom.stories.checks import CAPTIONS, HOUSE_STYLE
from newsroom.stories.figures import FigureClash, FigureWords
from newsroom.stories.forms import FigureForm
from newsroom.stories.gate_page import FindingCard, GatePage, gate_page
from newsroom.stories.models import Story
from newsroom.stories.passages import Block, blocks
from newsroom.stories.states import State
from newsroom.stories.story_page import seen
from newsroom.stories.summary import Figure
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import show_refusal

blueprint = Blueprint("captions", __name__)


@blueprint.get("/captions")
@requires(Permission.READ_STORIES)
def waiting() -> str:
    """The figures in caption check, by deadline."""
    found = caption_queue.waiting(Cursor.read(request.args.get("after", "")))
    names = {one.id: one.name for one in desks()}
    return render_template("stories/captions.html", queue=found, desk_names=names)


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
    taken = request.form.get("take", "")
    try:
        words = caption_taking.take(_words(form), taken) if taken else _words(form)
        with transaction():
            figures.change_figure(
                current_actor(),
                story_id,
                request.form.get("position", default=-1, type=int),
                seen(),
                words,
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


@blueprint.get("/captions/<int:story_id>/<int:number>/library")
@requires(Permission.READ_STORIES)
def library_address(story_id: int, number: int) -> Response:
    """Who loads the address of the button again comes to the figure."""
    return redirect(url_for("captions.figure", story_id=story_id, number=number))


@blueprint.post("/captions/<int:story_id>/<int:number>/library")
@requires(Permission.READ_STORIES)
def keep_in_library(story_id: int, number: int) -> Response:
    """What the caption check filled in, for the next story with this photo."""
    try:
        with transaction():
            caption_taking.keep_in_library(current_actor(), story_id, number)
        flash("The library says it too.", "good")
    except Conflict as error:
        flash(error.sentence, "warn")
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
        rights=verdicts([photo])[photo.id] if photo else None,
        labels=LABELS,
        order=WORDS,
        takeable=caption_taking.TAKEN,
        library_lacks=_library_lacks(photo, shown),
        text=_text(story),
        before=before,
        after=after,
        findings=findings,
        told={f"figure-{shown.number}", *(f"finding-{card.row.id}" for card in findings)},
        lacking=_lacking(page, shown),
    )


def _lacking(page: GatePage, shown: Figure) -> list[tuple[str, str]]:
    """What keeps the figure from passing: the field that would mend it, if one does, and why."""
    fields = {guards.lacks_sentence(shown, name): name for name in guards.lacking(shown)}
    return [
        (fields.get(refusal.sentence, ""), refusal.sentence)
        for choice in page.choices
        if choice.move.permission is Permission.PASS_CAPTIONS
        for refusal in choice.obstacles
        if refusal.place == f"figure-{shown.number}"
    ]


def _library_lacks(photo: Photo | None, shown: Figure) -> list[str]:
    if photo is None or not may_change(current_actor(), photo):
        return []
    return [LABELS[name].lower() for name in caption_taking.library_lacks(photo, shown)]


def _text(story: Story) -> list[Block]:
    """The story's words, to be read beside the picture."""
    read = blocks(documents.current(story.id, story.version))
    return [one for one in read if one.kind not in {"caption", "credit_line"}]


def _neighbours(story: Story) -> tuple[Story | None, Story | None]:
    """The stories with figures before and after this one among those that wait, by deadline."""
    rows = [row.story for row in board(Filter(states=(State.PHOTO_CHECK,))).rows]
    ids = [one.id for one in rows]
    here = ids.index(story.id) if story.id in ids else -1
    before = (one for one in reversed(rows[: max(here, 0)]) if one.figures)
    after = (one for one in rows[here + 1 :] if one.figures)
    return next(before, None), next(after, None)


def _findings_in(page: GatePage, shown: Figure) -> list[FindingCard]:
    """What the checks found in this figure and nobody has decided on; what shuts the gate first."""
    cards = [*page.cards(CAPTIONS, "open"), *page.cards(HOUSE_STYLE, "open")]
    found = [
        card
        for card in cards
        if card.row.place == "caption"
        and card.row.severity != "note"
        and figure_of(card.row, page.story.version, page.standing.summary.figures) == shown.number
    ]
    return sorted(found, key=lambda card: card.row.severity != "blocking")

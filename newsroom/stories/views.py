"""The pages of stories: the desk, the story, its plan, its moves."""

from datetime import datetime

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from newsroom.accounts import desk_levels
from newsroom.accounts.queries import desks
from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid, NotFound
from newsroom.photos.rights import contracts
from newsroom.roles import Permission, Role
from newsroom.stories import (
    filing,
    moving,
    notes,
    photo_uses,
    queries,
    rechecking,
    sparing,
    wire_photos,
)
from newsroom.stories.board import ARCHIVE, Cursor, board
from newsroom.stories.caption_views import blueprint as captions_blueprint
from newsroom.stories.comment_views import blueprint as comments_blueprint
from newsroom.stories.correction_views import blueprint as correction_blueprint
from newsroom.stories.desk_filter import DeskFilter
from newsroom.stories.editor_api import blueprint as editor_blueprint
from newsroom.stories.forms import NewStoryForm, PlanForm, as_typed, in_newsroom_time
from newsroom.stories.gate_page import gate_page
from newsroom.stories.history_views import blueprint as history_blueprint
from newsroom.stories.intake_views import blueprint as intake_blueprint
from newsroom.stories.leaving_views import blueprint as leaving_blueprint
from newsroom.stories.models import Story
from newsroom.stories.photo_contracts import contracts_with
from newsroom.stories.photo_link_views import blueprint as photo_links_blueprint
from newsroom.stories.planning import offer, plan_of
from newsroom.stories.presence_views import blueprint as presence_blueprint
from newsroom.stories.received_views import blueprint as received_blueprint
from newsroom.stories.reuse_views import blueprint as reuse_blueprint
from newsroom.stories.rights_views import blueprint as rights_blueprint
from newsroom.stories.standing import Given
from newsroom.stories.starting import first_document
from newsroom.stories.states import State
from newsroom.stories.story_page import refused, seen, story_page
from newsroom.stories.told import DONE
from newsroom.stories.typing_views import blueprint as typing_blueprint
from newsroom.stories.wire_alerts import wire_alerts
from newsroom.stories.wire_views import blueprint as wire_blueprint
from newsroom.stories.wire_views import choices_of_item
from newsroom.stories.workflow import BY_NAME
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import show_refusal

blueprint = Blueprint("stories", __name__)
blueprint.add_app_template_filter(lambda state: State(state).label, "state_label")
blueprints = (
    blueprint,
    captions_blueprint,
    comments_blueprint,
    correction_blueprint,
    editor_blueprint,
    history_blueprint,
    intake_blueprint,
    leaving_blueprint,
    photo_links_blueprint,
    presence_blueprint,
    received_blueprint,
    reuse_blueprint,
    rights_blueprint,
    typing_blueprint,
    wire_blueprint,
)

ELSEWHERE = frozenset({"publish", "withdraw"})
"""Moves that publishing makes, because an article is made or taken down with them."""


@blueprint.get("/")
@requires(Permission.READ_STORIES)
def desk() -> str:
    actor = current_actor()
    known = desks()
    asked = DeskFilter.read(request.args, actor, known)
    found = board(asked.as_filter(actor), Cursor.read(request.args.get("after", "")))
    return render_template(
        "stories/desk.html",
        board=found,
        asked=asked,
        desks=known,
        desk_names={one.id: one.name for one in known},
        State=State,
        archive=ARCHIVE,
    )


@blueprint.get("/stories/new")
@requires(Permission.CREATE_STORY)
def new_story() -> str:
    form = NewStoryForm(formdata=None)
    offer(form, current_actor())
    actor = current_actor()
    form.byline.data = f"By {actor.name}" if actor.holds(Role.REPORTER) else ""
    return render_template("stories/new.html", form=form)


@blueprint.post("/stories/new")
@requires(Permission.CREATE_STORY)
def create_story() -> Response | tuple[str, int]:
    form = NewStoryForm()
    actor = current_actor()
    offer(form, actor)
    if form.validate():
        try:
            with transaction():
                story = filing.create_story(
                    actor,
                    plan_of(form),
                    first_document(form.headline.data or "", form.byline.data or ""),
                    form.note.data or "",
                    frozenset(form.reporters.data or ()) or None,
                )
            return redirect(url_for("stories.story", story_id=story.id))
        except (Invalid, Conflict) as error:
            show_refusal(form, error)
    return render_template("stories/new.html", form=form), 422


@blueprint.get("/stories/<int:story_id>")
@requires(Permission.READ_STORIES)
def story(story_id: int) -> str:
    return story_page(current_actor(), story_id)


@blueprint.get("/stories/<int:story_id>/panel")
@requires(Permission.READ_STORIES)
def panel(story_id: int) -> str:
    actor = current_actor()
    found = queries.story(actor, story_id)
    return render_template("stories/panel.html", page=gate_page(actor, found), story=found)


@blueprint.get("/stories/<int:story_id>/moves")
@requires(Permission.READ_STORIES)
def moves(story_id: int) -> str:
    """The moves of a row of the desk, fetched when its menu opens."""
    actor = current_actor()
    found = queries.story(actor, story_id)
    return render_template("stories/row_moves.html", page=gate_page(actor, found), story=found)


@blueprint.get("/stories/<int:story_id>/moves/<string:move>")
@requires(Permission.READ_STORIES)
def move_address(story_id: int, move: str) -> Response:
    """Who loads the page of a refused move again comes to the story, where the reasons stand."""
    if move not in BY_NAME:
        raise NotFound("There is no such move.")
    return redirect(url_for("stories.story", story_id=story_id))


@blueprint.post("/stories/<int:story_id>/moves/<string:move>")
@requires(Permission.READ_STORIES)
def make_move(story_id: int, move: str) -> Response | tuple[str, int]:
    if move not in BY_NAME or move in ELSEWHERE:
        raise NotFound("There is no such move.")
    actor = current_actor()
    try:
        given = Given(request.form.get("note", ""), _time_given())
        with transaction():
            moving.perform(actor, story_id, move, given, seen())
    except (Invalid, Conflict) as error:
        return refused(actor, story_id, error, refused_move=move)
    flash(DONE[move], "good")
    if request.form.get("after") == "captions":
        return redirect(url_for("captions.waiting"))
    return redirect(url_for("stories.story", story_id=story_id))


def _time_given() -> datetime | None:
    typed = request.form.get("at", "").strip()
    if not typed:
        return None
    try:
        return in_newsroom_time(datetime.fromisoformat(typed))
    except ValueError:
        raise Invalid("That is not a time; it reads 2030-05-21T18:30.") from None


@blueprint.get("/stories/<int:story_id>/plan")
@requires(Permission.READ_STORIES)
def plan(story_id: int) -> str:
    found = queries.story(current_actor(), story_id)
    form = _plan_form(found)
    mark = filing.plan_mark(found)
    return render_template("stories/plan.html", form=form, story=found, mark=mark)


@blueprint.post("/stories/<int:story_id>/plan")
@requires(Permission.READ_STORIES)
def change_plan(story_id: int) -> Response | tuple[str, int]:
    actor = current_actor()
    found = queries.story(actor, story_id)
    form = PlanForm()
    offer(form, actor, found)
    if form.validate():
        try:
            with transaction():
                filing.change_plan(
                    actor,
                    story_id,
                    plan_of(form),
                    frozenset(form.reporters.data or ()),
                    request.form.get("seen", ""),
                )
            flash("The plan is kept.", "good")
            return redirect(url_for("stories.story", story_id=story_id))
        except (Invalid, Conflict) as error:
            show_refusal(form, error)
    found = queries.story(actor, story_id)
    mark = filing.plan_mark(found)
    return render_template("stories/plan.html", form=form, story=found, mark=mark), 422


@blueprint.post("/stories/<int:story_id>/notes")
@requires(Permission.READ_STORIES)
def add_note(story_id: int) -> Response:
    actor = current_actor()
    with transaction():
        found = queries.story_for_change(actor, story_id)
        notes.add_note(actor, found, request.form.get("text", ""))
    return redirect(url_for("stories.story", story_id=story_id, tab="talk", _anchor="talk"))


@blueprint.post("/stories/<int:story_id>/waiver")
@requires(Permission.PASS_CAPTIONS)
def waive_photo(story_id: int) -> Response:
    with transaction():
        moving.waive_photo(current_actor(), story_id, request.form.get("reason", ""))
    return redirect(url_for("stories.story", story_id=story_id))


def _plan_form(found: Story) -> PlanForm:
    form = PlanForm(formdata=None, obj=found)
    offer(form, current_actor(), found)
    form.deadline_at.data = as_typed(found.deadline_at)
    form.planned_at.data = as_typed(found.planned_at)
    form.reporters.data = sorted(queries.reporters(found.id))
    return form


def install(app: Flask) -> None:
    """For the pages of lexicon, photos and wire, which know nothing of stories, and for the desk's own."""
    contracts.told_by(app, contracts_with)
    desk_levels.spared_by(app, sparing.spare_others)
    app.jinja_env.globals.update(
        recheck_progress=rechecking.progress,
        wire_choices=choices_of_item,
        wire_alerts=wire_alerts,
        photo_stories=photo_uses.stories_with,
        wire_photos=wire_photos.of_item,
        photo_origin=wire_photos.origin,
    )

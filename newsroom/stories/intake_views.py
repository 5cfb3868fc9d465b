"""New from text: paste or upload, see what was found, confirm it, and have a story."""

from flask import Blueprint, redirect, render_template, request, url_for

from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid
from newsroom.roles import Actor, Permission, Role
from newsroom.stories import document, filing, slugs
from newsroom.stories.intake import (
    MAX_BYTES,
    Taken,
    as_document,
    in_order,
    read,
    revised,
    take_apart,
)
from newsroom.stories.intake_forms import ConfirmForm, TextForm
from newsroom.stories.planning import offer, plan_of, slug_in
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import Answer, show_refusal

blueprint = Blueprint("intake", __name__)

KEPT = ("headline", "standfirst", "byline", "dateline", "slug")


@blueprint.get("/stories/from-text")
@requires(Permission.CREATE_STORY)
def new_text() -> Answer:
    return render_template("stories/new_text.html", form=TextForm(formdata=None))


@blueprint.post("/stories/from-text")
@requires(Permission.CREATE_STORY)
def take() -> Answer:
    form = TextForm()
    try:
        text = read(_sent(form))
        taken = take_apart(text.text)
    except Invalid as error:
        show_refusal(form, error)
        return render_template("stories/new_text.html", form=form), 422
    shown = ConfirmForm(formdata=None)
    shown.text.data = text.text
    shown.show(taken)
    _propose(shown, taken, current_actor())
    for name in KEPT:
        if typed := request.form.get(f"kept-{name}"):
            shown[name].data = typed
    return _confirm(shown, taken, text.notes)


@blueprint.post("/stories/from-text/confirm")
@requires(Permission.CREATE_STORY)
def confirm() -> Answer:
    form = ConfirmForm()
    if "again" in request.form:
        back = TextForm(formdata=None)
        back.text.data = form.text.data
        return render_template("stories/new_text.html", form=back, kept=_typed(form))
    actor = current_actor()
    taken = take_apart(form.text.data or "")
    offer(form, actor)
    if form.validate():
        try:
            return redirect(url_for("stories.story", story_id=_create(actor, form, taken)))
        except (Invalid, Conflict) as error:
            show_refusal(form, error)
    return _confirm(form, taken, ()), 422


def _typed(form: ConfirmForm) -> dict[str, str]:
    """What the person wrote over what was found: it stays while they change the text."""
    taken = take_apart(form.text.data or "")
    found = {name: getattr(taken, name) for name in KEPT if name != "slug"}
    found["slug"] = slugs.free_slug(slug_in(taken))
    written = {name: str(form[name].data or "") for name in KEPT}
    return {name: text for name, text in written.items() if text and text != found[name]}


def _sent(form: TextForm) -> str | bytes:
    """What was pasted, or the file; one of the two."""
    data: bytes = form.file.data.read(MAX_BYTES + 1) if form.file.data else b""
    pasted: str = form.text.data or ""
    if data and pasted.strip():
        raise Invalid(
            "Only one text makes a story.", {"file": "Paste the text or choose a file, not both."}
        )
    return data or pasted


def _propose(form: ConfirmForm, taken: Taken, actor: Actor) -> None:
    offer(form, actor)
    form.slug.data = slugs.free_slug(slug_in(taken))
    if not taken.byline and actor.holds(Role.REPORTER):
        form.byline.data = f"By {actor.name}"


def _create(actor: Actor, form: ConfirmForm, taken: Taken) -> int:
    wanted = revised(taken, form.revision(taken, request.form.to_dict(flat=False)))
    with transaction():
        story = filing.create_story(
            actor,
            plan_of(form),
            document.read(as_document(wanted)),
            reporters=frozenset(form.reporters.data or ()) or None,
        )
    return story.id


def _confirm(form: ConfirmForm, taken: Taken, notes: tuple[str, ...]) -> str:
    return render_template(
        "stories/confirm_text.html",
        form=form,
        taken=taken,
        rows=[(type(one).__name__, i, one) for i, one in in_order(taken)],
        notes=(*notes, *taken.notes),
        sent=request.form,
    )

"""The page of the cleaners: their order, their lists, what each is switched to, and a trial."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid
from newsroom.photos import desk_words
from newsroom.photos.cleaner_forms import TrialForm, WordForm
from newsroom.photos.cleaners import CLEANERS, WordList
from newsroom.photos.facts import LABELS
from newsroom.roles import Actor, Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import REFUSED, Answer, show_refusal

blueprint = Blueprint("photo_cleaners", __name__, url_prefix="/photos/cleaners")

TRIED = ("creator", "credit", "caption")
LONGEST_TRIED = 4000


@blueprint.get("")
@requires(Permission.USE_PHOTOS)
def index() -> str:
    return _page(WordForm(formdata=None))


@blueprint.post("/words")
@requires(Permission.EDIT_CLEANERS)
def add_word() -> Answer:
    form = WordForm()
    if not form.validate():
        return _page(form), REFUSED
    try:
        with transaction():
            desk_words.add_word(
                current_actor(),
                WordList(form.list.data),
                form.word.data or "",
                form.spelling.data or "",
            )
    except (Invalid, Conflict) as error:
        show_refusal(form, error)
        return _page(form), REFUSED
    flash("The word is added; it holds for photos that come in from now on.", "good")
    return redirect(url_for("photo_cleaners.index"), 303)


@blueprint.post("/words/remove")
@requires(Permission.EDIT_CLEANERS)
def remove_word() -> Answer:
    asked = request.form.get("list", "")
    which = WordList(asked) if asked in set(WordList) else WordList.NOISE
    with transaction():
        desk_words.remove_word(current_actor(), which, request.form.get("word", ""))
    flash("The word is removed.", "good")
    return redirect(url_for("photo_cleaners.index"), 303)


@blueprint.post("/<string:name>/off")
@requires(Permission.EDIT_CLEANERS)
def switch_off(name: str) -> Response:
    return _switched(name, desk_words.switch_off, "The cleaner is switched off.")


@blueprint.post("/<string:name>/on")
@requires(Permission.EDIT_CLEANERS)
def switch_on(name: str) -> Response:
    return _switched(name, desk_words.switch_on, "The cleaner is switched on again.")


def _switched(name: str, act: Callable[[Actor, str], None], said: str) -> Response:
    with transaction():
        act(current_actor(), name)
    flash(said, "good")
    return redirect(url_for("photo_cleaners.index"), 303)


def _page(form: WordForm) -> str:
    trial = TrialForm(
        formdata=None, data={name: request.args.get(name, "")[:LONGEST_TRIED] for name in TRIED}
    )
    asked = any(trial[name].data for name in TRIED)
    return render_template(
        "photos/cleaners.html",
        cleaners=CLEANERS,
        off=desk_words.switched_off(),
        lists=[(one, desk_words.entries(one)) for one in WordList],
        form=form,
        trial=trial,
        tried=desk_words.cleaned(trial.words) if asked else None,
        labels=LABELS,
        titles=desk_words.TITLES,
        order=TRIED,
        may_change=current_actor().may(Permission.EDIT_CLEANERS),
    )

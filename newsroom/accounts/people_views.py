"""The administrators' pages of people: who there is, what they may do, where they are signed in."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from newsroom.accounts import grants, passwords, queries, service
from newsroom.accounts.forms import ALL_DESKS, GrantForm, PersonForm
from newsroom.accounts.models import Person
from newsroom.accounts.service import Named
from newsroom.accounts.session import throttle
from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid
from newsroom.roles import Actor, Permission, Role
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import REFUSED, Answer, show_refusal

blueprint = Blueprint("people", __name__, url_prefix="/people")


@blueprint.get("")
@requires(Permission.MANAGE_PEOPLE)
def index() -> str:
    return render_template("accounts/people.html", people=queries.people())


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_PEOPLE)
def add() -> Answer:
    form = PersonForm()
    if not form.validate_on_submit():
        return _add_page(form), REFUSED if form.errors else 200
    password = passwords.made_up()
    try:
        with transaction():
            person = service.add_person(current_actor(), _named(form), password, temporary=True)
    except Invalid as error:
        show_refusal(form, error)
        return _add_page(form), REFUSED
    return _shown_once(person, password)


def _add_page(form: PersonForm) -> str:
    return render_template("accounts/person_new.html", form=form)


def _shown_once(person: Person, password: str) -> str:
    """Shown in the answer itself: a redirect would have to keep it somewhere."""
    return render_template("accounts/person_password.html", person=person, password=password)


def _named(form: PersonForm) -> Named:
    return Named(form.name.data or "", form.full_name.data or "", form.email.data or "")


@blueprint.route("/<int:person_id>", methods=["GET", "POST"])
@requires(Permission.MANAGE_PEOPLE)
def edit(person_id: int) -> Answer:
    person = queries.person(person_id)
    form = PersonForm(obj=person)
    if not form.validate_on_submit():
        return _edit_page(person, form), REFUSED if form.errors else 200
    try:
        with transaction():
            person = queries.person_to_change(person_id)
            service.change_person(current_actor(), person, _named(form))
    except Invalid as error:
        show_refusal(form, error)
        return _edit_page(queries.person(person_id), form), REFUSED
    flash(f"{person.full_name} is saved.", "good")
    return redirect(url_for("people.edit", person_id=person_id), 303)


def _edit_page(person: Person, form: PersonForm) -> str:
    grant_form = GrantForm(formdata=None)
    grant_form.offer(queries.desks())
    return render_template(
        "accounts/person.html",
        person=person,
        form=form,
        grant_form=grant_form,
        sign_ins=queries.sign_ins_of(person.id),
    )


def _then_back(
    person_id: int, change: Callable[[Actor, Person], object], sentence: str
) -> Response:
    """Do one change to a person and go back to their page with the sentence, or why it was not.

    The sentence has places for `{name}` and for `{done}`, which is what the change gave.
    """
    try:
        with transaction():
            person = queries.person_to_change(person_id)
            done = change(current_actor(), person)
    except Conflict as error:
        flash(error.sentence, "bad")
    else:
        flash(sentence.format(name=person.full_name, done=done), "good")
    return redirect(url_for("people.edit", person_id=person_id), 303)


@blueprint.post("/<int:person_id>/grants")
@requires(Permission.MANAGE_PEOPLE)
def grant(person_id: int) -> Response:
    form = GrantForm()
    form.offer(queries.desks())
    if not form.validate():
        raise Invalid("Choose a role and a desk from the lists.")

    def give(actor: Actor, person: Person) -> str:
        desk = None if form.desk.data == ALL_DESKS else queries.desk(form.desk.data)
        return grants.grant(actor, person, Role(form.role.data), desk).in_words

    return _then_back(person_id, give, "{name} now has the role: {done}.")


@blueprint.post("/<int:person_id>/grants/<int:grant_id>/revoke")
@requires(Permission.MANAGE_PEOPLE)
def revoke(person_id: int, grant_id: int) -> Response:
    def take(actor: Actor, person: Person) -> None:
        grants.revoke(actor, person, grant_id)

    return _then_back(person_id, take, "The role is taken from {name}.")


@blueprint.post("/<int:person_id>/deactivate")
@requires(Permission.MANAGE_PEOPLE)
def deactivate(person_id: int) -> Response:
    closed = "The account of {name} is closed, and they are signed out everywhere."
    return _then_back(person_id, service.deactivate, closed)


@blueprint.post("/<int:person_id>/reactivate")
@requires(Permission.MANAGE_PEOPLE)
def reactivate(person_id: int) -> Response:
    return _then_back(person_id, service.reactivate, "The account of {name} is open again.")


@blueprint.post("/<int:person_id>/end-sign-ins")
@requires(Permission.MANAGE_PEOPLE)
def end_sign_ins(person_id: int) -> Response:
    return _then_back(person_id, service.end_sign_ins, "{name} is signed out everywhere.")


@blueprint.post("/<int:person_id>/reset-password")
@requires(Permission.MANAGE_PEOPLE)
def reset_password(person_id: int) -> Answer:
    with transaction():
        person = queries.person_to_change(person_id)
        password = service.reset_password(current_actor(), person)
    throttle().succeeded(person.name)  # whoever was kept out by wrong tries may come in at once
    return _shown_once(person, password)

"""Signing in and out, one's own password and sign-ins, light or dark."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import Blueprint, Flask, flash, jsonify, redirect, render_template, request, url_for
from flask_login import current_user
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response

from newsroom.accounts import desk_views, people_views, queries, service, session, signing_in
from newsroom.accounts.forms import PasswordForm, SignInForm
from newsroom.accounts.models import Person
from newsroom.accounts.throttle import TooManyTries, network
from newsroom.db import transaction
from newsroom.errors import Invalid
from newsroom.web.access import public, signed_in, wants_json
from newsroom.web.errors import problem
from newsroom.web.forms import REFUSED, Form, show_refusal
from newsroom.web.places import THEME_COOKIE, THEMES

Answer = str | Response | tuple[str, int] | tuple[str | Response, int, dict[str, str]]

TOO_MANY = 429
YEAR_SECONDS = 365 * 86400

blueprint = Blueprint("accounts", __name__)


@blueprint.route("/sign-in", methods=["GET", "POST"])
@public
def sign_in() -> Answer:
    form = SignInForm()
    if current_user.is_authenticated:
        return _who_is_in() if wants_json() else redirect(session.home())
    if not form.validate_on_submit():
        return _asked_to_sign_in(form)
    try:
        _sign_in(form.name.data or "", form.password.data or "", form.person.data)
    except (TooManyTries, Invalid) as error:
        return _refused(_sign_in_page, form, error)
    return _who_is_in() if wants_json() else redirect(session.home(), 303)


def _who_is_in() -> Response:
    """To a page whose session ended: who is signed in here now, and the token from here on."""
    there = current_user.is_authenticated
    return jsonify(
        person=current_user.id if there else None,
        name=current_user.full_name if there else "",
        must_choose_password=there and current_user.password_is_temporary,
        token=generate_csrf(),
    )


def _asked_to_sign_in(form: SignInForm) -> Answer:
    if not wants_json():
        return _sign_in_page(form), REFUSED if form.errors else 200
    if not form.errors:
        return _who_is_in()
    fields = {str(name): sentences[0] for name, sentences in form.errors.items()}
    raise Invalid(" ".join(fields.values()), fields)


def _refused(page: Callable[[Any], str], form: Form, error: TooManyTries | Invalid) -> Answer:
    status, wait = REFUSED, {}
    if isinstance(error, TooManyTries):
        status, wait = TOO_MANY, {"Retry-After": str(error.seconds)}
    if wants_json():
        answer, _ = problem(status, "Not taken", error.sentence, error.fields)
        return answer, status, wait
    show_refusal(form, error)
    return page(form), status, wait


def _sign_in(name: str, password: str, only: int | None) -> None:
    """Raises Invalid also where they are not `only`, the person whose page asks for it."""
    known = queries.person_named(name)
    account = known.name if known else name.strip().lower()
    with _counted(account):
        proof = signing_in.authenticate(name, password)
    if only is not None and only != proof.person_id:
        raise Invalid(signing_in.ANOTHERS)
    with transaction():
        person, token = signing_in.start(
            proof, address=session.address_of(request), device=request.user_agent.string
        )
    session.begin(person, token)


@contextmanager
def _counted(account: str) -> Iterator[None]:
    """One try of that account's password: counted before it is made, forgotten if it was right."""
    address = network(session.address_of(request))
    session.throttle().admit(account, address)
    try:
        yield
    except Invalid:
        session.throttle().failed(address)
        raise
    session.throttle().succeeded(account)


def _sign_in_page(form: SignInForm) -> str:
    return render_template("accounts/sign_in.html", form=form, next=session.home())


@blueprint.post("/sign-out")
@signed_in
def sign_out() -> Response:
    with transaction():
        signing_in.end(current_user.session_token)
    session.finish()
    return redirect(url_for("accounts.sign_in"), 303)


@blueprint.route("/password", methods=["GET", "POST"])
@signed_in
def password() -> Answer:
    form = PasswordForm()
    if not form.validate_on_submit():
        return _password_page(form), REFUSED if form.errors else 200
    try:
        _change_password(current_user, form.current.data or "", form.new.data or "")
    except (TooManyTries, Invalid) as error:
        return _refused(_password_page, form, error)
    flash("Your password is changed. Other browsers were signed out.", "good")
    return redirect("/", 303)


def _change_password(person: Person, current: str, new: str) -> None:
    with _counted(person.name):
        service.require_password(person, current)
    choice = service.choose_password(person, current, new)
    with transaction():
        service.change_password(queries.person_to_change(person.id), choice)


def _password_page(form: PasswordForm) -> str:
    return render_template("accounts/password.html", form=form)


@blueprint.get("/sessions")
@signed_in
def sessions() -> str:
    return render_template("accounts/sessions.html", sign_ins=queries.sign_ins_of(current_user.id))


@blueprint.post("/sessions/end-others")
@signed_in
def end_other_sessions() -> Response:
    with transaction():
        ended = signing_in.end_others(current_user.id, current_user.session_token)
    flash(f"Signed out in {ended} other browser{'' if ended == 1 else 's'}.", "good")
    return redirect(url_for("accounts.sessions"), 303)


@blueprint.post("/theme")
@public
def theme() -> Response:
    """Light, dark or as the device has it; kept by the browser, so it needs no account."""
    answer = redirect(session.home(), 303)
    asked = request.form.get("theme", "")
    if asked in THEMES:
        answer.set_cookie(
            THEME_COOKIE, asked, max_age=YEAR_SECONDS, samesite="Lax", secure=request.is_secure
        )
    else:
        answer.delete_cookie(THEME_COOKIE)
    return answer


blueprints = (blueprint, people_views.blueprint, desk_views.blueprint)


def install(app: Flask) -> None:
    session.install(app)

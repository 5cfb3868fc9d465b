"""Who is asking: the cookie holds one sign-in's token, and every request reads its person anew."""

from urllib.parse import urlsplit

from flask import Flask, Request, abort, current_app, g, redirect, request, session, url_for
from flask_login import LoginManager, current_user, login_user, logout_user
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response

from newsroom.accounts.models import Person
from newsroom.accounts.queries import signed_in_person
from newsroom.accounts.throttle import Throttle, throttle_at
from newsroom.web.access import PUBLIC, is_script, rule_of

OPEN_WITH_TEMPORARY_PASSWORD = {"accounts.password", "accounts.sign_out", "accounts.theme"}


def install(app: Flask) -> None:
    manager = LoginManager()
    manager.session_protection = None  # the token is the protection; addresses change on a phone
    manager.user_loader(signed_in_person)
    # Not init_app(): its hook for "remember me" cookies, which are not used here, reads the
    # session after every answer, so that no public page could be cached.
    app.login_manager = manager  # type: ignore[attr-defined]  # where Flask-Login looks for it
    app.context_processor(lambda: {"current_user": current_user})
    app.extensions["sign_in_throttle"] = throttle_at(app.config["NEWSROOM"].redis_url)
    app.before_request(_ask_for_own_password)


def throttle() -> Throttle:
    found: Throttle = current_app.extensions["sign_in_throttle"]
    return found


def begin(person: Person, token: str) -> None:
    """Make this browser the person's; nothing of the session before survives."""
    session.clear()
    g.pop("csrf_token", None)  # kept for the request; it would outlive its session here
    generate_csrf()  # or two pages that open at once make one each, and one of them is lost
    person.session_token = token
    session.permanent = True
    login_user(person)


def finish() -> None:
    logout_user()
    session.clear()


def own_path(path: str | None) -> str | None:
    """The path if it is one of this newsroom's pages; None for any other address."""
    if not path or not path.startswith("/") or path.startswith("//") or "\\" in path:
        return None
    parts = urlsplit(path)
    plain = path.isprintable() and not parts.scheme and not parts.netloc
    return path if plain else None


def address_of(asked: Request) -> str:
    return asked.remote_addr or ""


def home() -> str:
    return own_path(request.values.get("next")) or "/"


def _ask_for_own_password() -> Response | None:
    """Whoever signed in with a password that somebody else made must choose their own first."""
    if request.endpoint in {None, *OPEN_WITH_TEMPORARY_PASSWORD}:
        return None
    if rule_of(current_app, str(request.endpoint)) is PUBLIC:
        return None
    if not current_user.is_authenticated or not current_user.password_is_temporary:
        return None
    if is_script():
        abort(401, "Choose your own password first; what you typed is kept.")
    return redirect(url_for("accounts.password"))

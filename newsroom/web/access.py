"""Who may open a route: signed-in by default, one permission each, public only by name."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import Flask, abort, current_app, g, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from newsroom.errors import NotAllowed
from newsroom.roles import Actor, Permission

View = TypeVar("View", bound=Callable[..., Any])


class _Rule:
    """What a route asks of its visitor, as a word, beside the permissions."""

    def __init__(self, name: str) -> None:
        self.name = name


PUBLIC = _Rule("public")
SIGNED_IN = _Rule("signed in")


def requires(permission: Permission) -> Callable[[View], View]:
    """Only for people whom a role on any desk gives the permission; services check the desk."""
    return lambda view: _mark(view, permission)


def public(view: View) -> View:
    """For everybody, signed in or not."""
    return _mark(view, PUBLIC)


def signed_in(view: View) -> View:
    """For everybody with an account, whatever their role."""
    return _mark(view, SIGNED_IN)


def _mark(view: View, rule: Permission | _Rule) -> View:
    view.access = rule  # type: ignore[attr-defined]  # a note on the function, read by the gate
    return view


def rule_of(app: Flask, endpoint: str) -> Permission | _Rule | None:
    """The rule that its view carries; None where somebody forgot one."""
    if endpoint == "static":
        return PUBLIC
    view = app.view_functions[endpoint]
    view = getattr(view, "view_class", view)
    return cast("Permission | _Rule | None", getattr(view, "access", None))


def current_actor() -> Actor:
    """The signed-in person as the rules see them."""
    return cast(Actor, current_user.actor)


def install(app: Flask) -> None:
    """Put the gate before every request; refuses to start with a route that carries no rule."""
    bare = sorted(e for e in app.view_functions if rule_of(app, e) is None)
    if bare:
        raise RuntimeError(f"routes without @requires, @signed_in or @public: {', '.join(bare)}")
    app.before_request(_gate)


def _gate() -> Response | None:
    if request.endpoint is None:
        return None  # the 404 page
    rule = rule_of(current_app, request.endpoint)
    if rule is PUBLIC:
        g.public_route = True
        return None
    if not current_user.is_authenticated:
        return _ask_to_sign_in()
    if isinstance(rule, Permission) and not current_actor().may(rule):
        raise NotAllowed(f"You may not {rule.value}.")
    return None


def wants_json() -> bool:
    return request.is_json or request.accept_mimetypes.best == "application/json"


def is_script() -> bool:
    """Whether it would follow a redirect to a page and find nothing there that it can read."""
    return wants_json() or request.accept_mimetypes.best == "text/event-stream"


def _ask_to_sign_in() -> Response:
    if is_script() or request.method != "GET":
        abort(401, "You are signed out. Sign in again; what you typed is kept.")
    return redirect(url_for("accounts.sign_in", next=request.full_path.rstrip("?")))

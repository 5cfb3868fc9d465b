"""What each answer says to browsers and caches about safety, and the guard against forged forms."""

import re
import secrets
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar

from flask import Flask, g, request
from flask_login import current_user
from flask_wtf.csrf import CSRFProtect
from werkzeug.wrappers import Response

from newsroom.settings import Settings, current_settings

csrf = CSRFProtect()

View = TypeVar("View", bound=Callable[..., Any])

HASHED = re.compile(r"-[A-Z0-9]{8}\.[a-z0-9]+$")
"""How the build ends a name that changes with the file's content."""

STRANGERS_BYTES = 8 * 1024 * 1024
"""Read of a body before anybody is signed in: room for the longest story of an ended session."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}

POLICY = (
    "default-src 'none'",
    "script-src 'nonce-{nonce}' 'strict-dynamic'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self' {live}",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)


def without_form_token(view: View) -> View:
    """For programs, which have no form: they prove who they are in another way at each request."""
    csrf.exempt(view)
    return view


def install(app: Flask, settings: Settings) -> None:
    app.before_request(_bound_strangers)  # before the guard, which reads the whole form
    csrf.init_app(app)
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SESSION_COOKIE_NAME="newsroom",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        SESSION_REFRESH_EACH_REQUEST=False,  # or public pages would set cookies
        WTF_CSRF_TIME_LIMIT=None,  # the sign-in session ends, not the form that is open in it
        WTF_CSRF_SSL_STRICT=False,
    )
    app.jinja_env.globals["csp_nonce"] = csp_nonce
    app.after_request(_headers)


def _bound_strangers() -> None:
    # Asked only where something is sent: who asks for a session makes the answer one person's.
    if request.method == "POST" and not current_user.is_authenticated:
        request.max_content_length = STRANGERS_BYTES


def csp_nonce() -> str:
    """This answer's nonce, made when a page first asks for it."""
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    return str(g.csp_nonce)


def _headers(answer: Response) -> Response:
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    if "Content-Security-Policy" not in answer.headers:
        live = current_settings().live_url
        answer.headers["Content-Security-Policy"] = "; ".join(POLICY).format(
            nonce=csp_nonce(), live=live
        )
    if current_settings().secure_cookies:
        answer.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if request.endpoint == "static" and answer.status_code == HTTPStatus.OK:
        _keep_for_good(answer)
    kept_by_caches = g.get("public_route") or request.endpoint == "static"
    if not kept_by_caches or "csrf_token" in g:  # a form's token is one person's
        answer.headers.setdefault("Cache-Control", "private, no-store")
    return answer


def _keep_for_good(answer: Response) -> None:
    if HASHED.search(request.path):
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"

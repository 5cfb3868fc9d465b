"""A refusal becomes a page or a problem document: the one place that knows the status of each."""

import logging
from http import HTTPStatus

from flask import Flask, jsonify, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from newsroom.errors import Away, Conflict, Invalid, NewsroomError, NotAllowed, NotFound
from newsroom.web.access import wants_json

log = logging.getLogger(__name__)

STATUS: dict[type[NewsroomError], tuple[int, str]] = {
    NotAllowed: (403, "Not allowed"),
    NotFound: (404, "Not found"),
    Conflict: (409, "Changed meanwhile"),
    Invalid: (422, "Not taken"),
    Away: (503, "Not now"),
}

SENTENCES = {
    400: "The newsroom could not read what was sent. Go back, your browser still has it.",
    404: "There is nothing at this address.",
    405: "This address does not take that kind of request.",
    413: "That is too large for the newsroom to take.",
    429: "Too many tries. Wait a little, then try again.",
}

UNSHOWN = frozenset({"csrf_token", "next", "password", "current", "new", "again"})
"""Fields that nobody wrote, or that no page may show again."""


def install(app: Flask) -> None:
    app.register_error_handler(NewsroomError, _refusal)
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(OperationalError, _database_away)
    app.register_error_handler(500, _fault)


def problem(
    status: int, title: str, detail: str, fields: dict[str, str] | None = None
) -> tuple[Response, int]:
    """The refusal as RFC 9457 problem+json where a script asks, as a page where a person does."""
    if wants_json() or request.path.endswith("/steps"):
        body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        answer: Response = jsonify(body | ({"fields": fields} if fields else {}))
        answer.content_type = "application/problem+json"
        return answer, status
    page = render_template(
        "errors/refusal.html", status=status, heading=title, detail=detail, typed=_typed()
    )
    return Response(page, content_type="text/html; charset=utf-8"), status


def _typed() -> dict[str, str]:
    """What was written in the refused form, by field: shown again, for no browser keeps it."""
    try:
        sent = request.form.items(multi=True)
        written = {name: text for name, text in sent if name not in UNSHOWN}
    except HTTPException:
        return {}  # too large to be read at all
    return {name: text for name, text in written.items() if text.strip() and not text.isdecimal()}


def _refusal(error: NewsroomError) -> tuple[Response, int]:
    status, title = STATUS[type(error)]
    return problem(status, title, error.sentence, error.fields)


def _stale_form(_error: CSRFError) -> tuple[Response, int]:
    return problem(
        400,
        "This form is too old",
        "You were signed out or the page was open for long. Nothing was changed: go back, "
        "copy what you typed, load the page again and send it once more.",
    )


def _http(error: HTTPException) -> Response | tuple[Response, int]:
    if error.code is None or error.code < HTTPStatus.BAD_REQUEST:
        return error.get_response()  # a redirect, as it stands
    detail = SENTENCES.get(error.code) or error.description or error.name
    return problem(error.code, error.name.capitalize(), detail)


def _database_away(error: OperationalError) -> tuple[Response, int]:
    log.error("database away or locked", exc_info=error)
    return problem(
        503,
        "The newsroom cannot reach its database",
        "Nothing was changed. Go back, wait a moment and send it again.",
    )


def _fault(_error: Exception) -> tuple[Response, int]:
    return problem(
        500,
        "Something broke",
        "It was our fault and has been written down. Nothing half-done was kept.",
    )

"""The paper has no visitors' sessions: no cookie is read for its pages, and none is ever set."""

from flask import Flask, Request
from flask.sessions import SecureCookieSession, SessionInterface, SessionMixin
from flask.wrappers import Response

from newsroom.publishing.addresses import FRONT


class _Unkept(SecureCookieSession):
    """Begins empty and is forgotten with the answer, whatever was written to it."""


class OnlyForTheNewsroom(SessionInterface):
    """The application's own sessions, but for the paper; so a cache may keep its pages for all."""

    null_session_class = _Unkept  # type: ignore[assignment]  # Flask's own refuses writes, even of an error page

    def __init__(self, inner: SessionInterface) -> None:
        self._inner = inner

    def open_session(self, app: Flask, request: Request) -> SessionMixin | None:
        if request.path == FRONT or request.path.startswith(f"{FRONT}/"):
            return self.make_null_session(app)
        return self._inner.open_session(app, request)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        self._inner.save_session(app, session, response)

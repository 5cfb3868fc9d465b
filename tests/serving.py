"""The application on a port of its own, for real browsers; when it stops, nothing of it runs on."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from werkzeug.serving import WSGIRequestHandler, make_server

from newsroom.notifications import live
from tests.waiting import eventually

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


@contextmanager
def serving(app: WSGIApplication) -> Iterator[str]:
    """Its address, while the block runs. The browsers must have left before it ends."""
    connected: set[WSGIRequestHandler] = set()

    class Handler(WSGIRequestHandler):
        def handle(self) -> None:
            connected.add(self)
            try:
                super().handle()
            finally:
                connected.discard(self)

    def everybody_left() -> bool:
        live.close_all()
        for handler in list(connected):
            # A browser keeps spare connections open, on which no request ever comes.
            with suppress(OSError):
                handler.connection.shutdown(socket.SHUT_RD)
        return not connected

    server: Any = make_server("127.0.0.1", 0, _whole(app), threaded=True, request_handler=Handler)
    # Joined where the serving ends: a thread that outlives its test keeps a database connection.
    server.daemon_threads = False
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        eventually(everybody_left)
        thread.join()


def _whole(app: WSGIApplication) -> WSGIApplication:
    """Answers read to their end first: this server leaves a file open when its reader hangs up."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/live":
            return app(environ, start_response)
        body = app(environ, start_response)
        try:
            return [b"".join(body)]
        finally:
            getattr(body, "close", lambda: None)()

    return answer

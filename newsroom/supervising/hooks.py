"""What the web and live processes do at a fork and at a stop; gunicorn reads it as its settings.

Nothing of the application is imported here at once: where gevent serves, it must patch first.
"""

import gc
import signal
import threading
from types import FrameType
from typing import Any


def pre_fork(_server: Any, _worker: Any) -> None:
    """What is loaded stays for good: kept from the collector, its memory stays shared.

    It also takes a second off every stop, in which Python would look through all of it once more.
    """
    gc.freeze()


def post_fork(server: Any, _worker: Any) -> None:
    """Forget connections made before the fork: two processes on one would mix their answers."""
    if not server.cfg.preload_app:
        return
    from newsroom.db import db
    from newsroom.wsgi import app

    with app.app_context():
        db.engine.dispose(close=False)


def post_worker_init(_worker: Any) -> None:
    """Let event streams say goodbye at a stop; an idle stream would hold the worker for long."""
    gc.freeze()  # again: where nothing is loaded before the fork, it is only there now
    stop, stopping = signal.getsignal(signal.SIGTERM), threading.Event()
    threading.Thread(target=_close_streams_after, args=[stopping], daemon=True).start()

    def say_goodbye_and_stop(number: int, frame: FrameType | None) -> None:
        # Only rung here: the handler may have interrupted whoever holds the streams' lock, and
        # gevent's loop, in which it may run, must not wait for anything.
        stopping.set()
        if callable(stop):
            stop(number, frame)

    signal.signal(signal.SIGTERM, say_goodbye_and_stop)
    signal.siginterrupt(signal.SIGTERM, False)


def _close_streams_after(stopping: threading.Event) -> None:
    from newsroom.notifications import live

    stopping.wait()
    live.close_all()

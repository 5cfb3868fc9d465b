"""How fast one worker reads stories again after a change of the lexicon, without a server."""

import logging
import time
from pathlib import Path

from flask import Flask

from newsroom import migrating
from newsroom.app import create_app
from newsroom.db import transaction
from newsroom.housestyle import service
from newsroom.housestyle.models import LexiconVersion
from newsroom.roles import machine
from newsroom.settings import read_settings
from newsroom.stories import rechecking
from newsroom.stories.shelf import Shelf
from tests.bench.figures import Figure, show
from tests.bench.texts import of_length
from tests.factories import make_person, make_story

STORIES = 600
CHARACTERS = 5_000
MOST_MS = 5.0
"""A story: 200 of them a second."""


def measure(folder: Path) -> None:
    """On a database of its own; the queue is away, and the batches follow one another here."""
    app = _newsroom(folder)
    _all(app)  # the first reading, which keeps every finding
    with app.app_context(), transaction():
        LexiconVersion.grow()
    app.extensions["story_documents"] = Shelf()  # a worker has few of so many at hand
    spent = _all(app)
    with app.app_context():
        assert rechecking.progress() == rechecking.Progress(STORIES, STORIES)
    show(
        f"{STORIES} stories of {CHARACTERS:,} characters read again with the starter lexicon,"
        " one process, SQLite",
        [Figure("a story, CPU", spent * 1000 / STORIES, "ms", MOST_MS)],
    )


def _newsroom(folder: Path) -> Flask:
    folder.mkdir(parents=True, exist_ok=True)
    url = f"sqlite:///{folder}/rechecks.sqlite3"
    migrating.upgrade(url)
    # No broker answers at this address: what would be sent is dropped at once.
    away = {"DATABASE_URL": url, "REDIS_URL": f"unix://{folder}/away.sock"}
    given = {"NEWSROOM_DATA_DIR": str(folder), "NEWSROOM_SECRET_KEY": "only for the bench"}
    app = create_app(read_settings({**away, **given}))
    for name in ("newsroom.jobs", "newsroom.notifications.live"):
        logging.getLogger(name).setLevel(logging.ERROR)
    with app.app_context(), transaction():
        service.load_starter(machine("bench"))
        reporter, text = make_person("bench", "reporter"), of_length(CHARACTERS)
        for number in range(STORIES):
            make_story(reporter, "World", text, f"bench-{number}")
    return app


def _all(app: Flask) -> float:
    """CPU seconds until no story is left."""
    begun, read = time.process_time(), -1
    with app.app_context():
        while (now := rechecking.progress().read) != read:
            read = now
            rechecking.some(0)
    return time.process_time() - begun

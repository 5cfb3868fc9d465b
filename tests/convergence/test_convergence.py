"""Several people write in one story over a bad network; nothing is lost and all see the same."""

import json
import os
import signal

import pytest

from newsroom.db import db
from newsroom.stories import authority, documents
from newsroom.stories.models import Story
from tests.convergence.people import faults
from tests.processes import Running, free_port, of_same_newsroom
from tests.serving import serving
from tests.waiting import eventually

pytestmark = pytest.mark.journey


@pytest.fixture
def web(settings, tmp_path):
    """The pages' own process with two workers, as in production."""
    port = free_port()
    same = of_same_newsroom(settings, NEWSROOM_PORT=str(port))
    with Running("web", settings=same, cwd=tmp_path) as running:
        running.said("Booting worker", times=2)
        yield running, f"http://127.0.0.1:{port}"


def kept(app, newsroom):
    """The document as the server has it."""
    with app.app_context():
        story = db.session.get(Story, newsroom.story)
        return json.loads(json.dumps(documents.at(story.id, story.version).to_json()))


def newest(app, newsroom):
    with app.app_context():
        return db.session.get(Story, newsroom.story).version


@pytest.mark.parametrize(
    ("seed", "editors", "kind"), [(1, 4, "all"), (2, 4, "words"), (3, 16, "words")]
)
def test_all_end_with_the_same_story(web, asked, people, app, newsroom, seed, editors, kind):
    _running, server = web
    people.begin(asked(server, seed=seed, editors=editors, kind=kind))
    outcome = people.outcome()
    assert faults(outcome, kept(app, newsroom)) == []
    assert outcome["lost"] > 0
    assert outcome["doubled"] > 0


def test_a_web_worker_killed_in_the_middle_loses_no_word(web, asked, people, app, newsroom):
    running, server = web
    people.begin(asked(server, seed=4, edits=120, kind="words"))
    eventually(lambda: newest(app, newsroom) > 20)
    os.kill(running.children()[0], signal.SIGKILL)
    outcome = people.outcome()
    assert faults(outcome, kept(app, newsroom)) == []
    running.said("Booting worker", times=3)


def test_a_server_that_does_not_compare_versions_is_caught(
    asked, people, app, newsroom, monkeypatch
):
    take = authority.commit

    def careless(actor, story_id, _version, client, steps):
        story = db.session.get(Story, story_id, populate_existing=True)
        return take(actor, story_id, story.version, client, steps)

    monkeypatch.setattr("newsroom.stories.editor_api.authority.commit", careless)
    monkeypatch.setattr("newsroom.stories.editor_api.authority.is_behind", lambda *_: False)
    with serving(app) as server:
        people.begin(asked(server, seed=5, kind="words"))
        outcome = people.outcome()
    assert faults(outcome, kept(app, newsroom))

"""A newsroom of any size keeps every rule that one made by hand keeps."""

import subprocess

import pytest
from sqlalchemy import func, select

from newsroom.accounts.models import Person
from newsroom.audit import queries as audit
from newsroom.db import db
from newsroom.demo import load
from newsroom.demo.accounts import PASSWORD
from newsroom.demo.bulk import load_stories
from newsroom.demo.crowd import add_people
from newsroom.errors import Invalid, NotAllowed
from newsroom.publishing.models import Article
from newsroom.stories import checking, documents, facts
from newsroom.stories.models import Story, StoryStep
from newsroom.stories.summary import summarise
from tests.factories import make_person
from tests.processes import COMMAND, environment

STORIES = 120


@pytest.fixture
def filled(app):
    """The small demo, twenty more people and a hundred and twenty stories."""
    with app.app_context():
        load.ensure_small()
        add_people(20)
        for _done, on_their_way in load_stories(STORIES, waiting=7):
            for story_id in on_their_way:
                checking.check(story_id)
    return app


def test_a_newsroom_of_any_size(filled, browser):
    """One newsroom, many looks: filling it is what takes the time."""
    with filled.app_context():
        rows = list(db.session.scalars(select(Story)))
        assert len(rows) == STORIES + len(load.scripts())
        assert sum(1 for row in rows if row.state == "edit") >= 7
        published = {row.id for row in rows if row.live}
        live = select(Article.story_id).where(
            Article.withdrawn_at.is_(None), Article.superseded_at.is_(None)
        )
        assert set(db.session.scalars(live)) == published
        for row in rows:
            node = documents.at(row.id, row.version)
            summary = summarise(node)
            assert (summary.headline, summary.words) == (row.headline, row.words)
        steps = select(func.count()).select_from(StoryStep).where(StoryStep.story_id == rows[-1].id)
        assert db.session.scalar(steps) == rows[-1].version
        assert audit.verify().broken is None
    browser.sign_in("editor1", PASSWORD)
    assert "waiting" not in browser.get("/?state=edit").title
    for row in rows[:3] + rows[-3:]:
        browser.get(f"/stories/{row.id}")


def test_what_was_passed_in_bulk_would_be_published_by_the_gate(filled):
    with filled.app_context():
        ready = db.session.scalars(select(Story).where(Story.state.in_(["ready", "scheduled"])))
        for row in ready:
            standing = facts.standing(row)
            assert standing.copy.holds
            assert standing.captions.holds


def test_a_second_filling_goes_on_behind_the_first(filled):
    with filled.app_context():
        assert [done for done, _ in load_stories(5, seed=2)] == [5]
        assert audit.verify().broken is None
        names = set(db.session.scalars(select(Person.name)))
        assert {"reporter0", "reporter7", "editor0", "photo0", "admin0"} <= names


def test_a_known_password_is_refused_outside_development(app, settings):
    app.config["NEWSROOM"] = type(settings)(**{**vars(settings), "development": False})
    with app.app_context(), pytest.raises(NotAllowed, match="known password"):
        load.ensure_small()


def test_the_command_is_one_sentence_outside_development(tmp_path):

    done = subprocess.run(
        [*COMMAND, "demo", "load", "--stories", "3"],
        env=environment({"NEWSROOM_DATA_DIR": str(tmp_path)}),
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 1
    assert done.stderr.strip().endswith("set NEWSROOM_DEVELOPMENT=1 to load it.")


def test_a_newsroom_without_reporters_is_a_sentence(app, change):
    with change():
        make_person("admin", "administrator")
    with app.app_context(), pytest.raises(Invalid, match="nobody to write these stories"):
        list(load_stories(3))

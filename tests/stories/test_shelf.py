"""The documents that a process keeps at hand: which, how many, and what it knows by them."""

import pytest
from sqlalchemy import event

from newsroom.db import db
from newsroom.stories import authority, document, documents, summary
from newsroom.stories.models import Story
from newsroom.stories.shelf import STORIES_KEPT, VERSIONS_KEPT, Shelf, shelf
from tests.stories.samples import block, story, typed

NODE = document.empty()


@pytest.fixture
def kept():
    return Shelf()


def test_the_nearest_version_at_hand_is_the_newest_that_is_not_newer(kept):
    others = document.empty()
    kept.put(1, 4, others)
    kept.put(1, 7, NODE)
    assert kept.nearest(1, 3) is None
    assert kept.nearest(2, 9) is None
    assert kept.nearest(1, 6) == (4, others)
    assert kept.nearest(1, 7)[1] is NODE
    assert kept.nearest(1, 90)[0] == 7


def test_of_one_story_only_the_newest_versions_are_kept(kept):
    for version in range(VERSIONS_KEPT + 2):
        kept.put(1, version, NODE)
    assert kept.nearest(1, 1) is None
    assert kept.nearest(1, 2) == (2, NODE)
    assert kept.newest(1) == VERSIONS_KEPT + 1


def test_the_story_that_nobody_asked_for_longest_goes_first(kept):
    for number in range(STORIES_KEPT):
        kept.put(number, 1, NODE)
    kept.nearest(0, 1)
    kept.put(STORIES_KEPT, 1, NODE)
    assert kept.nearest(0, 1) is not None
    assert kept.nearest(1, 1) is None
    assert kept.newest(1) == 0


@pytest.fixture
def asked(newsroom):
    """The tables that the database is asked for, question by question."""
    seen = []
    with newsroom.app.app_context():
        engine = db.engine

    def note(_connection, _cursor, statement, *_more):
        tables = [name for name in ("story_snapshot", "story_step") if f"FROM {name}" in statement]
        if tables:
            seen.append(tables)

    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def test_what_another_process_committed_since_is_read_as_its_steps_alone(newsroom, asked):
    with newsroom.app.app_context():
        documents.current(newsroom.story, 0)
        mine = shelf()
        newsroom.app.extensions["story_documents"] = Shelf()
        newsroom.type(newsroom.jonas, " sharp")
        newsroom.app.extensions["story_documents"] = mine
        asked.clear()
        rolled = documents.at(newsroom.story, 1)
        assert asked == [["story_step"]]
        newsroom.app.extensions.pop("story_documents")
        assert rolled.eq(documents.at(newsroom.story, 1))
        assert asked == [["story_step"], ["story_snapshot", "story_step"]]


def test_a_version_that_was_rolled_back_is_not_known(newsroom):
    steps = typed(document.read(_text(newsroom)), "at noon", " sharp")
    with pytest.raises(ZeroDivisionError):
        _commit_and_fail(newsroom, steps)
    with newsroom.app.app_context():
        assert shelf().newest(newsroom.story) == 0
        assert "sharp" not in document.write(documents.at(newsroom.story, 0))


def _commit_and_fail(newsroom, steps):
    with newsroom.change():
        authority.commit(newsroom.jonas, newsroom.story, 0, "tab-1", steps)
        _ = 1 / 0


def _text(newsroom):
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        return document.write(documents.at(row.id, row.version))


def test_the_words_of_a_block_are_counted_once_however_often_the_story_is_described(monkeypatch):
    counted = []
    count = summary.count_words
    monkeypatch.setattr(summary, "count_words", lambda text: counted.append(text) or count(text))
    node = story(block("paragraph", "One two."), block("paragraph", "Three."))
    assert summary.summarise(node).words == 3
    steps = document.read_steps(typed(node, "Three", " four"))
    changed = document.apply(node, steps, set).document
    assert summary.summarise(changed).words == 4
    assert counted == ["One two.", "Three.", "Three four."]

"""A newsroom with a desk, its people, and one story: what most tests of stories begin with."""

import pytest

from newsroom.db import db
from newsroom.stories import checking, moving
from newsroom.stories.models import Story
from newsroom.stories.standing import Given
from tests.factories import make_desk, make_person, make_story
from tests.stories.samples import erased, typed
from tests.stories.talking import Talk
from tests.stories.writing import edit


class Newsroom:
    """The ids of what is there, and the things a test does again and again."""

    def __init__(self, app, change):
        self.app, self.change = app, change
        with change():
            world, city = make_desk("World"), make_desk("City")
            self.world, self.city = world.id, city.id
            self.mira = make_person("mira", "reporter").actor
            self.tomas = make_person("tomas", "editor", world).actor
            self.lena = make_person("lena", "editor").actor
            self.pavel = make_person("pavel", "photo_desk").actor
            self.ada = make_person("ada", "administrator").actor
            reporter = make_person("jonas", "reporter")
            self.jonas = reporter.actor
            self.story = make_story(reporter, world).id
            # Noise: a query without its condition finds these too.
            self.other = make_story(reporter, city, slug="tram-strike").id

    def check(self, story_id=None):
        """What the worker does."""
        with self.app.app_context():
            checking.check(story_id or self.story)

    def edit(self, actor, change):
        with self.change():
            return edit(actor, self.story, change)

    def type(self, actor, words, after="at noon"):
        return self.edit(actor, lambda node: typed(node, after, words))

    def erase(self, actor, words):
        return self.edit(actor, lambda node: erased(node, words))

    def move(self, actor, name, note="", at=None, seen=None):
        with self.change():
            version = db.session.get(Story, self.story).version if seen is None else seen
            moving.perform(actor, self.story, name, Given(note, at), version)

    def through_copy(self):
        self.move(self.jonas, "file")
        self.check()
        self.move(self.tomas, "pass-copy")


@pytest.fixture
def newsroom(app, change):
    return Newsroom(app, change)


@pytest.fixture
def held(newsroom):
    """The talk about its story."""
    return Talk(newsroom)

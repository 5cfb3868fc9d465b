"""A newsroom whose stories are one move away from the paper."""

import pytest
from sqlalchemy import select

from newsroom.db import db
from newsroom.photos import rendering
from newsroom.photos import service as photos
from newsroom.publishing import queries, schedule, service
from newsroom.publishing.models import Article
from newsroom.roles import machine
from newsroom.stories import checking, moving
from newsroom.stories.models import Story
from newsroom.stories.standing import Given
from tests.factories import give_rights, make_desk, make_person, make_story
from tests.photos import pictures
from tests.stories.samples import block, figure, story, typed
from tests.stories.writing import edit

CREDIT = {"creator": "Mara Ellis", "credit": "Harbour Pictures", "alt": "An empty quay at dusk"}


class Paper:
    """The people, a photo, and the verbs that these tests do again and again."""

    def __init__(self, app, change):
        self.app, self.change = app, change
        with change():
            self.world, self.city = make_desk("World").id, make_desk("City").id
            self.jonas = make_person("jonas", "reporter")
            self.tomas = make_person("tomas", "editor").actor
            self.pavel = make_person("pavel", "photo_desk").actor
            self.photo = self.add_photo()
            self.unseen = self.add_photo((320, 200))
        with app.app_context():
            rendering.render(self.photo)
            rendering.render(self.unseen)

    def add_photo(self, size=(1600, 1000)):
        photo = photos.add_photo(machine("test set-up"), "quay.jpg", pictures.jpeg(size)).id
        give_rights(photo)
        return photo

    def write(self, slug="ferry-halted", *body, desk="World", priority=5, **heads):
        """A draft with a picture; gives its id."""
        words = body or (
            figure("The quay on Tuesday evening.", self.photo, **CREDIT),
            block("paragraph", "The last boat left at noon."),
        )
        with self.change():
            node = story(*words, **heads)
            return make_story(self.jonas, desk, node, slug, priority=priority).id

    def version(self, story_id):
        with self.app.app_context():
            return db.session.get(Story, story_id).version

    def move(self, actor, story_id, name, note="", at=None):
        seen = self.version(story_id)
        with self.change():
            moving.perform(actor, story_id, name, Given(note, at), seen)

    def check(self, story_id):
        with self.app.app_context():
            checking.check(story_id)

    def pass_both(self, story_id):
        self.check(story_id)
        self.move(self.tomas, story_id, "pass-copy")
        self.move(self.pavel, story_id, "pass-captions")

    def make_ready(self, slug="ferry-halted", *body, **options):
        story_id = self.write(slug, *body, **options)
        self.move(self.jonas.actor, story_id, "file")
        self.pass_both(story_id)
        return story_id

    def publish(self, story_id, seen=None) -> Article:
        version = self.version(story_id) if seen is None else seen
        with self.change():
            return service.publish(self.tomas, story_id, version)

    def put_out(self, slug="ferry-halted", *body, **options) -> Article:
        return self.publish(self.make_ready(slug, *body, **options))

    def edit(self, story_id, after, words):
        with self.change():
            edit(self.tomas, story_id, lambda node: typed(node, after, words))

    def correct(self, story_id, note, after="at noon", words=" sharp") -> Article:
        self.move(self.tomas, story_id, "correct", note)
        self.edit(story_id, after, words)
        self.move_own_copy(story_id)
        return self.publish(story_id)

    def move_own_copy(self, story_id):
        """Copy that one editor corrected is passed by another."""
        self.check(story_id)
        self.move(self.lena, story_id, "pass-copy")
        self.move(self.pavel, story_id, "pass-captions")

    @property
    def lena(self):
        with self.change():
            found = db.session.scalars(
                select(type(self.jonas)).filter_by(name="lena")
            ).one_or_none()
            return (found or make_person("lena", "editor")).actor

    def withdraw(self, story_id, reason="The source took it back.") -> Article:
        seen = self.version(story_id)
        with self.change():
            return service.withdraw(self.tomas, story_id, reason, seen)

    def run_schedule(self):
        with self.app.app_context():
            return schedule.run_schedule()

    def current(self, story_id) -> Article | None:
        with self.app.app_context():
            return queries.current(story_id)

    def read(self, path, **headers):
        """What a reader gets, as it came; headers by their names with low lines."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.app.test_client().get(path, headers=named, buffered=True)


@pytest.fixture
def paper(app, change, monkeypatch):
    # The queue is away: what the worker would do is done by the test.
    monkeypatch.setattr("newsroom.jobs.send", lambda *_args, **_options: None)
    return Paper(app, change)

"""Opening the demo newsroom: a paper of six people with stories in every state."""

import logging
from datetime import timedelta

from sqlalchemy import select

from newsroom.accounts.models import Desk, Person
from newsroom.app import app_from_environment
from newsroom.db import db, now, transaction
from newsroom.demo import cast
from newsroom.demo.pictures import SCENES, Scene, draw
from newsroom.demo.scripts import Script, scripts
from newsroom.demo.suggesting import suggest
from newsroom.demo.wire import send_copy
from newsroom.errors import NotAllowed
from newsroom.housestyle.service import load_starter
from newsroom.photos.rendering import render
from newsroom.photos.rights.service import set_rights
from newsroom.photos.service import add_photo
from newsroom.publishing.service import publish
from newsroom.roles import Actor, machine
from newsroom.settings import current_settings
from newsroom.stories import checking, deciding, filing, moving, queries
from newsroom.stories.filing import Plan
from newsroom.stories.models import Story
from newsroom.stories.standing import Given
from newsroom.wire.service import load_outlets

PATH = {
    "draft": (),
    "edit": ("file",),
    "photo_check": ("file", "pass-copy"),
    "ready": ("file", "pass-copy", "pass-captions"),
    "scheduled": ("file", "pass-copy", "pass-captions", "schedule"),
    "published": ("file", "pass-copy", "pass-captions", "publish"),
    "spiked": ("file", "spike"),
}
"""The moves that bring a story to each state."""

BY = {
    "file": "reporter0",
    "pass-copy": "editor0",
    "pass-captions": "photo0",
    "publish": "editor0",
    "schedule": "editor0",
    "spike": "editor0",
}


def ensure_demo() -> None:
    """Fill an empty newsroom; one that has people is left as it is."""
    with app_from_environment().app_context():
        ensure_small()


def ensure_small() -> None:
    """The demo of `make run`, once; opens its own transactions."""
    refuse_outside_development()
    # Nobody listens yet: every nudge to the queue would be logged as lost, and none is missed.
    logging.getLogger("newsroom.jobs").setLevel(logging.ERROR)
    logging.getLogger("newsroom.notifications.live").setLevel(logging.ERROR)
    if db.session.scalar(select(Person.id).limit(1)) is None:
        _load_small()


def _load_small() -> None:
    setter = machine("The demo")
    with transaction():
        desks = cast.make_desks(setter)
        people = cast.make_people(setter, cast.PEOPLE, desks)
        load_starter(setter)
        load_outlets(setter)
    send_copy(setter, desks)
    actors = {name: person.actor for name, person in people.items()}
    photos = {scene.name: _photo(actors["photo0"], scene) for scene in SCENES}
    for script in scripts():
        _play(script, desks, actors, photos)


def refuse_outside_development() -> None:
    if not current_settings().development:
        raise NotAllowed(
            "The demo newsroom has a known password; set NEWSROOM_DEVELOPMENT=1 to load it."
        )


def _photo(actor: Actor, scene: Scene) -> tuple[Scene, int]:
    with transaction():
        photo = add_photo(actor, scene.name, draw(scene))
        set_rights(actor, photo.id, scene.right, revision=0)
    render(photo.id)
    return scene, photo.id


def _play(
    script: Script,
    desks: dict[str, Desk],
    actors: dict[str, Actor],
    photos: dict[str, tuple[Scene, int]],
) -> None:
    """Start the story and make its moves as the people of the demo would."""
    scene, photo = photos[script.picture] if script.picture else (None, None)
    with transaction():
        story = filing.create_story(
            actors[script.reporter],
            Plan(
                script.slug,
                desks[script.desk].id,
                deadline_at=now() + timedelta(minutes=script.due),
                commissioned_words=script.length,
            ),
            script.document(scene, photo),
        )
        if scene is None and script.until != "draft":
            moving.waive_photo(actors["photo0"], story.id, "A short notice")
    checking.check(story.id)  # as the worker would: the queue is not open yet
    for name in PATH[script.until]:
        actor = actors[script.reporter if name == "file" else BY[name]]
        if name == "pass-copy":
            settle(actor, story.id)
        _move(actor, story.id, name)
    if script.suggests:
        with transaction():
            suggest(actors[script.reporter], story.id, *script.suggests)
        checking.check(story.id)


def _move(actor: Actor, story_id: int, name: str) -> None:
    with transaction():
        version = db.session.get_one(Story, story_id).version
        if name == "publish":
            publish(actor, story_id, version)
        else:
            at = now() + timedelta(hours=8) if name == "schedule" else None
            moving.perform(actor, story_id, name, Given(at=at), version)


def settle(actor: Actor, story_id: int) -> None:
    """Take every suggestion that shuts a gate, then have the story read again."""
    with transaction():
        for finding in queries.findings(story_id, {"open"}):
            if finding.severity == "blocking":
                deciding.accept(actor, story_id, finding.id)
    checking.check(story_id)

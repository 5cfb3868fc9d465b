"""How renditions come about: once, after a kill, after a full disk, and never half."""

import errno
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from newsroom.db import now, transaction
from newsroom.errors import NotFound
from newsroom.jobs import Job
from newsroom.photos import metadata, queries, rendering, service
from newsroom.photos.facts import Words
from newsroom.photos.formats import judge
from newsroom.photos.models import Photo
from newsroom.photos.renditions import NAMES, WEBP
from newsroom.photos.storage import Shelf
from newsroom.roles import machine
from tests.photos import pictures
from tests.photos.test_library import ADMIN, CREDITED, add


@pytest.fixture
def photo(change, sent) -> Photo:
    return add(change)


@pytest.fixture
def later(monkeypatch):
    """`later(minutes=3)`: the clock of rendering moves on."""
    moved = timedelta()

    def move(**by: float) -> None:
        nonlocal moved
        moved += timedelta(**by)

    monkeypatch.setattr(rendering, "now", lambda: now() + moved)
    return move


def stands(app, photo: Photo) -> Photo:
    with app.app_context():
        return queries.photo(photo.id)


def render(app, photo: Photo) -> Photo:
    with app.app_context():
        rendering.render(photo.id)
    return stands(app, photo)


def places(photo: Photo) -> set[str]:
    return {one.place for one in photo.renditions}


def test_a_rendered_photo_is_ready_and_each_rendition_carries_its_credit(app, photo):
    done = render(app, photo)
    assert (done.status, done.error) == ("ready", None)
    assert {one.name for one in done.renditions} == set(NAMES)
    with app.app_context():
        for name in NAMES:
            file = queries.rendition_file(photo.id, name)
            data = file.path.read_bytes()
            assert file.media_type == ("image/webp" if name.endswith(WEBP) else "image/jpeg")
            assert len(data) == done.rendition(name).bytes
            facts = metadata.read(judge(data).blocks, ZoneInfo("UTC"))
            assert (facts.words, facts.taken_at) == (photo.words, photo.taken_at)


def test_rendering_twice_changes_nothing(app, photo):
    first = render(app, photo)
    second = render(app, photo)
    assert places(first) == places(second)
    assert (second.status, second.attempts) == ("ready", 0)


def test_a_photo_that_does_not_exist_is_no_fault_of_the_job(app):
    with app.app_context():
        rendering.render(77)


def test_before_it_is_rendered_a_photo_has_no_picture_to_show(app, photo):
    with app.app_context(), pytest.raises(NotFound, match="has not been made yet"):
        queries.rendition_file(photo.id, "thumb")


def test_no_transaction_is_open_while_the_pixels_are_worked_on(app, photo, monkeypatch):
    """On the embedded database nobody else could type meanwhile."""
    seen = []
    make = rendering.make

    def watched(claimed):
        from newsroom.db import writing

        seen.append(writing())
        return make(claimed)

    monkeypatch.setattr(rendering, "make", watched)
    render(app, photo)
    assert seen == [False]


def test_a_photo_in_one_workers_hands_is_left_alone_by_another(app, photo):
    with app.app_context(), transaction():
        assert rendering.claim(photo.id) is not None
        assert rendering.claim(photo.id) is None


def test_a_worker_killed_in_between_leaves_the_photo_to_the_next(app, photo, later, monkeypatch):
    def killed(_claimed: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(rendering, "make", killed)
        with app.app_context(), pytest.raises(KeyboardInterrupt):
            rendering.render(photo.id)
    assert render(app, photo).status == "pending", "the dead worker's claim still holds"
    later(seconds=101)
    assert render(app, photo).status == "ready"


def test_a_worker_that_was_thought_dead_cannot_overwrite_the_next_ones_work(app, photo, later):
    with app.app_context():
        with transaction():
            slow = rendering.claim(photo.id)
        made = rendering.make(slow)
        later(seconds=101)
        rendering.render(photo.id)
        with transaction():
            rendering.give_up(slow, "Too late.")
            rendering.finish(slow, made)
    assert stands(app, photo).status == "ready"


def test_a_photo_that_kills_every_worker_is_given_up(app, photo, later):
    for _ in range(rendering.MOST_ATTEMPTS):
        with app.app_context(), transaction():
            assert rendering.claim(photo.id) is not None
        later(seconds=101)
    done = render(app, photo)
    assert done.status == "failed"
    assert done.error == "Making its renditions was broken off again and again."


def test_damaged_pixels_fail_at_once_with_their_sentence(app, change, sent):
    data = bytearray(pictures.png())
    at = data.index(b"IDAT")
    length = int.from_bytes(data[at - 4 : at], "big")
    rotten = (
        bytes(data[: at - 4])
        + pictures.chunk(b"IDAT", bytes(length))
        + bytes(data[at + 8 + length :])
    )
    photo = add(change, rotten, "rotten.png")
    done = render(app, photo)
    assert done.status == "failed"
    assert done.error.startswith("The picture's data is damaged: it opens, but cannot be shown")
    assert done.renditions == []


def test_a_full_disk_is_waited_out(app, photo, later, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("newsroom.whole_files.os.fsync", full)
        waiting = render(app, photo)
    assert waiting.status == "pending"
    assert waiting.error.startswith("The newsroom's disk is full")
    assert waiting.renditions == []
    assert render(app, photo).status == "pending", "it rests first"
    later(seconds=31)
    done = render(app, photo)
    assert (done.status, done.error) == ("ready", None)


def test_a_disk_that_stays_full_is_given_up_after_bounded_tries(app, photo, later, monkeypatch):
    def refuse(*_: object) -> str:
        raise rendering.storage.NotKeptError("The newsroom's disk is full.")

    monkeypatch.setattr(Shelf, "put", refuse)
    tries = 0
    while render(app, photo).status == "pending":
        tries += 1
        later(hours=2)
        assert tries < 20
    done = stands(app, photo)
    assert (done.status, done.error) == ("failed", "The newsroom's disk is full.")
    assert done.attempts == rendering.MOST_ATTEMPTS


def test_a_lost_original_is_told_as_what_it_is(app, photo):
    with app.app_context():
        queries.original_file(photo).path.unlink()
    assert render(app, photo).error == "The original cannot be read from the newsroom's disk."


def test_a_given_up_photo_can_be_tried_again(app, change, photo, sent):
    with app.app_context(), transaction():
        rendering.give_up(rendering.claim(photo.id), "It was a bad day.")
    sent.clear()
    with change():
        service.try_again(ADMIN, photo.id)
    assert sent == [(Job.PHOTOS_RENDER, photo.id)]
    assert render(app, photo).status == "ready"


def test_trying_again_does_nothing_to_a_photo_that_is_ready(app, change, photo, sent):
    render(app, photo)
    sent.clear()
    with change():
        service.try_again(ADMIN, photo.id)
    assert sent == []
    assert stands(app, photo).status == "ready"


def test_changed_words_are_written_into_new_renditions_and_the_old_files_go(app, change, photo):
    before = render(app, photo)
    with change():
        service.change_facts(ADMIN, photo.id, Words(credit="Tom Reyes/HP"), 1)
    waiting = stands(app, photo)
    assert waiting.status == "pending"
    assert places(waiting) == places(before), "until then the old ones are shown"

    after = render(app, photo)
    assert places(after).isdisjoint(places(before))
    with app.app_context():
        shelf = Shelf(queries.rendition_file(photo.id, "thumb").path.parents[1])
        data = queries.rendition_file(photo.id, "thumb").path.read_bytes()
    assert metadata.read(judge(data).blocks, ZoneInfo("UTC")).words.credit == "Tom Reyes/HP"
    assert shelf.changed_at(next(iter(places(after)))) is not None
    assert not any(shelf.changed_at(place) for place in places(before))


def test_words_changed_while_a_worker_has_the_photo_are_not_lost(app, change, photo):
    with app.app_context():
        with transaction():
            claimed = rendering.claim(photo.id)
        made = rendering.make(claimed)
    with change():
        service.change_facts(ADMIN, photo.id, Words(credit="Tom Reyes/HP"), 1)
    with app.app_context(), transaction():
        rendering.finish(claimed, made)
    assert stands(app, photo).status == "pending"
    assert render(app, photo).status == "ready"
    with app.app_context():
        data = queries.rendition_file(photo.id, "large").path.read_bytes()
    assert metadata.read(judge(data).blocks, ZoneInfo("UTC")).words.credit == "Tom Reyes/HP"


def test_jobs_that_were_lost_are_sent_again_and_only_those(app, change, photo, later, sent):
    ready = add(change, pictures.png(), "ready.png")
    render(app, ready)
    sent.clear()

    def resent() -> list[tuple[object, ...]]:
        sent.clear()
        with app.app_context(), transaction():
            rendering.resend_stale()
        return list(sent)

    assert resent() == [], "it has been waiting for no time at all"
    later(seconds=61)
    assert resent() == [(Job.PHOTOS_RENDER, photo.id)]
    assert resent() == [], "once a minute is enough"
    with app.app_context(), transaction():
        rendering.claim(photo.id)
    later(seconds=61)
    assert resent() == [], "a worker has it in hand"
    later(seconds=61)
    assert resent() == [(Job.PHOTOS_RENDER, photo.id)]


def test_the_tasks_are_what_the_queue_calls(app, photo, sent):
    from workers import photos as tasks

    with app.app_context():
        tasks.render(photo.id)
        tasks.resend()
    assert stands(app, photo).status == "ready"
    assert (tasks.render.name, tasks.resend.name) == (Job.PHOTOS_RENDER, Job.PHOTOS_RESEND)


def test_a_photo_nobody_in_particular_added_is_fully_usable(app, change):
    photo = add(change, CREDITED, actor=machine("an import"))
    assert photo.uploaded_by_id is None
    assert render(app, photo).status == "ready"

"""Photos in a bucket: the same library, pages and headers as from the disk, on a real S3 server."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.app import create_app
from newsroom.db import db, transaction
from newsroom.photos import queries, rendering, service, storage
from newsroom.photos.bucket import Bucket
from newsroom.photos.models import Status
from newsroom.photos.storage import NotKeptError
from newsroom.roles import Role, machine
from newsroom.settings import BadSettings, read_settings
from tests.factories import make_person
from tests.page_client import Browser
from tests.photos import pictures
from tests.photos.object_store import object_store

ADMIN = machine("an import")


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    with object_store(tmp_path_factory.mktemp("moto")) as one:
        yield one


@pytest.fixture
def app(settings, running):
    app = create_app(running.settings(settings))
    app.testing = True
    yield app
    with app.app_context():
        db.engine.dispose()


def added(app, name: str = "quay.jpg", data: bytes | None = None):
    with app.app_context():
        received = service.receive(ADMIN, name, data or pictures.jpeg((640, 400)))
        with transaction():
            photo = service.enter(ADMIN, received).photo
        rendering.render(photo.id)
        return queries.photo(photo.id)


def test_a_photo_goes_into_the_bucket_and_is_shown_from_there(app, change, command_line, settings):
    with change():
        make_person("photo", Role.PHOTO_DESK)
    photo = added(app)
    assert photo.status == Status.READY
    shutil.rmtree(settings.data_path / "photos")  # the copies at hand, and all there is here
    browser = Browser(app)
    browser.sign_in("photo")
    thumb = browser.client.get(f"/photos/{photo.id}/renditions/thumb", buffered=True)
    assert (thumb.status_code, thumb.mimetype) == (200, "image/jpeg")
    assert thumb.headers["Cache-Control"] == "private, max-age=604800"
    part = browser.client.get(
        f"/photos/{photo.id}/original", headers={"Range": "bytes=2-5"}, buffered=True
    )
    assert (part.status_code, part.data) == (206, pictures.jpeg((640, 400))[2:6])
    same = browser.client.get(
        f"/photos/{photo.id}/renditions/thumb", headers={"If-None-Match": thumb.headers["ETag"]}
    )
    assert same.status_code == 304
    same.close()


def test_stock_is_taken_of_the_bucket(app, command_line):
    from newsroom.photos.commands import photos

    photo = added(app, data=pictures.jpeg((320, 200)))
    with app.app_context():
        store = storage.renditions(app.config["NEWSROOM"].data_path)
        assert isinstance(store, Bucket)
        store.remove(photo.rendition("thumb").place)
    told = command_line.invoke(photos, ["check"])
    assert told.exit_code == 1
    assert f"missing\tphoto {photo.id}, thumb: renditions/" in told.output


def test_a_store_that_does_not_answer_costs_nothing_and_says_so(app, change, monkeypatch):
    from newsroom.photos import bucket

    photo = added(app, data=pictures.jpeg((480, 200)))
    monkeypatch.setattr(
        bucket, "RETRIES", {"max_retries": 0, "retry_timeout": timedelta(seconds=1)}
    )
    broken = replace(app.config["NEWSROOM"], photo_store_endpoint="http://127.0.0.1:9")
    app.config["NEWSROOM"] = broken
    shutil.rmtree(broken.data_path / "photos")
    with change():
        make_person("photo", Role.PHOTO_DESK)
    browser = Browser(app)
    browser.sign_in("photo")
    page = browser.get(f"/photos/{photo.id}/original", status=503)
    assert "photo store does not answer. What lies there is safe" in page
    with app.app_context():
        with pytest.raises(NotKeptError, match="does not take the photo now"):
            storage.originals(broken.data_path).put(b"ferries", ".jpg")
        with transaction():
            again = queries.photo(photo.id)
            again.status, again.not_before = Status.PENDING.value, again.uploaded_at
        rendering.render(photo.id)
        waits = queries.photo(photo.id)
        assert waits.status == Status.PENDING
        assert "photo store does not answer" in waits.error


def test_a_bucket_needs_its_keys_and_they_are_never_shown(tmp_path):
    with pytest.raises(BadSettings, match="NEWSROOM_PHOTO_STORE_KEY_ID and"):
        read_settings({"NEWSROOM_DATA_DIR": str(tmp_path), "NEWSROOM_PHOTO_STORE": "s3://photos"})
    with pytest.raises(BadSettings, match="must be s3:// and a bucket"):
        read_settings({"NEWSROOM_DATA_DIR": str(tmp_path), "NEWSROOM_PHOTO_STORE": "/srv/photos"})

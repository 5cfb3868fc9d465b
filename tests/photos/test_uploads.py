"""Files sent in pieces: every break, doubled request and killed process leaves a file's beginning."""

import os
import signal
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from newsroom.db import db, now, transaction
from newsroom.jobs import Job
from newsroom.photos import sending, upload_intake
from newsroom.photos.models import Photo
from newsroom.photos.upload_models import PhotoUpload
from newsroom.roles import Role
from tests.factories import make_person
from tests.photos import pictures
from tests.processes import Running, of_same_newsroom
from tests.waiting import eventually

PICTURE = pictures.jpeg()
SIZE = len(PICTURE)


@pytest.fixture
def mara(browser, change):
    """A reporter at a browser, which sends as the page's script does."""
    with change():
        make_person("mara", Role.REPORTER)
        make_person("tom", Role.REPORTER)
    browser.sign_in("mara")
    return Sending(browser)


class Sending:
    def __init__(self, browser) -> None:
        self.browser, self.token = browser, browser.token()

    def ask(self, method: str, path: str = "", **sent):
        headers = {"X-CSRFToken": self.token, "Accept": "application/json"}
        headers |= sent.pop("headers", {})
        return self.browser.client.open(
            f"/photos/uploads{path}", method=method, headers=headers, **sent
        )

    def begin(self, name="quay.jpg", size=SIZE, key="1"):
        return self.ask("POST", json={"name": name, "size": size, "key": key})

    def add(self, token: str, offset: int, data: bytes):
        headers = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
        return self.ask("PATCH", f"/{token}", data=data, headers=headers)

    def send(self, name: str, data: bytes) -> int:
        told = self.begin(name, len(data)).json
        return self.add(told["token"], 0, data).status_code


def photos(app) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Photo))


def test_a_file_goes_on_where_it_was_whatever_broke(mara, app, sent, settings):
    told = mara.begin()
    assert told.status_code == 201
    token, half = told.json["token"], len(PICTURE) // 2
    assert mara.add(token, 0, PICTURE[:half]).json["offset"] == half
    # Its answer was lost and it is sent again: nothing is written twice.
    doubled = mara.add(token, 0, PICTURE[:half])
    assert (doubled.status_code, doubled.headers["Upload-Offset"]) == (409, str(half))
    # The page was loaded again and the same file chosen.
    again = mara.begin().json
    assert (again["token"], again["offset"]) == (token, half)
    head = mara.ask("HEAD", f"/{token}")
    assert head.headers["Upload-Offset"] == str(half)
    assert mara.browser.get("/photos").words.count("on its way") == 1
    # More than the file has is not taken; the last piece hands it over, and again changes nothing.
    done = mara.add(token, half, PICTURE[half:] + b"and more").json
    assert (done["offset"], done["state"]) == (len(PICTURE), "waiting")
    assert mara.add(token, len(PICTURE), b"").json["state"] == "waiting"
    assert [job for job, *_ in sent] == [Job.PHOTOS_TAKE_IN]
    with app.app_context():
        upload_intake.take_in(sent[0][1])
        upload_intake.take_in(sent[0][1])
    taken = mara.ask("GET", f"/{token}").json
    assert (taken["state"], taken["already"], taken["photo"] > 0) == ("taken", False, True)
    assert photos(app) == 1
    assert list((settings.data_path / "photos" / "incoming").iterdir()) == []


def test_a_process_killed_behind_the_last_byte_loses_nothing(mara, app, sent):
    token = mara.begin().json["token"]
    with app.app_context():
        sending.files().append(token, 0, iter([PICTURE]), len(PICTURE))
    assert mara.ask("GET", f"/{token}").json["state"] == "receiving"
    assert mara.add(token, len(PICTURE), b"").json["state"] == "waiting"
    assert len(sent) == 1


def test_what_is_no_photo_too_large_or_nobody_elses_business_is_told(mara, app, sent, change):
    assert mara.begin(size=61 << 20).json["detail"] == (
        "The file has 61 MB; the library takes 60 MB at most."
    )
    assert mara.begin(size=0).json["detail"] == "The file is empty."
    assert mara.ask("POST", json={"name": "x", "size": "9"}).status_code == 422
    token = mara.begin("notes.jpg", 5).json["token"]
    assert mara.add(token, 0, b"notes").status_code == 200
    with app.app_context():
        upload_intake.take_in(sent[0][1])
    told = mara.ask("GET", f"/{token}").json
    assert told["state"] == "refused"
    assert told["sentence"].startswith("This is not a picture that the library knows.")
    mara.browser.sign_in("tom")
    mara.token = mara.browser.token()
    assert mara.ask("GET", f"/{token}").status_code == 404


def test_a_full_disk_and_too_many_files_at_once_are_refused(mara, monkeypatch):
    monkeypatch.setattr(sending, "MOST_OPEN", 1)
    assert mara.begin("one.jpg").status_code == 201
    assert "1 files are on the way already" in mara.begin("two.jpg").json["detail"]
    monkeypatch.setattr("newsroom.photos.incoming.ROOM_LEFT", 1 << 60)
    monkeypatch.setattr(sending, "MOST_OPEN", 9)
    assert "has no room for this file now" in mara.begin("two.jpg").json["detail"]


def test_one_that_is_given_up_is_gone_and_one_left_alone_is_swept_after_a_day(mara, app, settings):
    lying = settings.data_path / "photos" / "incoming"
    first = mara.begin("one.jpg").json["token"]
    assert mara.ask("DELETE", f"/{first}").status_code == 204
    assert list(lying.iterdir()) == []
    token = mara.begin("two.jpg").json["token"]
    mara.add(token, 0, PICTURE[:100])
    old = now() - timedelta(hours=25)
    with app.app_context(), transaction():
        db.session.scalars(select(PhotoUpload)).one().begun_at = old
        assert sending.sweep() == 0  # its last byte is young
    os.utime(lying / f"{token}.part", (old.timestamp(), old.timestamp()))
    with app.app_context(), transaction():
        assert sending.sweep() == 1
    assert list(lying.iterdir()) == []


def test_bytes_go_once_no_upload_needs_them(mara, app, sent, settings):
    """As a kill leaves them: after the commit that took the file in, before they were removed."""
    lying = settings.data_path / "photos" / "incoming"
    taken = mara.begin("one.jpg").json["token"]
    coming = mara.begin("two.jpg").json["token"]
    (lying / "unknown.part").write_bytes(b"of a row that is not committed yet")
    with app.app_context(), transaction():
        row = db.session.scalars(select(PhotoUpload).where(PhotoUpload.token == taken)).one()
        row.state = "taken"
    with app.app_context():
        sending.sweep_files()
    assert {one.name for one in lying.iterdir()} == {f"{coming}.part", "unknown.part"}


def test_a_picture_that_ends_its_worker_every_time_is_given_up(mara, app, sent, monkeypatch):
    mara.send("bomb.jpg", PICTURE)

    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("newsroom.photos.service.receive", killed)
    with app.app_context():
        for _ in range(upload_intake.MOST_ATTEMPTS):
            with pytest.raises(KeyboardInterrupt):
                upload_intake.take_in(sent[0][1])
        upload_intake.take_in(sent[0][1])
        row = db.session.scalars(select(PhotoUpload)).one()
        assert (row.state, row.error) == ("refused", upload_intake.BROKEN_OFF)


def kill(worker: Running) -> None:
    """As the kernel does it: the worker and its children at once, with no goodbye."""
    for child in [*worker.children(), worker.process.pid]:
        os.kill(child, signal.SIGKILL)


@pytest.mark.journey
def test_fifty_files_with_the_worker_killed_twice_are_fifty_photos(
    mara, app, settings, tmp_path: Path
):
    files = [pictures.jpeg((320 + n, 240)) for n in range(50)]
    environment = of_same_newsroom(settings)

    def taken() -> int:
        with app.app_context():
            done = select(func.count()).where(PhotoUpload.state == "taken")
            return db.session.scalar(done)

    def send_again() -> None:
        """What beat does a minute later."""
        with app.app_context(), transaction():
            for row in db.session.scalars(
                select(PhotoUpload).where(PhotoUpload.state == "waiting")
            ):
                row.queued_at = now() - timedelta(minutes=2)
            db.session.flush()
            upload_intake.resend_stale()

    for number, data in enumerate(files):
        assert mara.send(f"file-{number}.jpg", data) == 200
    for at_least in (5, 20):
        with Running("worker", settings=environment, cwd=tmp_path) as worker:
            eventually(lambda least=at_least: taken() >= least)
            kill(worker)
        send_again()
    with Running("worker", settings=environment, cwd=tmp_path):
        eventually(lambda: taken() == 50)
    assert photos(app) == 50
    with app.app_context():
        store = settings.data_path / "photos"
        assert sorted(
            (store / "originals" / one.original).read_bytes()
            for one in db.session.scalars(select(Photo))
        ) == sorted(files)
        sending.sweep_files()  # a kill between the commit and this is beat's to tidy up
        assert list((store / "incoming").iterdir()) == []

"""Pictures that a machine made, or that are put together: flagged, and decided on by the photo desk."""

import pytest

from newsroom.audit.models import AuditEntry
from newsroom.db import db
from newsroom.jobs import Job
from newsroom.photos import credential_reading, service
from newsroom.photos.content_credentials import Report, Standing
from newsroom.photos.credential_reading import BrokenOffError
from newsroom.photos.models import Photo
from newsroom.photos.source_types import Flag, told
from newsroom.publishing.freezing import pictures as frozen_pictures
from newsroom.roles import Role, machine
from newsroom.stories.photo_facts import photo_facts as standing_photos
from tests.factories import make_person
from tests.photos import pictures

AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
MADE = pictures.jpeg(
    xmp=pictures.xmp(
        f"<ext:DigitalSourceType> {AI}</ext:DigitalSourceType>"
        "<photoshop:Credit>DANA PELED/REUTERS</photoshop:Credit>"
    )
)
SIGNED = pictures.with_segment(pictures.jpeg(), 0xEB, b"jumb c2pa")
NAMES = {"reason": "It illustrates the story on AI.", "label": "Picture made with AI"}


@pytest.fixture(autouse=True)
def jobs(change, sent) -> list[tuple[object, ...]]:
    with change():
        make_person("mara", Role.REPORTER)
        make_person("photo", Role.PHOTO_DESK)
    return sent


@pytest.fixture
def made(change) -> int:
    with change():
        return service.add_photo(machine("an import"), "robot.jpg", MADE).id


@pytest.fixture
def signed(change) -> int:
    with change():
        return service.add_photo(machine("an import"), "signed.jpg", SIGNED).id


def facts_of(app, photo_id: int):

    with app.app_context():
        return standing_photos({photo_id})[photo_id]


def test_a_made_picture_is_flagged_and_may_be_allowed_with_a_label(browser, app, made):
    browser.sign_in("photo")
    page = browser.get(f"/photos/{made}")
    assert "This picture was made by a machine." in page
    assert "made by a trained model (AI)" in page
    assert "DANA PELED/REUTERS (Agency spellings, Case of names)" in page
    assert not facts_of(app, made).allowed
    refused = browser.post(f"/photos/{made}/decision", {"then": "allow", "reason": "Why not"}, 422)
    assert "Write what readers are told" in refused
    assert refused.headings
    page = browser.post(f"/photos/{made}/decision", {"then": "allow", **NAMES})
    assert "allowed it: It illustrates the story on AI." in page
    assert "Readers are told “Picture made with AI”." in page
    assert facts_of(app, made).allowed
    with app.app_context():
        kept = frozen_pictures({made})[made]
    assert (kept.label, kept.source_type) == ("Picture made with AI", "trainedAlgorithmicMedia")
    assert "let the photo robot.jpg run though it was made by a machine" in browser.get(
        f"/photos/{made}/decision"
    )


@pytest.mark.parametrize(
    ("flag", "addresses", "said"),
    [
        (None, [AI.replace("trainedAlgorithmicMedia", "digitalCapture")], "digitalCapture"),
        (None, ["of-our-own"], ""),
        (Flag.UNREADABLE, ["", "digitalCapture"], "digitalCapture"),
        (Flag.MACHINE, ["digitalCapture", f" {AI}"], "trainedAlgorithmicMedia"),
        (Flag.PARTLY_MACHINE, ["digitalCapture"], "compositeWithTrainedAlgorithmicMedia"),
        (Flag.COMPOSITE, ["compositeCapture"], "compositeCapture"),
        (Flag.COMPOSITE, [], "composite"),
    ],
)
def test_machines_are_told_the_type_for_which_a_picture_was_flagged(flag, addresses, said):
    assert told(flag, addresses) == said


def test_a_refused_picture_says_so_to_the_gate(browser, app, made):
    browser.sign_in("photo")
    assert "Give the reason" in browser.post(f"/photos/{made}/decision", {"then": "refuse"}, 422)
    browser.post(f"/photos/{made}/decision", {"then": "refuse", "reason": "It never happened."})
    facts = facts_of(app, made)
    assert (facts.flag, facts.allowed, facts.refusal) == (
        "was made by a machine",
        False,
        "It never happened.",
    )
    with app.app_context():
        events = [one.event for one in db.session.query(AuditEntry)]
    assert events.count("photo.refused") == 1


def test_only_the_photo_desk_decides(browser, made):
    browser.sign_in("mara")
    assert "Decide" not in browser.get(f"/photos/{made}")
    browser.get(f"/photos/{made}/decision", 403)
    browser.post(f"/photos/{made}/decision", {"then": "allow", **NAMES}, 403)


def test_a_photo_that_nothing_is_said_against_needs_no_decision(browser, change, app):
    with change():
        photo = service.add_photo(machine("an import"), "quay.jpg", pictures.jpeg()).id
    browser.sign_in("photo")
    browser.post(f"/photos/{photo}/decision", {"then": "allow", **NAMES}, 422)
    assert (facts_of(app, photo).flag, facts_of(app, photo).credentials_read) == ("", True)


def test_credentials_are_read_once_and_may_raise_a_flag(browser, app, signed, jobs, monkeypatch):
    assert (Job.PHOTOS_READ_CREDENTIALS, signed) in jobs
    assert not facts_of(app, signed).credentials_read
    browser.sign_in("photo")
    assert "Its content credentials are being read." in browser.get(f"/photos/{signed}")
    report = Report(
        Standing.BROKEN,
        signer="Camera 7",
        faults=("The pixels were changed after the picture was signed.",),
        flagged=Flag.COMPOSITE.name,
    )
    calls: list[str] = []
    monkeypatch.setattr(
        credential_reading, "in_own_process", lambda _, kind, _signers: calls.append(kind) or report
    )
    with app.app_context():
        credential_reading.read(signed)
        credential_reading.read(signed)
    assert calls == ["image/jpeg"]
    page = browser.get(f"/photos/{signed}")
    assert "The signature of Camera 7 does not hold." in page
    assert "The pixels were changed after the picture was signed." in page
    assert "This picture is put together of several pictures." in page
    assert facts_of(app, signed).credentials_read


def test_credentials_that_break_their_reader_again_and_again_need_a_decision(
    app, signed, monkeypatch
):
    def crash(*_: object) -> Report:
        raise BrokenOffError

    monkeypatch.setattr(credential_reading, "in_own_process", crash)
    for left in (False, False, True):
        with app.app_context():
            credential_reading.read(signed)
        assert facts_of(app, signed).credentials_read is left
    assert facts_of(app, signed).flag == "has content credentials that cannot be read"


def test_credentials_that_nobody_read_are_asked_for_again(change, app, signed, jobs, monkeypatch):
    jobs.clear()
    monkeypatch.setattr(credential_reading, "STALE", credential_reading.STALE * 0)
    with change():
        assert credential_reading.resend_stale() == 1
    assert jobs == [(Job.PHOTOS_READ_CREDENTIALS, signed)]
    with app.app_context():
        assert credential_reading.are_waiting(signed)
        assert db.session.get(Photo, signed).flag is None


def test_a_real_picture_that_was_changed_after_signing_says_so(browser, change, app, shared):
    path = shared / "develop" / "photos" / "c2pa-XCA.jpg"
    if not path.is_file():
        pytest.skip("no photos in ../shared")
    with change():
        photo = service.add_photo(machine("an import"), path.name, path.read_bytes()).id
    with app.app_context():
        credential_reading.read(photo)
    browser.sign_in("mara")
    page = browser.get(f"/photos/{photo}")
    assert "The signature of C2PA Signer, C2PA Test Signing Cert does not hold." in page
    assert "The pixels were changed after the picture was signed." in page
    assert "opened from an earlier picture" in page

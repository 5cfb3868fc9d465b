"""`newsroom photos again`: photos of before get what every photo gets today, and nobody's words go."""

import pytest
from sqlalchemy import select

from newsroom.audit.models import AuditEntry
from newsroom.db import db
from newsroom.jobs import Job
from newsroom.photos import queries, reading_again, rendering, service
from newsroom.photos.cleaners import Cleaned, Original
from newsroom.photos.cleaning_again import words_again
from newsroom.photos.commands import photos
from newsroom.photos.content_credentials import Report, Standing
from newsroom.photos.facts import Words
from newsroom.photos.models import Photo, Rendition
from newsroom.photos.provenance_models import PhotoCredentials
from newsroom.photos.renditions import NAMES, WEBP
from newsroom.photos.upload_models import PhotoUpload, UploadState
from newsroom.roles import Role
from tests.factories import make_person
from tests.photos import pictures

RAW = Words(
    creator="DANA VAN DER PELED", credit="DANA VAN DER PELED/REUTERS", caption="Ferries wait."
)
CLEAN = Words(
    creator="Dana van der Peled", credit="Dana van der Peled/Reuters", caption="Ferries wait."
)
SHOUTED = pictures.xmp(
    "<dc:creator><rdf:Seq><rdf:li>DANA VAN DER PELED</rdf:li></rdf:Seq></dc:creator>"
    "<photoshop:Credit>DANA VAN DER PELED/REUTERS</photoshop:Credit>"
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Ferries wait.</rdf:li></rdf:Alt>'
    "</dc:description>"
    "<plus:DataMining>http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED</plus:DataMining>"
)
SIGNED = pictures.with_segment(pictures.jpeg((500, 300), xmp=SHOUTED), 0xEB, b"jumb c2pa")
NOTHING = "words of 0 cleaned anew, other facts of 0 read anew, content credentials of 0 read, sizes of 0 made anew; 0 could not be read."  # fmt: skip


@pytest.fixture(autouse=True)
def _credentials(monkeypatch, sent) -> None:
    """The process of its own takes a second; what it says is tested beside it."""
    said = Report(Standing.UNKNOWN_SIGNER, "Camera 7", source_types=("digitalCapture",))
    monkeypatch.setattr("newsroom.photos.credential_reading.in_own_process", lambda *_: said)


@pytest.fixture
def again(command_line):
    return lambda *args: command_line.invoke(photos, ["again", *map(str, args)])


def add_of_before(app, change, data, name="quay.jpg", actor=None, words=RAW) -> int:
    """As it stood before there were cleaners, credentials, more facts, and WebP."""
    with change():
        photo = service.add_photo(actor or reading_again.READER, name, data)
    with app.app_context():
        rendering.render(photo.id)
    with change():
        row = db.session.get(Photo, photo.id)
        row.words, row.details_json, row.originals_json = words, "{}", "{}"
        db.session.query(PhotoCredentials).delete()
        db.session.query(Rendition).filter(Rendition.name.endswith(WEBP)).delete()
    return photo.id


def stands(app, number):
    with app.app_context():
        return queries.photo(number)


def test_a_photo_of_before_is_cleaned_read_and_made_in_the_sizes_of_today(app, change, again, sent):
    number = add_of_before(app, change, SIGNED)
    with change():
        service.add_photo(reading_again.READER, "noise.png", pictures.png((64, 64)))
    with app.app_context():
        rendering.render(number + 1)
    sent.clear()
    done = again()
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "2 read: words of 1 cleaned anew, other facts of 1 read anew, content credentials of 1 read, "
        "sizes of 1 made anew; 0 could not be read.\n"
    )
    photo = stands(app, number)
    assert photo.words == CLEAN
    assert photo.originals["creator"] == Original("DANA VAN DER PELED", ("names",))
    assert photo.details.data_mining.endswith("DMI-PROHIBITED")
    assert {one.name for one in photo.renditions} == set(NAMES)
    assert photo.status == "ready"
    assert (Job.STORIES_PHOTO_SAID, number) in sent, "stories that show it hear of its words"
    with app.app_context():
        assert db.session.get(PhotoCredentials, number).report
        changed = select(AuditEntry).where(AuditEntry.event == "photo.changed")
        (entry,) = db.session.scalars(changed)
        assert entry.facts["changes"] == "creator, credit line"


def test_a_second_run_changes_nothing(app, change, again, sent):
    number = add_of_before(app, change, SIGNED)
    assert again().exit_code == 0
    sent.clear()
    before = stands(app, number)
    assert again().stdout == f"1 read: {NOTHING}\n"
    after = stands(app, number)
    assert sent == []
    assert (after.revision, after.queued_at) == (before.revision, before.queued_at)
    assert {one.place for one in after.renditions} == {one.place for one in before.renditions}


def test_what_a_person_wrote_since_stays(app, change, again):
    with change():
        mara = make_person("mara", Role.PHOTO_DESK).actor
    number = add_of_before(app, change, SIGNED)
    with change():
        service.change_facts(mara, number, Words(credit="D. PELED/RTR", caption=RAW.caption), 1)
    again()
    words = stands(app, number).words
    assert (words.credit, words.creator) == ("D. PELED/RTR", "")
    assert words.caption == RAW.caption


def test_what_came_with_the_wire_or_from_its_sender_stays(app, change, again):
    sender = Words(creator="Ada Park", credit="Ada Park/City", caption="As its sender wrote.")
    number = add_of_before(app, change, SIGNED, words=sender)
    with change():
        person = make_person("tom", Role.REPORTER).id
        row = db.session.get(Photo, number)
        row.originals_json = '{"caption": {"was": "Ferries wait.", "by": ["caption"]}}'
        db.session.add(
            PhotoUpload(
                token="t" * 43,
                file_key="of-this-test",
                person_id=person,
                file_name="quay.jpg",
                size=1,
                state=UploadState.TAKEN.value,
                caption=sender.caption,
                photo_id=number,
            )
        )
    again()
    assert stands(app, number).words == sender


def test_a_run_that_was_killed_goes_on_where_it_was(app, change, again, monkeypatch):
    first = add_of_before(app, change, SIGNED)
    second = add_of_before(app, change, pictures.jpeg((300, 500), xmp=SHOUTED), "pier.jpg")

    def killed(_photo_id):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(rendering, "render", killed)
        assert again().exit_code == 1
    assert stands(app, first).words == CLEAN
    assert stands(app, first).status == "pending"
    assert stands(app, second).words == RAW
    done = again()
    assert "words of 1 cleaned anew" in done.stdout
    assert "sizes of 2 made anew" in done.stdout
    for number in (first, second):
        photo = stands(app, number)
        assert (photo.words, photo.status) == (CLEAN, "ready")
        assert {one.name for one in photo.renditions} == set(NAMES)


def test_one_begins_at_a_number_and_is_told_how_far_it_has_come(app, change, again, monkeypatch):
    monkeypatch.setattr("newsroom.photos.commands.EACH", 1)
    add_of_before(app, change, SIGNED)
    second = add_of_before(app, change, pictures.jpeg((300, 500), xmp=SHOUTED), "pier.jpg")
    told = again("--from", second).stdout.splitlines()
    assert told[0] == f"1 of 1 photos, up to number {second}"
    assert told[1].startswith("1 read: words of 1 cleaned anew")
    assert stands(app, 1).words == RAW


def test_an_original_that_is_gone_is_told_and_the_rest_goes_on(app, change, again, settings):
    number = add_of_before(app, change, SIGNED)
    second = add_of_before(app, change, pictures.jpeg((300, 500), xmp=SHOUTED), "pier.jpg")
    place = stands(app, number).original
    (settings.data_path / "photos" / "originals" / place).unlink()
    done = again()
    assert done.exit_code == 1
    assert done.stderr == f"photo {number}: {reading_again.LOST}\n"
    assert "1 could not be read" in done.stdout
    assert stands(app, second).words == CLEAN


def test_credentials_that_raised_a_flag_before_its_source_was_kept_are_read_again(
    app, change, again
):
    number = add_of_before(app, change, SIGNED)
    with change():
        of_before = '{"standing": "unknown signer", "flagged": "MACHINE", "actions": []}'
        row = PhotoCredentials(photo_id=number, report=of_before, waiting_since=None)
        db.session.add(row)
    assert "content credentials of 1 read" in again().stdout
    with app.app_context():
        report = Report.from_json(db.session.get(PhotoCredentials, number).report)
    assert report.source_types == ("digitalCapture",)
    assert "content credentials of 0 read" in again().stdout


def test_the_file_says_anew_only_what_nobody_else_has_said():
    file = Words(creator="ANN LEE", credit="AP", title="n/a", source="REUTERS", people="Ann")
    cleaned = Cleaned(
        Words(creator="Ann Lee", credit="Ann Lee/AP", source="Reuters", people="Ann"),
        {
            "creator": Original("ANN LEE", ("names",)),
            "credit": Original("AP", ("alone",)),
            "title": Original("n/a", ("empty",)),
            "source": Original("REUTERS", ("agencies",)),
        },
    )
    was = {"title": Original("n/a", ("empty",)), "source": Original("REUTERS", ("agencies",))}
    now = Words(creator="ANN LEE", credit="AP", title="From the wire", source="Reuter")
    words, originals = words_again(now, was, file, cleaned, ())
    assert words == Words(
        "Ann Lee", "Ann Lee/AP", title="From the wire", source="Reuters", people="Ann"
    )
    assert set(originals) == {"creator", "credit", "title", "source"}
    assert words_again(words, originals, file, cleaned, ()) == (words, originals)
    assert words_again(now, {}, file, cleaned, {"credit"})[0].creator == "ANN LEE"

"""The photo library: what enters, once; who may set it right; how it is found."""

import errno

import pytest

from newsroom.audit import Event
from newsroom.audit.models import AuditEntry
from newsroom.db import db
from newsroom.errors import Conflict, Invalid, NotAllowed, NotFound
from newsroom.jobs import Job
from newsroom.photos import queries, service
from newsroom.photos.facts import Words
from newsroom.photos.models import Photo
from newsroom.roles import Role, machine
from tests.factories import make_person
from tests.photos import pictures

CREDITED = pictures.jpeg(
    xmp=pictures.xmp(
        "<photoshop:Credit>Mara Ellis/Harbour Pictures</photoshop:Credit>"
        "<photoshop:Headline>Ferry strike</photoshop:Headline>"
        "<photoshop:DateCreated>2026-11-03T08:15:00+02:00</photoshop:DateCreated>"
    )
)
ADMIN = machine("an import")


@pytest.fixture
def noise(change, sent) -> None:
    """Another photo, which no question is about."""
    with change():
        service.add_photo(ADMIN, "noise.png", pictures.png((64, 64)))
    sent.clear()


def add(change, data: bytes = CREDITED, name: str = "quay.jpg", actor=ADMIN) -> Photo:
    with change():
        return service.add_photo(actor, name, data)


def reporter(change, name: str):
    with change():
        return make_person(name, Role.REPORTER).actor


@pytest.mark.usefixtures("noise")
def test_an_added_photo_has_its_facts_and_waits_for_its_renditions(change, sent):
    photo = add(change)
    assert (photo.format.label, photo.width, photo.height) == ("JPEG", 600, 400)
    assert (photo.creator, photo.credit) == ("Mara Ellis", "Mara Ellis/Harbour Pictures")
    assert (photo.headline, photo.taken_at.isoformat()) == (
        "Ferry strike",
        "2026-11-03T06:15:00+00:00",
    )
    assert photo.words.missing() == ("caption", "alt")
    assert photo.status == "pending"
    assert sent == [(Job.PHOTOS_RENDER, photo.id)]


def test_a_photo_taken_on_its_side_is_as_wide_as_it_is_seen(change):
    photo = add(change, pictures.jpeg(exif=pictures.exif(Orientation=6)))
    assert (photo.width, photo.height) == (400, 600)


@pytest.mark.usefixtures("noise")
def test_the_same_bytes_are_the_same_photo(change, sent):
    first, second = add(change), add(change, name="other-name.jpg")
    assert first.id == second.id
    assert second.file_name == "quay.jpg"
    assert len(sent) == 1, "its renditions are made once"


def test_two_people_who_send_one_picture_at_the_same_moment_get_the_same_photo(change, monkeypatch):
    first = add(change)
    found = service._with_bytes
    looks = []

    def looked(sha256):
        """The first look is before the other person's commit."""
        looks.append(sha256)
        return found(sha256) if len(looks) > 1 else None

    monkeypatch.setattr(service, "_with_bytes", looked)
    with change():
        entered = service.enter(ADMIN, service.receive(ADMIN, "quay.jpg", CREDITED))
    assert entered.already
    assert entered.photo.id == first.id


def test_a_refused_file_leaves_no_photo(app, change, sent):
    with change(), pytest.raises(Invalid, match="This is a GIF"):
        service.add_photo(ADMIN, "quay.jpg", pictures.saved(pictures.scene(), "GIF"))
    with app.app_context():
        assert queries.library().photos == []
    assert sent == []


def test_a_full_disk_leaves_no_half_photo(app, change, monkeypatch, sent):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("newsroom.whole_files.os.fsync", full)
    with change(), pytest.raises(Invalid, match="disk is full"):
        service.add_photo(ADMIN, "quay.jpg", CREDITED)
    with app.app_context():
        assert queries.library().photos == []
    assert sent == []


@pytest.mark.parametrize(
    ("sent_as", "kept_as"),
    [
        ("C:\\Pictures\\quay.jpg", "quay.jpg"),
        ("../../etc/quay.jpg", "quay.jpg"),
        ("quay\x00\n.jpg", "quay .jpg"),
        ("x" * 300 + ".jpg", "x" * 196 + ".jpg"),
        ("", "photo"),
    ],
)
def test_a_file_name_is_kept_without_its_folders_and_tricks(change, sent_as, kept_as):
    assert add(change, name=sent_as).file_name == kept_as


def test_adding_leaves_one_audit_entry(app, change):
    photo = add(change)
    add(change)
    with app.app_context():
        entries = db.session.query(AuditEntry).filter_by(event=Event.PHOTO_ADDED.value).all()
        assert [(one.subject_id, one.facts) for one in entries] == [
            (photo.id, {"name": "quay.jpg"})
        ]


def test_a_person_without_the_permission_cannot_add(change):
    with change(), pytest.raises(NotAllowed):
        service.add_photo(machine("nobody", [Role.ADMINISTRATOR]), "quay.jpg", CREDITED)


def test_the_photo_desk_sets_any_photo_right(app, change, sent):
    photo = add(change)
    desk = machine("the photo desk", [Role.PHOTO_DESK])
    sent.clear()
    with change():
        words = Words(creator="Mara Ellis", credit="M. Ellis/HP", caption=" Ferries\r\nwait. ")
        service.change_facts(desk, photo.id, words, revision=1)
    with app.app_context():
        changed = queries.photo(photo.id)
        assert changed.words == Words("Mara Ellis", "M. Ellis/HP", "Ferries\nwait.")
        assert changed.revision == 2
        entry = db.session.query(AuditEntry).filter_by(event=Event.PHOTO_CHANGED.value).one()
        assert entry.facts == {"name": "quay.jpg", "changes": "credit line, caption, headline"}
    told = [(Job.PHOTOS_RENDER, photo.id), (Job.STORIES_PHOTO_SAID, photo.id)]
    assert sent == told, "the renditions carry the new words, and captions are held against them"


def test_who_added_a_photo_may_set_it_right_and_other_reporters_may_not(change):
    mara, tom = reporter(change, "mara"), reporter(change, "tom")
    photo = add(change, actor=mara)
    with change(), pytest.raises(NotAllowed, match="only where you added it"):
        service.change_facts(tom, photo.id, Words(alt="Ferries"), 1)
    with change():
        assert service.change_facts(mara, photo.id, Words(alt="Ferries"), 1).alt == "Ferries"


def test_saving_unchanged_words_changes_nothing(change, sent):
    photo = add(change)
    sent.clear()
    with change():
        same = service.change_facts(ADMIN, photo.id, photo.words, 1)
    assert same.revision == 1
    assert sent == []


def test_a_save_over_somebody_elses_is_refused(app, change):
    photo = add(change)
    with change():
        service.change_facts(ADMIN, photo.id, Words(alt="Three ferries"), 1)
    with change(), pytest.raises(Conflict, match="Somebody changed this photo while you wrote"):
        service.change_facts(ADMIN, photo.id, Words(alt="Some boats"), 1)
    with app.app_context():
        assert queries.photo(photo.id).alt == "Three ferries"


def test_too_long_words_are_refused_by_name(change):
    photo = add(change)
    with change(), pytest.raises(Invalid) as refused:
        service.change_facts(ADMIN, photo.id, Words(credit="x" * 201, alt="y" * 1001), 1)
    assert refused.value.fields == {
        "credit": "At most 200 characters.",
        "alt": "At most 1,000 characters.",
    }


def test_a_photo_that_is_not_there_is_not_found(app, change):
    with app.app_context(), pytest.raises(NotFound):
        queries.photo(77)
    with change(), pytest.raises(NotFound):
        service.change_facts(ADMIN, 77, Words(), 1)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", [3, 2, 1]),
        ("ferry", [1]),
        ("STRIKE mara", [1]),
        ("quay.jpg", [1]),
        ("ÜBER", [2]),
        ("נמל", [3]),
        ("100%", [3]),
        ("_", []),
        ("ferry נמל", []),
    ],
)
def test_a_photo_is_found_by_any_of_its_words_in_any_case(app, change, search, found):
    add(change)
    add(change, pictures.png((50, 50)), "über.png")
    third = add(change, pictures.png((60, 50)), "port.png")
    with change():
        service.change_facts(ADMIN, third.id, Words(caption="נמל חיפה, 100% full"), 1)
    with app.app_context():
        assert [one.id for one in queries.library(search).photos] == found


def test_a_page_of_the_library_says_where_the_next_one_starts(app, change):
    for width in range(40, 45):
        add(change, pictures.png((width, 40)), f"{width}.png")
    with app.app_context():
        first = queries.library(limit=2)
        second = queries.library(before_id=first.older, limit=2)
        third = queries.library(before_id=second.older, limit=2)
    pages = [[one.id for one in page.photos] for page in (first, second, third)]
    assert pages == [[5, 4], [3, 2], [1]]
    assert third.older is None


def test_known_photos_are_told_from_unknown_ones(app, change):
    photo = add(change)
    with app.app_context():
        assert queries.exists({photo.id, 77}) == {photo.id}
        assert queries.exists(set()) == set()
        assert list(queries.photos_by_id([photo.id, 77])) == [photo.id]
        assert queries.photos_by_id([]) == {}

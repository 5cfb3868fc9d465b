"""Many photos changed by one edit: shown first, then made; what changed meanwhile is left."""

import pytest

from newsroom.audit import Event
from newsroom.audit.models import AuditEntry
from newsroom.db import db
from newsroom.photos import service
from newsroom.photos.batch_edits import Edit, _edited, changes, edited, edits_of
from newsroom.photos.facts import Words
from newsroom.photos.models import Photo
from tests.photos import pictures
from tests.photos.test_library import ADMIN, add

EDITS = {
    "way-credit": "replace",
    "text-credit": "Mara Ellis/AP",
    "way-caption": "after",
    "text-caption": "File photo.",
    "way-headline": "",
    "text-headline": "left alone",
}


def test_an_edit_replaces_a_field_or_adds_to_it():
    words = Words(credit="AP", caption="A quay.")
    edits = {
        "credit": Edit("replace", ""),
        "caption": Edit("before", "File:"),
        "alt": Edit("after", "A quay"),
    }
    assert edited(words, edits) == Words(caption="File: A quay.", alt="A quay")
    assert [one.name for one in changes(Words(alt="x"), {"alt": Edit("replace", "x")})] == []
    assert edits_of({"way-alt": "after", "way-credit": "explode", "text-credit": "x"}) == {}
    lines = _edited("Ferries\nQuays", "keywords", Edit("after", "Strikes\nFerries"))
    assert lines == "Ferries\nQuays\nStrikes", "one thing on each line, none twice"
    assert edits_of({"way-alt": "after", "text-alt": "a\r\nb"}) == {"alt": Edit("after", "a\nb")}
    long = changes(Words(), {"credit": Edit("replace", "x" * 201)})
    assert long[0].fault == "Longer than 200 characters."


@pytest.fixture
def two(change) -> list[int]:
    numbers = [add(change, pictures.png((n, 40)), f"{n}.png").id for n in (40, 50)]
    with change():
        service.change_facts(ADMIN, numbers[0], Words(caption="A quay."), 1)
    return numbers


def test_chosen_photos_are_edited_together_after_a_preview(app, desk, two):
    form = desk.post("/photos/chosen", {"do": "edit", "photo": two})
    assert "Edit 2 photos" in form
    assert "Say for at least one field" in desk.post(
        "/photos/edit/preview", {"photo": two}, status=422
    )
    preview = desk.post("/photos/edit/preview", {"photo": two, **EDITS})
    assert "A quay. → A quay. File photo." in preview
    assert "empty → Mara Ellis/AP" in preview
    assert "Change 2 photos" in preview
    done = desk.post("/photos/edit", preview.hidden)
    assert "2 photos were changed." in done
    with app.app_context():
        one, other = (db.session.get(Photo, number) for number in two)
        assert one.words == Words(credit="Mara Ellis/AP", caption="A quay. File photo.")
        assert other.words == Words(credit="Mara Ellis/AP", caption="File photo.")
        assert (one.revision, other.revision) == (3, 2)
        entries = db.session.query(AuditEntry).filter_by(event=Event.PHOTO_CHANGED.value)
        assert [e.facts["changes"] for e in entries][1:] == ["credit line, caption"] * 2


def test_a_photo_that_somebody_changed_since_the_preview_is_told_and_left(app, change, desk, two):
    preview = desk.post("/photos/edit/preview", {"photo": two, **EDITS})
    with change():
        service.change_facts(ADMIN, two[1], Words(alt="Theirs"), 1)
    done = desk.post("/photos/edit", preview.hidden)
    assert "One photo was changed." in done
    assert "50.png: Somebody changed it meanwhile, so it was left as it is." in done
    with app.app_context():
        assert db.session.get(Photo, two[1]).words == Words(alt="Theirs")


def test_a_reporter_edits_only_their_own(desk, two):
    desk.sign_in("mara")
    preview = desk.post("/photos/edit/preview", {"photo": two, **EDITS})
    assert "You did not add it, so it is left as it is." in preview
    assert "Nothing would change." in preview
    forged = {**EDITS, f"revision-{two[0]}": "2"}
    assert "You may change what a photo says" in desk.post("/photos/edit", forged)
    assert "Choose one or more photos first." in desk.get("/photos/edit?photo=x")

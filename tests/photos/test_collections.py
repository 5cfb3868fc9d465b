"""Collections: for a desk, for the newsroom or for oneself; who sees and who changes them."""

import pytest

from newsroom.audit import Event
from newsroom.audit.models import AuditEntry
from newsroom.db import db
from newsroom.errors import Invalid, NotAllowed, NotFound
from newsroom.photos import collections
from newsroom.roles import Role
from tests.factories import make_person
from tests.photos import pictures
from tests.photos.test_library import add


@pytest.fixture
def people(change):
    with change():
        mara = make_person("mara", Role.REPORTER, "World")
        tom = make_person("tom", Role.REPORTER, "City")
        return mara.actor, tom.actor, mara.grants[0].desk_id


def test_a_private_one_is_its_owners_and_a_desks_is_changed_by_its_desk(app, change, people):
    mara, tom, world = people
    photo = add(change)
    with change():
        own = collections.make(mara, "Ideas", None, private=True).id
        shared = collections.make(mara, " World  best ", world, private=False).id
        collections.put_in(mara, own, {photo.id})
    with app.app_context():
        assert [(one.row.name, one.whose, one.photos) for one in collections.seen_by(mara)] == [
            ("Ideas", "Only you", 1),
            ("World best", "World", 0),
        ]
        assert [one.row.id for one in collections.seen_by(tom)] == [shared]
        with pytest.raises(NotFound):
            collections.one(tom, own)
    with change(), pytest.raises(NotAllowed):
        collections.put_in(tom, shared, {photo.id})
    with change(), pytest.raises(NotFound):
        collections.remove(tom, own)
    with change(), pytest.raises(NotAllowed):
        collections.make(tom, "For World", world, private=False)
    with change(), pytest.raises(Invalid):
        collections.make(tom, "  ", None, private=True)


def test_photos_are_laid_into_a_collection_and_taken_out_on_the_light_table(
    app, change, browser, people
):
    first, second = add(change), add(change, pictures.png(), "port.png")
    browser.sign_in("mara")
    page = browser.post("/photos/collections", {"name": "Harbour", "whose": "everybody"})
    assert "Harbour is begun." in page
    assert "The whole newsroom" in page
    chosen = {"do": "put-in", "to": "1", "photo": [first.id, second.id, 77]}
    assert "2 photos were put into Harbour." in browser.post("/photos/chosen", chosen)
    taken = {"do": "take-out", "to": "1", "photo": [second.id]}
    left = browser.post("/photos/chosen?collection=1", taken)
    assert "One photo was taken out of Harbour." in left
    assert "Ferry strike" in left
    assert "port.png" not in left
    assert "Choose one or more photos first." in browser.post("/photos/chosen", {"do": "edit"})
    assert "needs a name" in browser.post("/photos/collections/1/rename", {"name": ""}, status=422)
    assert "Port and quay" in browser.post(
        "/photos/collections/1/rename", {"name": "Port and quay"}
    )
    removed = browser.post("/photos/collections/1/remove")
    assert "Port and quay is removed; its photos stay in the library." in removed
    browser.get("/photos?collection=1", status=404)
    with app.app_context():
        entries = db.session.query(AuditEntry).filter_by(event=Event.COLLECTION_CHANGED.value)
        assert [entry.facts["changes"] for entry in entries] == [
            "2 photos put in",
            "one photo taken out",
            "called Harbour before",
        ]

"""Pictures of agency copy: fetched into the library with their words, and heard of when killed."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from newsroom.db import db, transaction
from newsroom.jobs import Job
from newsroom.photos import queries, service
from newsroom.publishing import killed_photos
from newsroom.roles import machine
from newsroom.stories import photo_facts, wire_photos
from newsroom.stories.wire_photo_models import WirePhoto
from newsroom.wire.feed_models import WireFeed
from newsroom.wire.items import WirePicture
from tests.photos import pictures
from tests.stories.agency import Agency
from tests.wire.feeds.servers import serving

QUAY = pictures.jpeg(xmp=pictures.xmp("<photoshop:Credit>Dana Lev/Coast Press</photoshop:Credit>"))


@pytest.fixture
def settings(settings):
    return replace(settings, wire_allowed_hosts=frozenset({"127.0.0.1"}))


@pytest.fixture
def server():
    with serving() as running:
        yield running


@pytest.fixture
def agency(app, change, sent):
    return Agency(app, change)


def item_with(agency, href: str) -> int:
    said = WirePicture(
        href,
        caption="Smoke stands over the quay.",
        creator="Somebody Else",
        credit="Coast Press",
        usage_terms="Not for sale.",
    )
    return agency.sends(pictures=(said,))


def test_a_picture_is_fetched_once_with_the_words_that_its_file_lacks(
    newsroom, agency, server, sent, browser, app
):
    item = item_with(agency, server.url("/quay.jpg"))
    server.answer("/quay.jpg", body=QUAY)
    browser.sign_in("pavel")
    for _ in range(2):
        page = browser.post(f"/stories/from-wire/{item}/pictures/0")
    assert "Being taken into the library." in page
    asked = [one for one in sent if one[0] == Job.WIRE_TAKE_PHOTO]
    assert len(asked) == 1
    with app.app_context():
        wire_photos.take(asked[0][1])
        wire_photos.take(asked[0][1])
        row = db.session.scalars(select(WirePhoto)).one()
        photo = queries.photo(row.photo_id)
        # Creator and credit are the file's own; the rest the item says.
        assert (photo.credit, photo.creator) == ("Dana Lev/Coast Press", "Dana Lev")
        assert (photo.caption, photo.usage_terms) == (
            "Smoke stands over the quay.",
            "Not for sale.",
        )
        assert photo.source == "Coast Press"
        assert agency.item(item).used
    assert "In the library" in browser.get(f"/wire/items/{item}")
    assert "Came with Warehouse fire closes the north quay" in browser.get(f"/photos/{photo.id}")


def test_an_address_inside_a_private_network_or_of_no_picture_is_refused_in_words(
    newsroom, agency, server, sent, browser, app
):
    server.answer("/page", body=b"<!doctype html><html>")
    inside = item_with(agency, "http://10.0.0.1/quay.jpg")
    page = item_with(replaced(agency), server.url("/page"))
    browser.sign_in("pavel")
    for item in (inside, page):
        browser.post(f"/stories/from-wire/{item}/pictures/0")
    with app.app_context():
        for row_id in db.session.scalars(select(WirePhoto.id)).all():
            wire_photos.take(row_id)
    assert "inside a private network" in browser.get(f"/wire/items/{inside}")
    assert "It was not taken: This is a web page" in browser.get(f"/wire/items/{page}")


def replaced(agency):
    """The same agency, whose next item is another story."""
    real = agency.sends
    agency.sends = lambda **said: real(guid="page", family="page", **said)
    return agency


def test_a_kill_reaches_the_photo_its_desk_and_the_gate(
    newsroom, agency, server, sent, browser, app
):
    item = item_with(agency, server.url("/quay.jpg"))
    server.answer("/quay.jpg", body=QUAY)
    with newsroom.change():
        row = wire_photos.take_later(newsroom.jonas, item, 0).id
    with app.app_context():
        wire_photos.take(row)
        photo = db.session.get(WirePhoto, row).photo_id
        with transaction():
            other = service.add_photo(machine("office"), "other.jpg", pictures.jpeg((64, 64))).id
    agency.kills("2")
    for _ in range(2):
        with app.app_context():
            killed_photos.tell()
    assert agency.told("photo_killed") == sorted([newsroom.jonas.id, newsroom.pavel.id])
    with app.app_context():
        known = wire_photos.origins([photo, other])
        assert list(known) == [photo]
        said = photo_facts.photo_facts([photo])[photo].failure
        assert said == "Coast Press killed the copy that it came with."
    browser.sign_in("pavel")
    assert "killed the copy that this photo came with" in browser.get(f"/photos/{photo}")


def test_a_feed_set_so_has_its_new_pictures_taken_by_themselves(agency, change, server, sent, app):
    item = item_with(agency, server.url("/quay.jpg"))
    server.answer("/quay.jpg", body=QUAY)

    def new() -> int:
        with app.app_context(), transaction():
            return wire_photos.take_new()

    assert new() == 0
    with change():
        db.session.get(WireFeed, agency.feed).takes_pictures = True
    assert (new(), new()) == (1, 0)
    with app.app_context():
        wire_photos.take(sent[-1][1])
        row = db.session.scalars(select(WirePhoto)).one()
        assert (row.item_id, row.state) == (item, "taken")
        assert queries.photo(row.photo_id).uploaded_by_id is None

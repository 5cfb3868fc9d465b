"""A picture file in a watched folder: it belongs to the item that names it, whichever comes first."""

import os
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from newsroom.db import db, now, transaction
from newsroom.jobs import Job
from newsroom.photos.formats import MAX_BYTES
from newsroom.photos.models import Photo
from newsroom.stories import wire_photos
from newsroom.stories.wire_photo_models import WirePhoto
from newsroom.wire import feed_queries, folder_pictures
from newsroom.wire.beside import file_named, kept_as, looks_like_a_picture
from newsroom.wire.feed_facts import FeedKind, FeedState
from newsroom.wire.feed_reading import read_feed
from newsroom.wire.item_models import ItemPicture, ItemRow
from newsroom.wire.items import WirePicture
from newsroom.wire.limits import MOST_PICTURE_BYTES
from tests.photos import pictures
from tests.wire.feeds.copy import FERRY, kill, version

QUAY = pictures.jpeg((640, 400))
NINJS = """{"uri": "urn:coast:1", "version": "1", "type": "text", "headline": "Ferry halted",
 "body_text": "The ferry did not sail.", "associations": {"main": {"type": "picture",
 "description_text": "The quay.", "renditions": {"original": {"href": "%s"}}}}}"""
G2 = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:coast:2" version="1">
 <itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
 <contentMeta><headline>The quay</headline></contentMeta>
 <contentSet><remoteContent href="%s" contenttype="image/jpeg"/></contentSet></newsItem>"""
NEWSML = """<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>coast.example</ProviderId>
 <DateId>20261129</DateId><NewsItemId>3</NewsItemId><RevisionId Update="N">1</RevisionId>
 </NewsIdentifier></Identification><NewsComponent><NewsComponent><NewsLines><HeadLine>Ferry</HeadLine>
 </NewsLines><ContentItem><DataContent>The ferry did not sail.</DataContent></ContentItem>
 </NewsComponent><NewsComponent><ContentItem Href="%s"><MediaType FormalName="Photo"/></ContentItem>
 </NewsComponent></NewsComponent></NewsItem></NewsML>"""
NITF = """<nitf><head><docdata><doc-id id-string="coast-4"/></docdata></head><body><body.head>
 <hedline><hl1>Ferry</hl1></hedline></body.head><body.content><p>The ferry did not sail.</p>
 <media media-type="image"><media-reference source="%s" mime-type="image/jpeg"/>
 <media-caption>The quay.</media-caption></media></body.content></body></nitf>"""


@pytest.fixture
def feed(make_feed, folder):
    return make_feed("AFP", FeedKind.FOLDER, address="afp", takes_pictures=True)


@pytest.fixture
def look(app, change, feed, sent):
    """Two looks of a worker, for a file is complete at the second; the feed as it is then."""

    def _look(times=2):
        for _ in range(times):
            with change():
                feed_queries.feed_to_change(feed.id).next_try_at = now()
            with app.app_context():
                read_feed(feed.id)
        with app.app_context():
            return next(one for one in feed_queries.feeds() if one.id == feed.id)

    return _look


@pytest.fixture
def library(app):
    """What the two jobs make of the pictures: the photos that the library has then."""

    def _library():
        with app.app_context():
            with transaction():
                wire_photos.take_new()
            for row_id in db.session.scalars(select(WirePhoto.id)).all():
                wire_photos.take(row_id)
        with app.app_context():
            return db.session.scalars(select(Photo).order_by(Photo.id)).all()

    return _library


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def with_picture(href="quay.jpg", item=FERRY, **said):
    return replace(item, pictures=(WirePicture(href, **said),))


def hrefs(app):
    with app.app_context():
        return list(db.session.scalars(select(ItemPicture.href).order_by(ItemPicture.item_id)))


@pytest.mark.parametrize("href", ["quay.jpg", "./quay.jpg", "qu%61y.jpg"])
@pytest.mark.parametrize("form", [NINJS, G2, NEWSML, NITF], ids=["ninjs", "g2", "newsml", "nitf"])
def test_each_format_that_names_a_file_beside_it_gets_its_picture(
    app, folder, look, library, form, href
):
    (folder / "ferry.txt").write_text(form % href)
    (folder / "quay.jpg").write_bytes(QUAY)
    feed = look()
    assert (feed.last_error, feed.waiting_pictures) == ("", [])
    [photo] = library()
    assert photo.file_name == "quay.jpg"
    assert photo.uploaded_by_id is None
    assert names(folder) == ["taken"]
    assert len(names(folder / "taken")) == 2


def test_its_words_come_with_the_item_and_its_page_says_so(
    app, folder, wire, look, library, browser, make_people
):
    item = with_picture(caption="Smoke over the quay.", credit="Coast Press", usage_terms="Once.")
    (folder / "ferry.xml").write_bytes(wire.pack(item))
    (folder / "quay.jpg").write_bytes(QUAY)
    look()
    browser.sign_in("pavel")
    assert "Its file came with it: quay.jpg" in browser.get("/wire/items/1")
    assert "Take into the library" in browser.get("/wire/items/1")
    [photo] = library()
    assert (photo.caption, photo.usage_terms) == ("Smoke over the quay.", "Once.")
    assert "In the library" in browser.get("/wire/items/1")


@pytest.fixture
def make_people(change):
    from tests.factories import make_person

    with change():
        make_person("pavel", "photo_desk")


def test_a_picture_without_its_item_is_told_of_in_the_feeds_row_and_waits_for_it(
    app, folder, wire, look, library, browser, make_people
):
    (folder / "quay.jpg").write_bytes(QUAY)
    feed = look()
    assert (feed.last_error, feed.state) == ("", FeedState.WORKING)
    browser.sign_in("pavel")
    said = "1 picture waits for an item that names it: quay.jpg"
    assert said in browser.get("/wire/feeds")
    assert said in browser.get(f"/wire/feeds/{feed.id}")
    assert (names(folder), library()) == (["quay.jpg"], [])
    (folder / "ferry.xml").write_bytes(wire.pack(with_picture()))
    assert look().waiting_pictures == []
    assert len(library()) == 1
    assert names(folder) == ["taken"]


def test_a_picture_that_comes_after_its_item_is_waited_for(app, folder, wire, look, library, sent):
    (folder / "ferry.xml").write_bytes(wire.pack(with_picture()))
    look()
    assert (hrefs(app), library()) == (["quay.jpg"], [])
    (folder / "quay.jpg").write_bytes(QUAY[:200])
    look(times=1)
    (folder / "quay.jpg").write_bytes(QUAY)
    look(times=1)
    assert hrefs(app) == ["quay.jpg"]  # it was still being written
    sent.clear()
    look(times=1)
    assert (Job.WIRE_NEWER,) in sent
    assert len(library()) == 1


def test_the_same_file_twice_is_one_photo(app, folder, wire, look, library):
    (folder / "ferry.xml").write_bytes(wire.pack(with_picture()))
    for _ in range(2):
        (folder / "quay.jpg").write_bytes(QUAY)
        feed = look()
    assert (feed.waiting_pictures, names(folder)) == ([], ["taken"])
    (folder / "again.xml").write_bytes(wire.pack(with_picture("pier.jpg", version(2))))
    (folder / "pier.jpg").write_bytes(QUAY)
    look()
    assert len(library()) == 1
    with app.app_context():
        assert len(db.session.scalars(select(WirePhoto)).all()) == 2


def test_one_name_for_picture_after_picture_goes_to_item_after_item(
    app, folder, wire, look, library
):
    for number, raw in enumerate((QUAY, pictures.jpeg((320, 200)))):
        item = with_picture("photo.jpg", version(1, guid=f"urn:{number}", family=f"urn:{number}"))
        (folder / "item.xml").write_bytes(wire.pack(item))
        (folder / "photo.jpg").write_bytes(raw)
        look()
    assert sorted(one.width for one in library()) == [320, 640]


@pytest.mark.parametrize(
    "href", ["../secret.jpg", "%2e%2e%2fsecret.jpg", "sub/secret.jpg", "/etc/secret.jpg", ".."]
)
def test_no_address_leads_out_of_the_folder(app, folder, wire, look, library, href):
    for place in (folder.parent, folder / "sub"):
        place.mkdir(exist_ok=True)
        (place / "secret.jpg").write_bytes(QUAY)
    (folder / "ferry.xml").write_bytes(wire.pack(with_picture(href)))
    look()
    assert (hrefs(app), library()) == ([""], [])


def test_a_link_is_no_picture_of_the_folder(app, folder, wire, look, library, tmp_path):
    secret = tmp_path / "secret.jpg"
    secret.write_bytes(QUAY)
    (folder / "quay.jpg").symlink_to(secret)
    os.mkfifo(folder / "pier.jpg")
    (folder / "ferry.xml").write_bytes(wire.pack(with_picture()))
    look()
    assert (hrefs(app), library()) == (["quay.jpg"], [])
    assert secret.is_file()


def test_no_agency_names_what_another_sent(app, folder, wire, look, library):
    (folder / "ferry.xml").write_bytes(wire.pack(with_picture(kept_as("0" * 64, "x.jpg"))))
    look()
    assert (hrefs(app), library()) == ([""], [])


def test_a_file_is_judged_by_its_content(app, folder, wire, look, library):
    (folder / "ferry.xml").write_bytes(wire.pack(with_picture()))
    (folder / "quay.jpg").write_bytes(b"<!doctype html><script>steal()</script>")
    feed = look()
    assert feed.last_error.startswith("quay.jpg: This is no format")
    assert (hrefs(app)[:1], library()) == (["quay.jpg"], [])
    (folder / "quay.jpg").write_bytes(QUAY[:300])
    look()
    assert library() == []
    with app.app_context():
        [row] = db.session.scalars(select(WirePhoto))
        assert "damaged or breaks off" in row.error


def test_a_picture_too_large_for_the_library_is_refused_in_words(
    app, folder, wire, look, monkeypatch
):
    assert MOST_PICTURE_BYTES == MAX_BYTES
    monkeypatch.setattr(folder_pictures, "MOST_PICTURE_BYTES", 1_000)
    (folder / "ferry.xml").write_bytes(wire.pack(with_picture()))
    (folder / "quay.jpg").write_bytes(QUAY)
    assert look().last_error == "quay.jpg: It is larger than 0.001 MB."
    assert names(folder) == ["refused", "taken"]


def test_a_worker_killed_before_it_moves_a_picture_leaves_it_for_the_next(
    app, folder, wire, look, library, monkeypatch
):
    class Killed(BaseException):
        pass

    def end(*_: object, **__: object) -> None:
        raise Killed

    (folder / "ferry.xml").write_bytes(wire.pack(with_picture()))
    look()
    (folder / "quay.jpg").write_bytes(QUAY)
    look(times=1)
    with monkeypatch.context() as dying:
        dying.setattr(folder_pictures.Watched, "put_away", end)
        with pytest.raises(Killed):
            look(times=1)
    assert names(folder) == ["quay.jpg", "taken"]
    from newsroom.wire import feed_queue

    late = now() + feed_queue.CLAIM * 2
    monkeypatch.setattr(feed_queue, "now", lambda: late)
    look(times=1)
    assert (names(folder), len(library())) == (["taken"], 1)


def test_a_version_without_a_file_of_its_own_has_the_earlier_ones(
    app, change, folder, wire, look, library
):
    (folder / "ferry.xml").write_bytes(wire.pack(with_picture()))
    (folder / "quay.jpg").write_bytes(QUAY)
    look()
    (folder / "second.xml").write_bytes(wire.pack(with_picture(item=version(2))))
    look()
    assert hrefs(app)[1] == "quay.jpg"  # it may still come anew
    with change():
        for row in db.session.scalars(select(ItemRow)):
            row.received_at -= folder_pictures.REST * 2
    look(times=1)
    first, second = hrefs(app)
    assert first == second
    assert len(library()) == 1


def test_what_no_item_names_for_days_or_by_the_hundred_is_put_aside(app, folder, look, monkeypatch):
    monkeypatch.setattr(folder_pictures, "MOST_WAITING", 2)
    for number in range(3):
        (folder / f"{number}.jpg").write_bytes(pictures.jpeg((64 + number, 64)))
    feed = look()
    assert len(feed.waiting_pictures) == 2
    aside, note = names(folder / "unnamed")
    assert note == f"{aside}.note.txt"
    late = now() + timedelta(days=4)
    monkeypatch.setattr("newsroom.wire.folder_reading.now", lambda: late)
    feed = look(times=1)
    assert (feed.waiting_pictures, feed.last_error, names(folder)) == ([], "", ["unnamed"])


def test_what_there_was_no_time_to_look_at_is_not_put_aside(app, folder, look, monkeypatch):
    (folder / "quay.jpg").write_bytes(QUAY)
    [before] = look().waiting_pictures
    late = now() + timedelta(days=4)
    with monkeypatch.context() as busy:
        busy.setattr("newsroom.wire.folder_reading.now", lambda: late)
        busy.setattr("newsroom.wire.folder_reading.PATIENCE_SECONDS", -1)
        assert look(times=1).waiting_pictures == [before]
        assert names(folder) == ["quay.jpg"]
        busy.setattr("newsroom.wire.folder_reading.PATIENCE_SECONDS", 30)
        assert look(times=1).waiting_pictures == []
    assert names(folder) == ["unnamed"]


def test_of_a_killed_item_no_picture_is_taken(app, folder, wire, look, library):
    (folder / "a.xml").write_bytes(wire.pack(with_picture()))
    (folder / "b.xml").write_bytes(wire.pack(kill(9)))
    (folder / "quay.jpg").write_bytes(QUAY)
    look()
    assert library() == []


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("jpeg", QUAY[:16]),
        ("webp", b"RIFF\x00\x00\x00\x00WEBPVP8 "),
        ("heic", b"\0\0\0\x18ftypheic"),
    ],
)
def test_pictures_are_known_by_their_first_bytes(kind, start):
    assert looks_like_a_picture(start), kind


@pytest.mark.parametrize("start", [b"", b"RIFF\0\0\0\0WAVE", b"\0\0\0\x18ftypmp42", b"<?xml"])
def test_what_is_no_picture_is_not_taken_for_one(start):
    assert not looks_like_a_picture(start)


def test_names_with_accents_are_one_however_they_are_written():
    assert file_named("cafe%CC%81.jpg") == file_named("caf\u00e9.jpg") == "caf\u00e9.jpg"

"""The feeds' pages as people use them."""

from __future__ import annotations

import io

import pytest

from newsroom.db import now
from newsroom.wire import feed_queries, feeds, upload_views
from newsroom.wire.feed_facts import FeedKind
from tests.factories import TEST_SET_UP, make_desk
from tests.wire.feeds.copy import FERRY

FORM = {
    "name": "AFP English",
    "kind": "web",
    "address": "https://desk:hunter2@afp.test/rss",
    "outlet": "0",
    "desk": "0",
    "zone": "Europe/Paris",
    "language": "en",
    "interval_seconds": "120",
}


@pytest.fixture
def fares(change, make_feed):
    """A feed in that condition."""

    def _fares(name: str, **condition: object):
        made = make_feed(name, FeedKind.WEB, address="https://afp.test/rss")
        with change():
            row = feed_queries.feed_to_change(made.id)
            for what, value in condition.items():
                setattr(row, what, value)
        return made

    return _fares


def test_an_empty_list_says_what_will_stand_here(editor):
    page = editor.get("/wire/feeds")
    assert "No feeds yet" in page
    assert "/wire/feeds/new" in page.links


def test_the_list_says_how_each_feed_fares(editor, fares):
    fares("New")
    fares("Well", last_success_at=now())
    fares("Ill", last_error="The server answered 503.", failures=3)
    fares("Resting", paused=True)
    page = editor.get("/wire/feeds")
    assert "4 feeds" in page
    for words in ("New", "not yet", "just now", "The server answered 503.", "none while paused"):
        assert words in page
    for state in ("new", "working", "failing", "paused"):
        assert state in page


def test_a_reporter_sees_the_feeds_and_changes_none(browser, everyone, fares):
    fares("AFP")
    browser.sign_in("reporter")
    page = browser.get("/wire/feeds")
    assert "AFP" in page
    assert "Pause" not in page
    assert "Change the feed" not in browser.get("/wire/feeds/1")
    for path in ("edit", "remove"):
        browser.get(f"/wire/feeds/1/{path}", status=403)
    for path in ("pause", "read", "token", "upload"):
        assert "You may not manage the wire’s feeds" in browser.post(
            f"/wire/feeds/1/{path}", status=403
        )


def test_a_feed_is_added_and_its_password_shown_to_nobody(editor, app):
    page = editor.post("/wire/feeds/new", FORM)
    assert "The feed AFP English is added." in page
    assert "https://…@afp.test/rss" in page
    assert "hunter2" not in page.answer.text
    with app.app_context():
        assert feed_queries.feed(1).address == FORM["address"]
    assert "added the feed AFP English: https://…@afp.test/rss" in page
    changed = FORM | {"address": "https://desk:hunter3@afp.test/rss", "revision": "1"}
    again = editor.post("/wire/feeds/1/edit", changed)
    assert "hunter" not in again.answer.text
    assert "changed the feed AFP English: the password or the key in its address" in again


@pytest.mark.parametrize(
    ("odd", "sentence"),
    [
        ({"name": ""}, "Type a name."),
        ({"address": "ftp://afp.test"}, "Type the whole address, from https:// on."),
        ({"address": "https://"}, "Type the whole address, from https:// on."),
        ({"address": "http://["}, "Type the whole address, from https:// on."),
        ({"kind": "folder", "address": "../etc"}, "Type the folder’s name below"),
        ({"kind": "folder", "address": "/etc/.."}, "Type the folder’s name below"),
        ({"kind": "telex"}, "Not a valid choice"),
        ({"zone": "Mars/Olympus"}, "Type a time zone such as Europe/London."),
        ({"language": "English!"}, "Type the language’s code"),
        ({"interval_seconds": "1"}, "From 10 to 86,400 seconds."),
        ({"interval_seconds": "often"}, "Not a valid integer"),
        ({"outlet": "999"}, "Not a valid choice"),
    ],
)
def test_a_refused_feed_keeps_the_words_and_says_what_is_wrong(editor, odd, sentence):
    page = editor.post("/wire/feeds/new", FORM | odd, status=422)
    assert sentence in page
    given = FORM | odd
    for name in ("name", "address", "zone", "language", "interval_seconds"):
        assert page.values[name] == given[name]


def test_a_change_is_told_by_names(editor, change):
    with change():
        desk = make_desk("World").id
    editor.post("/wire/feeds/new", FORM)
    page = editor.post("/wire/feeds/1/edit", FORM | {"desk": str(desk), "revision": "1"})
    assert "changed the feed AFP English: desk none → World" in page


def test_two_feeds_have_two_names(editor):
    editor.post("/wire/feeds/new", FORM)
    page = editor.post("/wire/feeds/new", FORM, status=422)
    assert "There is a feed called AFP English already." in page


def test_two_editors_of_one_feed_the_second_sees_the_first(editor, app):
    editor.post("/wire/feeds/new", FORM)
    seen = editor.get("/wire/feeds/1/edit").hidden["revision"]
    editor.post("/wire/feeds/1/edit", FORM | {"notes": "Call Ana.", "revision": seen})
    mine = FORM | {"zone": "Asia/Tokyo", "revision": seen}
    page = editor.post("/wire/feeds/1/edit", mine, status=409)
    assert "Somebody changed this feed while you were writing." in page
    assert "Call Ana." in page
    editor.post("/wire/feeds/1/edit", mine | {"revision": page.hidden["revision"]})
    with app.app_context():
        assert feed_queries.feed(1).zone == "Asia/Tokyo"


def test_pausing_and_going_on_leave_one_entry_each(editor, fares):
    fares("AFP")
    assert "The feed AFP is paused." in editor.post("/wire/feeds/1/pause")
    assert "Resume" in editor.post("/wire/feeds/1/pause", {"then": "list"})
    assert "The feed is paused. Let it go on first." in editor.post("/wire/feeds/1/read")
    page = editor.post("/wire/feeds/1/resume")
    assert page.words.count("paused the feed AFP") == 1
    assert page.words.count("let the feed AFP go on") == 1
    assert "The feed AFP is read now." in editor.post("/wire/feeds/1/read")


def test_a_token_is_shown_once(editor, make_feed):
    make_feed("AFP", FeedKind.PUSH)
    assert "Nobody can push before it has one." in editor.get("/wire/feeds/1")
    page = editor.post("/wire/feeds/1/token")
    assert "it will not be shown again" in page
    token = page.answer.text.split('class="secret">')[1].split("<")[0]
    assert len(token) > 40
    assert page.answer.headers["Cache-Control"] == "private, no-store"
    after = editor.get("/wire/feeds/1")
    assert token not in after.answer.text
    assert "The token in use ends at once." in after


def test_a_feed_nobody_pushes_to_has_no_token(editor, fares):
    fares("AFP")
    assert "Only a feed that the agency pushes to" in editor.post("/wire/feeds/1/token", status=422)


def test_a_feed_is_removed_only_after_a_second_look_and_its_name_is_free(editor, fares):
    fares("AFP English")
    assert "The items that came stay." in editor.get("/wire/feeds/1/remove")
    assert "AFP English" in editor.get("/wire/feeds")
    assert "is removed; its items stay." in editor.post("/wire/feeds/1/remove")
    editor.get("/wire/feeds/1", status=404)
    editor.post("/wire/feeds/new", FORM)


def test_a_file_is_uploaded_to_a_feed(editor, make_feed, wire):
    make_feed("AFP")
    raw = wire.pack(FERRY)
    page = editor.post("/wire/feeds/1/upload", {"file": (io.BytesIO(raw), "ferry.xml")})
    assert "ferry.xml is taken in: 1 new item." in page
    assert "stand-in" in page
    assert "uploaded ferry.xml to the feed AFP" in page
    odd = {"file": (io.BytesIO(b"nothing we know"), "odd.bin")}
    assert "odd.bin could not be read; its bytes are kept." in editor.post(
        "/wire/feeds/1/upload", odd
    )


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Choose a file of agency copy."),
        ({"file": (io.BytesIO(b""), "a.xml")}, "The file is empty."),
        ({"file": (io.BytesIO(b"x" * 100_001), "a.xml")}, "The file is larger than 0.1 MB."),
    ],
)
def test_a_file_that_is_none_is_refused_beside_its_field(
    editor, make_feed, sent, sentence, monkeypatch
):
    monkeypatch.setattr(upload_views, "most_bytes", lambda: 100_000)
    make_feed("AFP")
    assert sentence in editor.post("/wire/feeds/1/upload", sent, status=422)


def test_a_feed_with_a_desk_and_an_outlet_says_so(editor, change, make_feed, server):
    with change():
        desk = make_desk("World").id
    make_feed("AFP", FeedKind.FOLDER, address="afp/english", desk_id=desk, notes="Call Ana.")
    page = editor.get("/wire/feeds/1")
    for words in ("afp/english", "World", "Call Ana.", "A watched folder"):
        assert words in page
    assert editor.get("/wire/feeds/1/edit").values["address"] == "afp/english"


def test_the_kind_of_a_feed_stays(editor, app, change, make_feed):
    make_feed("AFP", FeedKind.PUSH)
    editor.post("/wire/feeds/1/edit", FORM | {"revision": "1"})
    with app.app_context():
        assert feed_queries.feed(1).kind == FeedKind.PUSH
        assert feed_queries.feed(1).address == ""
    with change():
        feeds.make_token(TEST_SET_UP, feed_queries.feed_to_change(1))

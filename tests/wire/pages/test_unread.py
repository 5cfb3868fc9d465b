"""What each person has read: opened items, all that a view shows, and nothing of anybody else's."""

import pytest

from newsroom.db import db
from newsroom.wire import forgetting
from newsroom.wire.item_models import ItemRow
from newsroom.wire.read_models import ReadItem, ReadUpTo


@pytest.fixture
def three(wire):
    return [wire.send(f"Story {name}", ago=9 - n) for n, name in enumerate(("one", "two", "three"))]


def unread(browser, query="") -> list[str]:
    page = browser.get(f"/wire?unread=1{query}")
    return [name for name in ("one", "two", "three") if f"Story {name}" in page]


def test_everything_begins_unread(three, editor):
    assert unread(editor) == ["one", "two", "three"]
    assert editor.get("/wire").words.count("unread") == len(three)


def test_to_open_an_item_is_to_have_read_it(three, editor):
    editor.get(f"/wire/items/{three[1]}")
    editor.get(f"/wire/items/{three[1]}")
    assert unread(editor) == ["one", "three"]


def test_what_one_person_reads_another_has_not_read(three, editor, browser):
    editor.get(f"/wire/items/{three[1]}")
    browser.sign_in("reporter")
    assert unread(browser) == ["one", "two", "three"]


def test_all_up_to_an_item_is_marked_and_what_comes_later_is_not(three, editor):
    editor.post("/wire/read", {"up_to": three[1]})
    assert unread(editor) == ["three"]
    editor.post("/wire/read", {"up_to": three[0]})
    assert unread(editor) == ["three"], "a mark never moves back"


def test_a_number_beyond_the_wire_hides_nothing_that_comes_tomorrow(three, wire, editor):
    editor.post("/wire/read", {"up_to": 2_000_000_000})
    assert unread(editor) == []
    wire.send("Story one")
    assert unread(editor) == ["one"]


def test_a_filtered_view_marks_no_more_than_it_shows(three, wire, editor):
    other = wire.send("Story of the storm", "A storm.")
    editor.post("/wire/read?q=storm", {"up_to": other})
    assert unread(editor) == ["one", "two", "three"]
    assert "Story of the storm" not in editor.get("/wire?unread=1")


@pytest.mark.parametrize("up_to", ["", "x", "-1", "99999999999999"])
def test_a_mark_at_no_item_marks_nothing(three, editor, up_to):
    editor.post("/wire/read", {"up_to": up_to})
    assert unread(editor) == ["one", "two", "three"]


def test_a_newer_version_of_a_read_item_is_unread(wire, editor):
    first = wire.send("Story one", uri="urn:ferry")
    editor.get(f"/wire/items/{first}")
    wire.send("Story two", uri="urn:ferry", version="2")
    assert unread(editor) == ["two"]


def test_marks_go_with_their_items(three, editor, app, monkeypatch):
    editor.get(f"/wire/items/{three[0]}")
    monkeypatch.setattr(forgetting, "_before", forgetting.now)
    with app.app_context():
        forgetting.forget_old()
        assert db.session.scalars(db.select(ItemRow.id)).all() == []
        assert db.session.scalars(db.select(ReadItem)).all() == []
        assert db.session.scalars(db.select(ReadUpTo)).all() == []
    assert "Nothing has come in yet" in editor.get("/wire")

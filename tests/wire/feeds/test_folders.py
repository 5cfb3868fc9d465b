"""A watched folder: complete files only, judged by what is in them, put away and never lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import func, select

from newsroom.db import db, now
from newsroom.wire import feed_queries, folder_reading
from newsroom.wire.feed_facts import FeedKind
from newsroom.wire.feed_models import WireFeed
from newsroom.wire.feed_reading import read_feed
from newsroom.wire.folder import MISSING, NOT_ALLOWED, OUTSIDE
from newsroom.wire.item_models import ItemRow
from tests.wire.feeds.copy import FERRY, version


@pytest.fixture
def feed(make_feed, folder) -> WireFeed:
    return make_feed("AFP", FeedKind.FOLDER, address="afp")


@pytest.fixture
def look(app, change, feed):
    """One look of a worker; the sentence about it, empty where all is well."""

    def _look() -> str:
        with change():
            feed_queries.feed_to_change(feed.id).next_try_at = now()
        with app.app_context():
            read_feed(feed.id)
        with app.app_context():
            return feed_queries.feed(feed.id).last_error

    return _look


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def count(app) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(ItemRow))


def test_a_file_is_taken_once_it_no_longer_grows(app, folder, wire, look):
    raw = wire.pack(FERRY)
    (folder / "ferry.xml").write_bytes(raw[:9])
    assert look() == ""
    (folder / "ferry.xml").write_bytes(raw)
    look()
    assert count(app) == 0
    look()
    assert count(app) == 1
    assert names(folder) == ["taken"]
    [taken] = names(folder / "taken")
    assert taken.endswith("-ferry.xml")
    assert (folder / "taken" / taken).read_bytes() == raw


def test_a_file_that_was_written_aside_and_renamed_is_complete_at_once(app, folder, wire, look):
    (folder / "ferry.part").write_bytes(wire.pack(FERRY))
    look()
    (folder / "ferry.part").rename(folder / "ferry.xml")
    look()
    assert count(app) == 1


@pytest.mark.parametrize("name", [".ferry.xml", "ferry.tmp", "ferry.xml.PART", "a.filepart"])
def test_files_that_are_still_written_are_left_alone(app, folder, wire, look, name):
    (folder / name).write_bytes(wire.pack(FERRY))
    look()
    look()
    assert names(folder) == [name]


def test_what_cannot_be_read_is_refused_with_a_note_and_kept_as_an_item(app, folder, wire, look):
    (folder / "ferry.xml").write_bytes(b"not what its name says")
    look()
    assert look().startswith("ferry.xml: This is no format")
    refused, note = names(folder / "refused")
    assert note == f"{refused}.note.txt"
    assert "no format" in (folder / "refused" / note).read_text()
    assert count(app) == 1
    assert look() == ""


@pytest.mark.parametrize(
    ("size", "sentence"), [(0, "It is empty."), (1_000_001, "larger than 1 MB")]
)
def test_empty_and_huge_files_are_refused(app, folder, wire, look, size, sentence):
    (folder / "ferry.xml").write_bytes(b"x" * size)
    look()
    assert sentence in look()
    assert names(folder) == ["refused"]
    assert count(app) == 0


def test_a_link_out_of_the_folder_is_refused_and_not_read(app, folder, wire, look, tmp_path):
    secret = tmp_path / "secret.xml"
    secret.write_bytes(wire.pack(FERRY))
    (folder / "ferry.xml").symlink_to(secret)
    os.mkfifo(folder / "pipe")
    look()
    assert look() != ""
    assert count(app) == 0
    assert secret.is_file()
    assert names(folder) == ["refused"]


def test_a_folder_that_leads_out_is_not_looked_into(folder, wire, look, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "ferry.xml").write_bytes(wire.pack(FERRY))
    folder.rmdir()
    folder.symlink_to(elsewhere)
    assert look() == OUTSIDE
    assert names(elsewhere) == ["ferry.xml"]


def test_nothing_is_moved_through_a_link_out_of_the_folder(app, folder, wire, look, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / "taken").symlink_to(elsewhere)
    (folder / "ferry.xml").write_bytes(wire.pack(FERRY))
    look()
    look()
    assert names(elsewhere) == []
    assert names(folder) == ["refused", "taken"]
    assert count(app) == 1


def test_a_missing_folder_is_told(folder, look):
    folder.rmdir()
    assert look() == MISSING


def test_no_folder_is_watched_where_no_administrator_allows_it(folder, look, monkeypatch):
    from newsroom.wire import folder_reading

    class Nowhere:
        wire_folders = ""

    monkeypatch.setattr(folder_reading, "current_settings", Nowhere)
    assert look() == NOT_ALLOWED


def test_a_worker_killed_before_it_moves_a_file_leaves_it_for_the_next(
    app, folder, wire, look, monkeypatch
):
    class Killed(BaseException):
        pass

    def end(*_: object, **__: object) -> None:
        raise Killed

    (folder / "ferry.xml").write_bytes(wire.pack(FERRY))
    look()
    with monkeypatch.context() as dying:
        dying.setattr(folder_reading.Watched, "put_away", end)
        with pytest.raises(Killed):
            look()
    assert names(folder) == ["ferry.xml"]
    assert count(app) == 1
    from newsroom.wire import feed_queue

    late = now() + feed_queue.CLAIM * 2
    monkeypatch.setattr(feed_queue, "now", lambda: late)
    look()
    assert names(folder) == ["taken"]
    assert count(app) == 1


def test_two_files_of_one_name_are_both_kept(app, folder, wire, look):
    for number in (1, 2):
        (folder / "ferry.xml").write_bytes(wire.pack(version(number)))
        look()
        look()
    assert len(names(folder / "taken")) == 2
    assert count(app) == 2


@pytest.mark.parametrize("name", ["ש" * 127, "x" * 255, "na\udcffme.xml"])
def test_a_name_of_any_length_or_bytes_is_put_away(app, folder, wire, look, name):
    (folder / name).write_bytes(b"nothing we know")
    look()
    look()
    assert len(names(folder / "refused")) == 2
    assert names(folder) == ["refused"]

"""The index on a file and on PostgreSQL: what goes in, what is found, what leaves."""

import json
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from newsroom.db import transaction
from newsroom.wire.reuse import retention
from newsroom.wire.reuse.index import ReuseIndex
from newsroom.wire.reuse.tables import fingerprints, items
from tests.wire.reuse.texts import FERRY, HARVEST, OWN, copy, story


def rows(index, table=fingerprints):
    with index._engine.connect() as connection:
        return sorted(map(tuple, connection.execute(sa.select(table))))


def test_a_story_is_told_what_stands_in_whose_copy(index):
    index.ingest([copy("ferry"), copy("harvest", HARVEST)])
    text = story(OWN[0], FERRY[1], HARVEST[0])
    found = index.check(text)
    assert [(one.item, one.paragraph) for one in found.passages] == [("ferry", 1), ("harvest", 0)]
    assert set(found.shares) == {"ferry", "harvest"}
    assert {one.id for one in index.candidates(text)} == {"ferry", "harvest"}


def test_an_empty_index_and_an_empty_story_find_nothing(index):
    assert index.check(FERRY[0]).passages == ()
    index.ingest([copy("ferry")])
    assert index.check("").passages == ()


def test_what_is_neutral_is_not_looked_at(index):
    index.ingest([copy("ferry")])
    text = story(OWN[0], FERRY[1])
    assert index.check(text, [(text.index("Divers"), len(text))]).passages == ()


def test_taking_an_item_in_twice_changes_nothing(index):
    assert index.ingest([copy("ferry"), copy("harvest", HARVEST)]) == 2
    before, epoch = rows(index), index.epoch
    assert index.ingest([copy("ferry")]) == 0
    assert (rows(index), index.epoch) == (before, epoch)


def test_an_item_that_says_something_else_takes_the_place_of_what_it_was(index):
    index.ingest([copy("ferry")])
    assert index.ingest([copy("ferry", HARVEST)]) == 1
    assert index.check(FERRY[0]).passages == ()
    assert len(index.check(HARVEST[0]).passages) == 1


def test_a_removed_item_leaves_nothing_behind(index):
    index.ingest([copy("harvest", HARVEST)])
    before = rows(index)
    index.ingest([copy("ferry")])
    assert index.remove(["ferry", "never there"]) == 1
    assert rows(index) == before
    assert index.check(FERRY[0]).passages == ()


def test_old_copy_is_pruned_and_what_has_no_time_stays(index):
    timeless = copy("timeless", HARVEST)
    index.ingest([copy("old", day=1), copy("new", HARVEST, day=9)])
    index.ingest([type(timeless)(timeless.id, timeless.paragraphs)])
    assert index.prune(datetime(2026, 3, 5, tzinfo=UTC)) == 1
    assert {row[1] for row in rows(index, items)} == {"new", "timeless"}


def test_a_gram_in_too_many_paragraphs_is_not_asked_for(index, monkeypatch):
    monkeypatch.setattr("newsroom.wire.reuse.statistics.STOP_POSTINGS", 3)
    index.ingest([copy(f"w{n}", [FERRY[0]]) for n in range(5)])
    index.refresh_statistics()
    assert index.candidates(FERRY[0]) == []


def test_the_lists_are_counted_anew_when_the_copy_has_much_grown(index):
    index.ingest([copy("ferry")])
    assert index._statistics.version == -1
    index.check("anything")
    assert index._statistics.version == 1
    index.ingest([copy(f"w{n}", HARVEST) for n in range(9)])
    index.check("anything")
    assert index._statistics.version == 2


def test_an_index_of_another_normaliser_is_rebuilt_and_finds_again(index, monkeypatch):
    index.ingest([copy("ferry"), copy("harvest", HARVEST)])
    assert not index.needs_rebuild
    monkeypatch.setattr(retention, "NORMALISER", "2")
    assert index.needs_rebuild
    before, told = rows(index), []
    index.rebuild(lambda done, of: told.append((done, of)))
    assert told == [(2, 2)]
    assert rows(index) == before
    assert not index.needs_rebuild


def test_a_rebuild_that_was_broken_off_goes_on_and_doubles_nothing(index, monkeypatch):
    monkeypatch.setattr(retention, "_AT_ONCE", 1)
    index.ingest([copy("ferry"), copy("harvest", HARVEST)])
    before = rows(index)

    def interrupted(_done, _of):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.rebuild(interrupted)
    index.ingest([copy("meanwhile", OWN)])
    index.rebuild()
    index.remove(["meanwhile"])
    assert rows(index) == before


def test_it_says_how_large_it_is(index):
    index.ingest([copy(f"w{n}") for n in range(50)])
    assert index.size.index > 0
    assert index.size.copy > 0


def test_an_id_that_no_database_keeps_is_refused(index):
    with pytest.raises(ValueError, match="NUL"):
        index.ingest([copy("a\0b")])


def test_text_that_no_database_keeps_is_taken_in(index):
    hostile = f"\0 \ud800 {FERRY[0]} \x1e \udfff"
    index.ingest([copy("hostile", [hostile, "", "\0"])])
    (passage,) = index.check(f"\ud800 {FERRY[0]} \0").passages
    assert hostile[passage.wire_start : passage.wire_end] == FERRY[0].rstrip(".")


def test_two_see_the_same_index(index, address):
    other = ReuseIndex.open(address)
    index.ingest([copy("ferry")])
    assert len(other.check(FERRY[0]).passages) == 1
    other.close()


def test_an_editorial_transaction_takes_no_lock_on_the_index(app, index, address):
    index.ingest([copy("ferry")])
    writer = ReuseIndex.open(address)
    with app.app_context(), transaction():
        assert len(index.check(FERRY[0]).passages) == 1
        assert writer.ingest([copy("harvest", HARVEST)]) == 1
    writer.close()


def test_the_command_speaks_line_by_line(command_line_input, address):
    lines = [
        {"op": "ingest", "items": [{"id": 7, "published": 1, "paragraphs": list(FERRY)}]},
        {"op": "ready"},
        {"op": "check", "id": "s", "text": FERRY[0]},
    ]
    said = command_line_input(["reuse", "--jsonl", "--database", address], lines)
    taken, ready, checked = map(json.loads, said.splitlines())
    assert taken == {"ok": True}
    assert ready["bytes"] > 0
    assert [(one["wire_id"], one["para"]) for one in checked["spans"]] == [("7", 0)]

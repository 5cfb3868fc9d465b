"""The log: each entry bound to the one before, never changed, and found again."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.exc import DatabaseError

from newsroom.audit import Event, record
from newsroom.audit.chain import BEGINNING
from newsroom.audit.models import AuditEntry
from newsroom.audit.queries import has_hash, history_of, verify
from newsroom.db import db, dialect, transaction
from newsroom.roles import Actor, machine

MIRIAM = Actor(7, "Miriam Katz", frozenset())


def _dismiss(story_id: int, words: str = "Jerusalem", actor: Actor = MIRIAM) -> AuditEntry:
    return record(
        actor,
        Event.FINDING_DISMISSED,
        "story",
        story_id,
        words=words,
        reason="part of a name",
        version=12,
    )


@pytest.fixture
def four(change) -> None:
    """Entries 1 to 4, on two stories."""
    for story_id in (5, 5, 6, 5):
        with change():
            _dismiss(story_id)


def _tamper(statement: str) -> None:
    """As somebody with the database's own password could: the trigger out of the way first."""
    db.session.rollback()  # or this session would go on reading what was there before
    with db.engine.connect() as connection:
        if dialect() == "postgresql":
            connection.exec_driver_sql("SET session_replication_role = replica")
        else:
            connection.exec_driver_sql("DROP TRIGGER audit_entry_no_update")
            connection.exec_driver_sql("DROP TRIGGER audit_entry_no_delete")
        connection.exec_driver_sql(statement)
        if dialect() == "postgresql":
            connection.exec_driver_sql("SET session_replication_role = DEFAULT")
        connection.commit()


def test_each_entry_names_the_one_before_it(app: Flask, four):
    with app.app_context():
        entries = list(db.session.scalars(sa.select(AuditEntry).order_by(AuditEntry.id)))
    assert [e.id for e in entries] == [1, 2, 3, 4]
    assert entries[0].previous_hash == BEGINNING
    assert [e.previous_hash for e in entries[1:]] == [e.hash for e in entries[:-1]]


def test_an_untouched_log_is_whole(app: Flask, four):
    with app.app_context():
        verdict = verify()
    assert verdict.count == 4
    assert verdict.broken is None


def test_an_empty_log_is_whole(app: Flask):
    with app.app_context():
        assert verify().broken is None


@pytest.mark.parametrize(
    "change_to",
    [
        "actor_name = 'Somebody Else'",
        "actor_id = 8",
        "facts = '{}'",
        "event = 'story.moved'",
        "subject_id = 6",
        "subject_type = 'photo'",
        "at = '2020-01-01 00:00:00.000000'",
    ],
)
def test_a_changed_entry_is_named(app: Flask, four, change_to: str):
    with app.app_context():
        _tamper(f"UPDATE audit_entry SET {change_to} WHERE id = 2")
        assert verify().broken == "Entry 2 was changed after it was written."


def test_a_removed_entry_is_named(app: Flask, four):
    with app.app_context():
        _tamper("DELETE FROM audit_entry WHERE id = 2")
        assert verify().broken == "Entry 2 is missing; entry 3 follows entry 1."


def test_an_entry_rewritten_with_a_fitting_hash_breaks_the_next(app: Flask, four):
    with app.app_context():
        forged = db.session.get(AuditEntry, 2)
        db.session.expunge(forged)
        forged.actor_name = "Somebody Else"
        _tamper(
            "UPDATE audit_entry SET actor_name = 'Somebody Else', "
            f"hash = '{forged.computed_hash()}' WHERE id = 2"
        )
        assert verify().broken == "Entry 3 does not continue the one before it."


def test_a_cut_off_end_is_seen_by_whoever_wrote_the_last_hash_down(app: Flask, four):
    with app.app_context():
        noted = verify().last_hash
        assert has_hash(noted)
        _tamper("DELETE FROM audit_entry WHERE id = 4")
        assert verify().broken is None
        assert not has_hash(noted)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET actor_name = 'Somebody Else' WHERE id = 2",
        "DELETE FROM audit_entry WHERE id = 4",
        "DELETE FROM audit_entry",
    ],
)
def test_the_database_itself_refuses_to_change_an_entry(app: Flask, four, statement: str):
    with app.app_context():
        with (
            pytest.raises(DatabaseError, match="only ever added to"),
            db.engine.begin() as connection,
        ):
            connection.exec_driver_sql(statement)
        assert verify().count == 4


def test_eight_writers_at_once_leave_one_unbroken_chain(app: Flask):
    def write(writer: int) -> None:
        for _ in range(5):
            with app.app_context(), transaction():
                _dismiss(writer, actor=Actor(writer, f"Writer {writer}", frozenset()))

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(write, range(1, 9)))
    with app.app_context():
        verdict = verify()
        assert (verdict.count, verdict.broken) == (40, None)
        assert len(history_of("story", 3)) == 5


def test_a_change_that_is_rolled_back_leaves_no_entry_and_no_gap(app: Flask, four):
    with app.app_context():
        with suppress(KeyboardInterrupt), transaction():
            _dismiss(5)
            raise KeyboardInterrupt
        with transaction():
            assert _dismiss(5).id == 5
        assert verify().broken is None


def test_the_history_of_a_thing_is_its_entries_in_order(app: Flask, four):
    with app.app_context():
        assert [e.id for e in history_of("story", 5)] == [1, 2, 4]
        assert history_of("photo", 5) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"words": "Jerusalem", "reason": "a name"},
        {"words": "Jerusalem", "reason": "a name", "version": 3, "mood": "fine"},
    ],
)
def test_facts_that_the_event_does_not_declare_are_an_error_at_the_call(change, facts):
    with change(), pytest.raises(TypeError, match="recorded with other facts"):
        record(MIRIAM, Event.FINDING_DISMISSED, "story", 5, **facts)


def test_nothing_is_recorded_outside_a_transaction(app: Flask):
    with app.app_context(), pytest.raises(RuntimeError, match="inside transaction"):
        _dismiss(5)


def test_every_event_reads_as_a_sentence_made_of_its_own_facts():
    for event in Event:
        words = dict.fromkeys(event.facts, "something")
        assert "{" not in event.sentence.format_map(words), event


def test_what_no_person_did_is_recorded_under_the_name_of_the_machine(app: Flask, change):
    with change():
        _dismiss(5, actor=machine("schedule"))
    with app.app_context():
        entry = history_of("story", 5)[0]
    assert (entry.actor_id, entry.actor_name) == (None, "schedule")
    assert entry.sentence == "dismissed Jerusalem: part of a name"


def test_states_and_moves_are_read_as_words(change):
    with change():
        entry = record(
            MIRIAM,
            Event.STORY_MOVED,
            "story",
            5,
            slug="harbour-strike",
            move="pass-copy",
            source="edit",
            target="photo_check",
            version=4,
            note=None,
            own_copy=False,
        )
    assert entry.sentence == "moved harbour-strike from edit to photo check: pass copy"

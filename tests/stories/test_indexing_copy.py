"""How agency copy gets into the index of reuse: once, after a kill too, and all of it again."""

from newsroom.db import db
from newsroom.wire import indexing
from newsroom.wire.item_models import ItemRow
from newsroom.wire.reuse_index import reuse_index
from tests.stories.wire_copy import HARBOUR, agency, came_in, item


def test_what_came_in_is_indexed_once(newsroom):
    with newsroom.change():
        feed = agency()
        where = feed.id, feed.outlet_id
    came_in(newsroom, *where, item(), item("other", ("Rain fell on the quay all night.",)))
    with newsroom.app.app_context():
        assert indexing.index_new() == 0
        assert reuse_index().check(HARBOUR[0]).passages


def test_a_worker_killed_before_it_noted_what_it_indexed_changes_nothing_twice(newsroom):
    with newsroom.change():
        feed = agency()
        where = feed.id, feed.outlet_id
    came_in(newsroom, *where, item())
    with newsroom.change():
        db.session.query(ItemRow).update({"fingerprinted": False})
    with newsroom.app.app_context():
        before = reuse_index().epoch
        assert indexing.index_new() == 1
        assert reuse_index().epoch == before


def test_what_is_forgotten_is_found_no_more(newsroom):
    with newsroom.change():
        feed = agency()
        where = feed.id, feed.outlet_id
    came_in(newsroom, *where, item())
    with newsroom.app.app_context():
        indexing.leave_out([1])
        assert not reuse_index().check(HARBOUR[0]).passages


def test_all_copy_is_read_again_by_command(newsroom, command_line):
    from newsroom.wire.commands import wire

    with newsroom.change():
        feed = agency()
        where = feed.id, feed.outlet_id
    came_in(newsroom, *where, item())
    answer = command_line.invoke(wire, ["index", "--again"])
    assert answer.exit_code == 0, answer.output
    assert "0 items indexed." in answer.output
    with newsroom.app.app_context():
        assert reuse_index().check(HARBOUR[0]).passages


def test_the_nightly_count_leaves_what_is_indexed_and_can_run_twice(newsroom):
    from workers import wire

    with newsroom.change():
        feed = agency()
        where = feed.id, feed.outlet_id
    came_in(newsroom, *where, item())
    with newsroom.app.app_context():
        before = reuse_index().epoch
        wire.count_anew.run()
        wire.count_anew.run()
        assert reuse_index().epoch == before + 2
        assert reuse_index().check(HARBOUR[0]).passages

"""What the wire forgets, and what it keeps."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select

from newsroom.db import db, now, transaction
from newsroom.wire import deliveries, forgetting
from newsroom.wire.feed_models import WireDelivery
from newsroom.wire.intake import take_in
from newsroom.wire.item_models import ItemPara, ItemRow
from tests.wire.feeds.copy import FERRY, items
from workers import wire as tasks

LONG_AGO = timedelta(days=46)


def count(table: type) -> int:
    return db.session.scalar(select(func.count()).select_from(table))


def test_what_is_old_goes_with_its_bytes_and_what_a_story_used_stays(app, make_feed, wire):
    feed = make_feed()
    with app.app_context():
        take_in(feed, wire.pack(*items(3)), now() - LONG_AGO)
        take_in(feed, wire.pack(FERRY), now() - LONG_AGO)
        take_in(feed, wire.pack(*items(5)[3:]), now())
        ferry = db.session.scalars(select(ItemRow).where(ItemRow.guid == FERRY.guid)).one().id
    with app.app_context():
        with transaction():
            forgetting.keep_for_stories([ferry])
        tasks.forget()
        kept = db.session.scalars(select(ItemRow.guid).order_by(ItemRow.guid)).all()
        assert kept == ["urn:afp:3", "urn:afp:4", FERRY.guid]
        assert count(ItemPara) == 8
        assert count(WireDelivery) == 2
        assert len(list(deliveries.shelf().root.rglob("*.gz"))) == 2


def test_many_are_forgotten_in_slices(app, make_feed, wire, monkeypatch):
    monkeypatch.setattr(forgetting, "SLICE", 2)
    feed = make_feed()
    with app.app_context():
        take_in(feed, wire.pack(*items(5)), now() - LONG_AGO)
        assert forgetting.forget_old() == 5
        assert count(ItemRow) == 0


def test_bytes_that_another_feed_sent_too_are_kept(app, make_feed, wire):
    one, other = make_feed("One"), make_feed("Other")
    with app.app_context():
        take_in(one, wire.pack(FERRY), now() - LONG_AGO)
        take_in(other, wire.pack(FERRY), now())
        forgetting.forget_old()
        [left] = db.session.scalars(select(WireDelivery)).all()
        assert deliveries.shelf().get(left.raw) == wire.pack(FERRY)


def test_what_is_younger_than_the_setting_says_stays(app, make_feed, wire):
    feed = make_feed()
    with app.app_context():
        take_in(feed, wire.pack(FERRY), now() - timedelta(days=44))
        assert forgetting.forget_old() == 0

"""The feeds' commands, as they are typed, and a real format from end to end."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from newsroom.db import db
from newsroom.errors import Invalid, NotFound
from newsroom.wire import feed_queries, feeds
from newsroom.wire.commands import wire as command
from newsroom.wire.feed_facts import FeedKind
from newsroom.wire.item_models import ItemRow
from tests.factories import TEST_SET_UP
from tests.wire.feeds.copy import FERRY

RSS = b"""<?xml version="1.0"?>
<rss version="2.0"><channel><title>AFP</title><item>
<guid>urn:afp:9</guid><title>Ferry halted</title><pubDate>Sun, 29 Nov 2026 12:00:00 +0100</pubDate>
<description>&lt;p&gt;It did not &lt;script&gt;x()&lt;/script&gt;sail.&lt;/p&gt;</description>
</item></channel></rss>
"""


def test_a_real_feed_comes_in_from_the_web(app, command_line, make_feed, server):
    make_feed("AFP", FeedKind.WEB, address=server.answer("/rss", body=RSS))
    assert command_line.invoke(command, ["fetch", "AFP"]).output == "AFP: read.\n"
    with app.app_context():
        row = db.session.scalars(select(ItemRow)).one()
        assert (row.headline, row.guid, row.format) == ("Ferry halted", "urn:afp:9", "rss")
        assert [one.text for one in row.paragraphs] == ["It did not sail."]
        assert row.published_at.isoformat() == "2026-11-29T11:00:00+00:00"


def test_without_a_name_every_feed_has_its_turn(command_line, make_feed, server, wire, change):
    make_feed("Broken", FeedKind.WEB, address=server.answer("/broken", 503))
    make_feed("Well", FeedKind.WEB, address=server.answer("/rss", body=wire.pack(FERRY)))
    paused = make_feed("Resting", FeedKind.WEB, address=server.url("/none"))
    make_feed("Pushed", FeedKind.PUSH)
    with change():
        feeds.pause_feed(TEST_SET_UP, feed_queries.feed_to_change(paused.id))
    said = command_line.invoke(command, ["fetch"]).output
    assert said == "Broken: The server answered 503.\nWell: read.\n"


def test_a_feed_nobody_asks_is_told(command_line, make_feed):
    make_feed("Pushed", FeedKind.PUSH)
    assert isinstance(command_line.invoke(command, ["fetch", "Pushed"]).exception, Invalid)
    assert isinstance(command_line.invoke(command, ["fetch", "None"]).exception, NotFound)


@pytest.fixture
def file(tmp_path, wire):
    path = tmp_path / "ferry.xml"
    path.write_bytes(wire.pack(FERRY, note="It breaks its schema."))
    return path


def test_a_file_is_taken_in_once(command_line, make_feed, file):
    make_feed()
    given = ["take-in", str(file), "--feed", "AFP"]
    assert command_line.invoke(command, given).output == "new: 1\nIt breaks its schema.\n"
    assert command_line.invoke(command, given).output == "It breaks its schema.\n"


def test_a_file_that_cannot_be_read_or_is_too_large_is_told(command_line, make_feed, file):
    make_feed()
    given = ["take-in", str(file), "--feed", "AFP"]
    file.write_bytes(b"nothing we know")
    assert "its bytes are kept" in str(command_line.invoke(command, given).exception)
    file.write_bytes(b"x" * 1_000_001)
    assert "larger than 1 MB" in str(command_line.invoke(command, given).exception)

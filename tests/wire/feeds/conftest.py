"""Feeds under test: a server of this machine that may be asked, and a format that stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.settings import Settings
from newsroom.wire import feeds, reading
from newsroom.wire.feed_facts import FeedFacts, FeedKind
from newsroom.wire.feed_models import WireFeed
from tests.factories import TEST_SET_UP
from tests.wire.feeds.copy import StandIn
from tests.wire.feeds.servers import Server, serving


@pytest.fixture
def settings(settings: Settings, tmp_path: Path) -> Settings:
    root = tmp_path / "watched"
    root.mkdir()
    allowed = frozenset({"127.0.0.1", "feeds.test"})
    return replace(settings, wire_folders=str(root), wire_allowed_hosts=allowed, wire_most_mb=1)


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """What the bytes of this test hold."""
    stand_in = StandIn()
    monkeypatch.setattr(reading.parsers, "read", stand_in.read)
    return stand_in


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def folder(settings: Settings) -> Path:
    """The one that a feed with the address "afp" watches."""
    path = Path(settings.wire_folders) / "afp"
    path.mkdir()
    return path


@pytest.fixture
def make_feed(change):
    """A feed of that kind, with its rows committed."""

    def _make(name: str = "AFP", kind: FeedKind = FeedKind.UPLOAD, **facts: object) -> WireFeed:
        with change():
            return feeds.add_feed(TEST_SET_UP, FeedFacts(name, kind, **facts))

    return _make

"""Agency copy for tests of stories: items that came in, and are in the index."""

from datetime import UTC, datetime

from newsroom.db import db, transaction
from newsroom.roles import Role, machine
from newsroom.wire import indexing, service
from newsroom.wire.feed_facts import FeedFacts, FeedKind
from newsroom.wire.feeds import add_feed
from newsroom.wire.items import Signal, Status, WireItem
from newsroom.wire.outlets import OutletFacts, OutletType
from newsroom.wire.placing import Placement, place

EDITOR = machine("Ruth Editor", list(Role))
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)

HARBOUR = """
Harbour pilots voted late on Monday to end their strike after the port authority agreed to pay for \
the new radar that they had asked for since the collision in March.
Two dozen freighters had waited outside the breakwater for nine days, and the first of them is \
expected to tie up at the grain terminal before dawn.
“Nobody won this,” the pilots’ chairwoman told members in the customs hall.
""".strip().splitlines()


def agency(name="Coastal Wire"):
    """An outlet with a feed of its own; for inside `newsroom.change()`."""
    facts = OutletFacts(name=name, type=OutletType.AGENCY, country="GB")
    outlet = service.add_outlet(EDITOR, facts)
    db.session.flush()
    feed = add_feed(EDITOR, FeedFacts(name=f"{name} by hand", kind=FeedKind.UPLOAD))
    feed.outlet_id = outlet.id
    db.session.flush()
    return feed


def item(guid="harbour-1", paragraphs=HARBOUR, **more):
    given = {"version": "1", "signal": Signal.NEW, "status": Status.USABLE, "published": NOON}
    given |= {"headline": "Pilots end strike", "provider": "Coastal Wire", "family": guid} | more
    return WireItem(guid=guid, paragraphs=tuple(paragraphs), **given)


def came_in(newsroom, feed_id, outlet_id, *items):
    """Taken in and indexed, as the workers do."""
    where = Placement(feed_id, outlet_id, None, "0" * 64, "test", NOON, (), {})
    with newsroom.app.app_context():
        with transaction():
            place(items, where)
        indexing.index_new()

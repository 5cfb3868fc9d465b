"""An agency whose copy comes in, version after version, without a feed's file or a parser."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from newsroom.audit.models import AuditEntry
from newsroom.db import db, now
from newsroom.notifications.models import InboxEntry
from newsroom.roles import machine
from newsroom.stories import wire_telling
from newsroom.stories.models import Story
from newsroom.stories.wire_models import StoryWire
from newsroom.wire import feeds, placing
from newsroom.wire import service as outlets
from newsroom.wire.feed_facts import FeedFacts, FeedKind
from newsroom.wire.item_models import ItemRow
from newsroom.wire.items import Signal, Status, WireItem
from newsroom.wire.outlets import OutletFacts, OutletType
from newsroom.wire.placing import Placement

OFFICE = machine("test set-up")

BLAZE = WireItem(
    guid="blaze",
    version="1",
    family="blaze",
    signal=Signal.NEW,
    status=Status.USABLE,
    provider="Coast Press",
    headline="Warehouse fire closes the north quay",
    paragraphs=(
        "HAIFA (Coast Press) — A fire closed the north quay on Tuesday, officials said.",
        "Nobody was hurt.",
    ),
    slugline="BC-Quay-Fire",
    byline="By Dana Lev",
    dateline="HAIFA",
)


class Agency:
    """`sends()` gives the number of the item that came."""

    def __init__(self, app, change):
        self.app, self.change = app, change
        with change():
            facts = OutletFacts(
                "Coast Press", OutletType.AGENCY, credit_form="The Coast Press Association"
            )
            outlet = outlets.add_outlet(OFFICE, facts)
            feed = feeds.add_feed(OFFICE, FeedFacts("Coast", FeedKind.UPLOAD, outlet_id=outlet.id))
            self.outlet, self.feed = outlet.id, feed.id
        # Noise: copy that no story is about.
        self.sends(guid="tram", family="tram", headline="Trams stand still")

    def sends(self, *, desk_id=None, at=None, **said):
        item = replace(BLAZE, **said)
        where = Placement(
            feed_id=self.feed,
            outlet_id=self.outlet,
            desk_id=desk_id,
            raw="0" * 64,
            format="ninjs",
            received=at or now(),
            rules=(),
            outlets={},
        )
        with self.change():
            placing.place([item], where)
            return db.session.scalars(select(ItemRow.id).order_by(ItemRow.id.desc()).limit(1)).one()

    def kills(self, version="9", **said):
        return self.sends(version=version, signal=Signal.KILL, status=Status.CANCELED, **said)

    def tells(self):
        """What the two jobs do."""
        with self.app.app_context():
            wire_telling.tell_kills()
            wire_telling.tell_newer()

    def item(self, item_id):
        with self.app.app_context():
            return db.session.get(ItemRow, item_id)

    def link(self, story_id):
        with self.app.app_context():
            wanted = select(StoryWire).where(StoryWire.story_id == story_id)
            return db.session.scalars(wanted).one_or_none()

    def story(self, story_id):
        with self.app.app_context():
            return db.session.get(Story, story_id)

    def told(self, kind):
        """Whom an entry of the kind was put before, in the order of their numbers."""
        with self.app.app_context():
            wanted = select(InboxEntry.person_id).where(InboxEntry.kind == kind)
            return sorted(db.session.scalars(wanted))

    def logged(self, event):
        with self.app.app_context():
            wanted = select(AuditEntry).where(AuditEntry.event == event).order_by(AuditEntry.id)
            return [(one.actor_name, one.facts) for one in db.session.scalars(wanted)]


def tomorrow():
    return (now() + timedelta(days=1)).replace(microsecond=0)

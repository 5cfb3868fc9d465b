"""A wire with agency copy of our own making, taken in as a feed would deliver it."""

import json
from datetime import timedelta

from newsroom.db import db, now, transaction
from newsroom.wire import feeds, service
from newsroom.wire.feed_facts import FeedFacts, FeedKind
from newsroom.wire.feed_models import WireFeed
from newsroom.wire.intake import take_in
from newsroom.wire.item_models import ItemRow
from newsroom.wire.outlets import OutletFacts, OutletType
from tests.factories import TEST_SET_UP, make_desk

FERRY = "The ferry was halted at noon. Nobody was hurt, the harbour master said."

PICTURE = {
    "type": "picture",
    "description_text": "The port at noon.",
    "byline": "Petr Halm",
    "creditline": "Coastline",
    "usageterms": "No resale.",
    "renditions": {"full": {"href": "https://p.example/1.jpg", "width": 300, "height": 200}},
}


class Wire:
    """`wire.send(...)` is one delivery with one item; it answers with the item's number."""

    def __init__(self, app) -> None:
        self.app = app
        self.sent = 0
        with app.app_context(), transaction():
            self.desk = make_desk("World").id
            self.agency = service.add_outlet(
                TEST_SET_UP, OutletFacts("Coastline", OutletType.AGENCY)
            ).id
            service.add_outlet(TEST_SET_UP, OutletFacts("Meridian", OutletType.AGENCY))
            facts = FeedFacts(
                name="Uploads",
                kind=FeedKind.UPLOAD,
                address="",
                outlet_id=None,
                desk_id=self.desk,
                zone="UTC",
                language="en",
                interval_seconds=300,
                notes="",
            )
            self.feed = feeds.add_feed(TEST_SET_UP, facts).id

    def send(self, headline="Ferry halted", body=FERRY, ago=0, **more) -> int:
        self.sent += 1
        item = {
            "uri": f"urn:test:{self.sent}",
            "type": "text",
            "version": "1",
            "versioncreated": (now() - timedelta(minutes=ago)).isoformat(),
            "provider": "Coastline",
            "headline": headline,
            "body_text": body,
            **more,
        }
        with self.app.app_context():
            feed = db.session.get_one(WireFeed, self.feed)
            take_in(feed, json.dumps(item).encode(), now() - timedelta(minutes=ago))
            return max(db.session.scalars(db.select(ItemRow.id)))

"""The demo's agency copy, sent as ninjs through the same door as every agency's."""

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from newsroom.accounts.models import Desk
from newsroom.db import db, now, transaction
from newsroom.demo.wire_copy import AGENCIES, Copy, Picture, sent
from newsroom.roles import Actor
from newsroom.wire import feeds, rules, service
from newsroom.wire.feed_facts import FeedFacts, FeedKind
from newsroom.wire.feed_models import WireFeed
from newsroom.wire.intake import take_in
from newsroom.wire.outlets import OutletFacts, OutletType
from newsroom.wire.routing import Rule

FEED = "Agency copy of the demo"


def send_copy(actor: Actor, desks: dict[str, Desk]) -> None:
    """Once; opens its own transactions, as taking in does."""
    if db.session.scalar(select(WireFeed.id).where(WireFeed.name == FEED)) is not None:
        return
    with transaction():
        feed = feeds.add_feed(actor, _feed(desks["world"].id))
        for name in AGENCIES:
            service.add_outlet(actor, OutletFacts(name, OutletType.AGENCY))
        rules.add_rule(actor, Rule(desks["sport"].id, keyword="football"))
    at = now()
    for copy in sent():
        received = at - timedelta(minutes=copy.ago)
        take_in(feed, json.dumps(_ninjs(copy, received, at)).encode(), received, f"{copy.key}.json")


def _feed(desk_id: int) -> FeedFacts:
    return FeedFacts(
        name=FEED,
        kind=FeedKind.UPLOAD,
        address="",
        outlet_id=None,
        desk_id=desk_id,
        zone="UTC",
        language="en",
        interval_seconds=300,
        notes="",
    )


def _ninjs(copy: Copy, received: datetime, at: datetime) -> dict[str, Any]:
    found = {
        "uri": f"urn:newsroom-demo:{copy.key}",
        "type": "text",
        "version": str(copy.version),
        "versioncreated": received.isoformat(),
        "pubstatus": "canceled" if copy.killed else "usable",
        "provider": copy.agency,
        "language": copy.language,
        "urgency": copy.urgency,
        "slugline": copy.slug,
        "headline": copy.headline,
        "located": copy.dateline.title(),
        "dateline": copy.dateline,
        "body_text": "\n\n".join(copy.paragraphs),
        "ednote": copy.note,
        "usageterms": copy.terms,
        "keywords": list(copy.keywords),
        "signal": copy.signal,
        "associations": {one.name: _picture(one, copy) for one in copy.pictures},
    }
    for name, minutes in (("embargoed", copy.embargo), ("expires", copy.expires)):
        if minutes is not None:
            found[name] = (at + timedelta(minutes=minutes)).isoformat()
    return {name: value for name, value in found.items() if value}


def _picture(one: Picture, copy: Copy) -> dict[str, Any]:
    file = f"https://pictures.example/{copy.key}/{one.name}.jpg"
    return {
        "type": "picture",
        "description_text": one.caption,
        "byline": one.by,
        "creditline": copy.agency,
        "usageterms": one.terms,
        "renditions": {
            "full": {"href": file, "mimetype": "image/jpeg", "width": 3000, "height": 2000}
        },
    }

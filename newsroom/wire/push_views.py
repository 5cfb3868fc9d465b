"""Where agencies push copy: a token opens the door, and the copy is kept before we say so."""

import hmac

from flask import Blueprint, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from newsroom.accounts.throttle import network
from newsroom.accounts.tokens import fingerprint
from newsroom.db import now, transaction
from newsroom.errors import Invalid
from newsroom.settings import current_settings
from newsroom.web.access import public
from newsroom.web.security import without_form_token
from newsroom.wire import deliveries, feed_queries
from newsroom.wire.feed_facts import FeedKind
from newsroom.wire.feed_models import WireFeed
from newsroom.wire.fetching.limits import MEGABYTE
from newsroom.wire.limits import most_bytes
from newsroom.wire.push_limits import PUSHES, REFUSALS, counted, has_room

LONGEST_KEY = 32

blueprint = Blueprint("wire_push", __name__, url_prefix="/wire/push")

Said = tuple[Response, int]


@blueprint.post("/<string:key>")
@public
@without_form_token
def push(key: str) -> Said:
    """202 says that the bytes are safe on disk and will be read; the same bytes again are no harm."""
    redis_url, here = current_settings().redis_url, network(request.remote_addr or "")
    if not has_room(redis_url, REFUSALS, "refused", here):
        return _problem(429, "Too many tries", "Wait a minute, then try again.")
    feed = feed_queries.feed_of_key(key[:LONGEST_KEY])
    if not _opens(feed, request.headers.get("Authorization", "")) or feed is None:
        counted(redis_url, REFUSALS, "refused", here)
        return _problem(401, "Not allowed", "There is no such feed, or this is not its token.")
    if not counted(redis_url, PUSHES, "pushed", feed.key):
        return _problem(429, "Too many pushes", "Wait a minute, then push it again.")
    if feed.paused:
        return _problem(409, "Paused", "The newsroom takes nothing from this feed now.")
    return _taken(feed)


def _opens(feed: WireFeed | None, authorization: str) -> bool:
    """As long for a feed that there is as for one that there is not."""
    kind, _, token = authorization.partition(" ")
    expected = feed.token_hash if feed and feed.kind == FeedKind.PUSH and feed.token_hash else ""
    same = hmac.compare_digest(expected or fingerprint(""), fingerprint(token.strip()))
    return same and bool(expected) and kind.lower() == "bearer"


def _taken(feed: WireFeed) -> Said:
    try:
        raw = body(most_bytes())
        if not raw:
            return _problem(422, "Not taken", "There is nothing in it.")
        row = keep(feed, raw)
    except RequestEntityTooLarge:
        most = most_bytes() / MEGABYTE
        return _problem(413, "Too large", f"The newsroom takes {most:g} MB at most.")
    except Invalid as error:
        return _problem(503, "Not kept", error.sentence)
    return jsonify(delivery=row, bytes=len(raw)), 202


def body(most: int) -> bytes:
    """What was sent; raises RequestEntityTooLarge before more than that is read."""
    request.max_content_length = most
    return request.get_data(cache=False)


def keep(feed: WireFeed, raw: bytes) -> int:
    """Keep a push for the worker; the delivery's number. Raises Invalid where the disk is full."""
    sha256 = deliveries.shelf().put(raw)
    with transaction():
        feed = feed_queries.feed_to_change(feed.id)
        row = deliveries.enter(feed, sha256, len(raw), now())
        if feed.kind == FeedKind.PUSH:
            feed.last_tried_at = feed.last_success_at = now()
    return row.id


def _problem(status: int, title: str, detail: str) -> Said:
    """As RFC 9457 always: no person reads it, whatever the program says that it accepts."""
    answer = jsonify(type="about:blank", title=title, status=status, detail=detail)
    answer.content_type = "application/problem+json"
    if status == 401:  # noqa: PLR2004 - the status that names its remedy
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer, status

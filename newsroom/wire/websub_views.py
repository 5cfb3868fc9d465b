"""Where WebSub hubs ask whether we meant it, and push what is new."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from newsroom.db import transaction
from newsroom.settings import current_settings
from newsroom.web.access import public
from newsroom.web.security import without_form_token
from newsroom.wire import subscriptions
from newsroom.wire.limits import most_bytes
from newsroom.wire.push_limits import PUSHES, counted
from newsroom.wire.push_views import body, keep
from newsroom.wire.signatures import is_signed

LONGEST_CHALLENGE = 1_000
LONGEST_CALLBACK = 64
MOST_DIGITS = 9

blueprint = Blueprint("websub", __name__, url_prefix=subscriptions.CALLBACK.rstrip("/"))


@blueprint.get("/<string:callback>")
@public
def confirm(callback: str) -> Response:
    """The hub's question comes back as its answer, where it is one of ours that we asked for."""
    asked, callback = request.args, callback[:LONGEST_CALLBACK]
    mode, topic = asked.get("hub.mode", ""), asked.get("hub.topic", "")
    if mode == "denied":
        with transaction():
            known = subscriptions.deny(callback, topic, asked.get("hub.reason", ""))
        return _said("", 200 if known else 404)
    challenge = asked.get("hub.challenge", "")
    if not 0 < len(challenge) <= LONGEST_CHALLENGE:
        return _said("", 404)
    with transaction():
        meant = subscriptions.confirm(callback, mode, topic, _seconds("hub.lease_seconds"))
    return _said(challenge, 200) if meant else _said("", 404)


@blueprint.post("/<string:callback>")
@public
@without_form_token
def receive(callback: str) -> Response:
    """What is wrongly signed is answered like the rest and left alone, as the standard has it."""
    row = subscriptions.of_callback(callback[:LONGEST_CALLBACK])
    if row is None or row.feed.removed_at is not None:
        return _said("", 404)
    if not counted(current_settings().redis_url, PUSHES, "hub", str(row.feed_id)):
        return _said("", 429)
    raw = body(most_bytes())
    signed = is_signed(row.secret, raw, request.headers.get("X-Hub-Signature", ""))
    if signed and raw and not row.feed.paused:
        keep(row.feed, raw)
    return _said("", 202)


def _seconds(name: str) -> int:
    text = request.args.get(name, "")
    plain = text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
    return int(text) if plain else 0


def _said(words: str, status: int) -> Response:
    """Plain text, whatever a stranger put into the question."""
    return Response(words, status, content_type="text/plain; charset=utf-8")

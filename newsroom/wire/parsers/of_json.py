"""Which JSON format a file is in, by the names in it, and its items."""

from newsroom.wire.items import Delivery
from newsroom.wire.parsers import json_feed, ninjs, ninjs_names
from newsroom.wire.parsers.drafts import Reading
from newsroom.wire.parsers.formats import Format
from newsroom.wire.parsers.json_fields import Fields, NotJsonError, fields_of, parsed
from newsroom.wire.parsers.surviving import items_of
from newsroom.wire.parsers.texts import quoted

BROKEN = "The file begins like JSON, but cannot be read as such: {}."
NO_FORMAT = "The file is JSON, but in no format of agency copy."
NO_ENTRIES = "The feed has no entries."


def delivery_of(text: str, reading: Reading, notes: list[str]) -> Delivery:
    try:
        value = parsed(text)
    except NotJsonError as error:
        notes.append(BROKEN.format(quoted(str(error))))
        return Delivery(Format.UNKNOWN.value, (), tuple(notes))
    if json_feed.is_json_feed(value):
        return _json_feed(fields_of(value) or Fields(), reading, notes)
    entries = ninjs_names.entries_of(value)
    if entries is None:
        return Delivery(Format.UNKNOWN.value, (), (*notes, NO_FORMAT))
    first = next(filter(ninjs_names.is_ninjs, map(ninjs_names.unwrapped, entries)), None)
    items = items_of(entries, ninjs.drafted, reading, notes)
    return Delivery(ninjs_names.line_of(first).value, items, tuple(notes))


def _json_feed(feed: Fields, reading: Reading, notes: list[str]) -> Delivery:
    listed = feed.values.get("items")
    entries = listed if isinstance(listed, list) else []
    if not entries:
        notes.append(NO_ENTRIES)
    items = items_of(entries, lambda entry: json_feed.drafted(entry, feed), reading, notes)
    hub, topic = json_feed.hub_of(feed), feed.text("feed_url")
    return Delivery(Format.JSON_FEED.value, items, tuple(notes), hub, topic)

"""A file of agency copy that a person sends to a feed."""

from contextlib import closing

from flask import Blueprint, flash, redirect, url_for

from newsroom.db import now, transaction
from newsroom.errors import Invalid
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import REFUSED, Answer
from newsroom.wire import feed_queries, feeds
from newsroom.wire.feed_forms import CopyForm
from newsroom.wire.feed_views import feed_page
from newsroom.wire.fetching.limits import MEGABYTE
from newsroom.wire.intake import Taken, take_in
from newsroom.wire.limits import most_bytes

blueprint = Blueprint("wire_upload", __name__, url_prefix="/wire/feeds")


@blueprint.post("/<int:feed_id>/upload")
@requires(Permission.MANAGE_FEEDS)
def upload(feed_id: int) -> Answer:
    form, feed = CopyForm(), feed_queries.feed(feed_id)
    name, raw, fault = _sent(form)
    if not fault:
        try:
            taken = take_in(feed, raw, now(), name)
            with transaction():
                feeds.note_upload(current_actor(), feed, name)
        except Invalid as error:
            fault = error.sentence
        else:
            flash(in_words(name, taken), "warn" if taken.refused else "good")
            return redirect(url_for("feeds.show", feed_id=feed_id), 303)
    form.file.errors = [fault]
    return feed_page(feed, form), REFUSED


def in_words(name: str, taken: Taken) -> str:
    if taken.refused:
        return f"{name} could not be read; its bytes are kept. {' '.join(taken.notes)}"
    count = taken.fresh
    return f"{name} is taken in: {count} new {'item' if count == 1 else 'items'}."


def _sent(form: CopyForm) -> tuple[str, bytes, str]:
    """The file's name, its bytes, and what is wrong with it."""
    sent = form.file.data if form.validate() else None
    if not sent or not sent.filename:
        return "", b"", "Choose a file of agency copy."
    name = "".join(sign for sign in sent.filename if sign.isprintable())
    with closing(sent):  # a large one lies in a file of its own meanwhile
        raw = sent.read(most_bytes() + 1)
    if len(raw) > most_bytes():
        return name, b"", f"The file is larger than {most_bytes() / MEGABYTE:g} MB."
    return name, raw, "" if raw else "The file is empty."

"""`newsroom wire fetch` and `newsroom wire take-in`: a feed or a file, read now and by hand."""

from pathlib import Path

import click

from newsroom.errors import Invalid, NotFound


@click.command("fetch")
@click.argument("name", metavar="[FEED]", required=False)
def fetch(name: str | None) -> None:
    """Ask one feed by its name, or every feed whose turn it is, and wait for what they have."""
    from newsroom.app import app_from_environment
    from newsroom.db import now, transaction
    from newsroom.wire import feed_queries
    from newsroom.wire.feed_facts import FeedKind
    from newsroom.wire.feed_reading import read_feed

    with app_from_environment().app_context():
        found = [feed_queries.feed_named(name)] if name else feed_queries.feeds()
        asked = [feed for feed in found if FeedKind(feed.kind).is_asked and not feed.paused]
        if name and not asked:
            raise Invalid("The feed is paused, or what it has is sent to the newsroom.")
        if name:
            with transaction():
                feed_queries.feed_to_change(asked[0].id).next_try_at = now()
        for feed in asked:
            read_feed(feed.id)
            click.echo(_fares(feed.id))


def _fares(feed_id: int) -> str:
    from newsroom.db import db
    from newsroom.wire import feed_queries

    db.session.expire_all()
    feed = feed_queries.feed(feed_id)
    return f"{feed.name}: {feed.last_error or 'read.'}"


@click.command("take-in")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--feed", "name", required=True, help="The feed by whose rules it comes in.")
def take_in_file(file: Path, name: str) -> None:
    """Take in a file of agency copy, once however often it is given."""
    from newsroom.app import app_from_environment
    from newsroom.db import now
    from newsroom.wire import feed_queries
    from newsroom.wire.fetching.limits import MEGABYTE
    from newsroom.wire.intake import take_in
    from newsroom.wire.limits import most_bytes

    with app_from_environment().app_context():
        feed = feed_queries.feed_named(name)
        if file.stat().st_size > most_bytes():
            raise Invalid(f"The file is larger than {most_bytes() / MEGABYTE:g} MB.")
        try:
            raw = file.read_bytes()
        except OSError as error:
            raise NotFound(f"{file} cannot be read.") from error
        taken = take_in(feed, raw, now(), file.name)
    for happened, count in sorted(taken.counts.items()):
        click.echo(f"{happened.value}: {count}")
    for note in taken.notes:
        click.echo(note)
    if taken.refused:
        raise Invalid("It could not be read; its bytes are kept.")

"""`newsroom photos`: the library from the command line."""

import json
import sys
from datetime import timedelta
from pathlib import Path

import click

EACH = 50
"""Photos between two lines that say how far it has come."""

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def photos() -> None:
    """The photo library."""


@photos.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print what became of each file as JSON.")
def add(files: tuple[Path, ...], as_json: bool) -> None:  # noqa: FBT001 - click gives a flag
    """Add photos; a worker makes their renditions. Ends with 1 where a file was refused."""
    from newsroom.app import app_from_environment
    from newsroom.photos.uploads import Upload, take_bytes
    from newsroom.roles import machine

    upload = Upload()
    with app_from_environment().app_context():
        for file in files:
            take_bytes(upload, machine("the command line"), file.name, file.read_bytes())
    if as_json:
        click.echo(json.dumps(upload.as_json(), ensure_ascii=False))
    else:
        for photo in upload.kept:
            click.echo(f"{photo.id}\t{photo.file_name}\t{photo.credit or 'no credit'}")
        for name, sentence in upload.refused:
            click.echo(f"{name}: {sentence}", err=True)
    if upload.refused:
        sys.exit(1)


@photos.command()
@click.option(
    "--from",
    "first",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="The photo to begin with: where a run was broken off, the last that it named.",
)
def again(first: int) -> None:
    """Read all photos again, as after an update: their originals’ words, facts and content
    credentials, and their sizes where others are made today. What people wrote stays. Run twice it
    changes nothing; broken off, it goes on where it was. Ends with 1 where one cannot be read."""
    from newsroom.app import app_from_environment
    from newsroom.photos import reading_again
    from newsroom.photos.storage import AwayError

    found = reading_again.Tally()
    with app_from_environment().app_context():
        of = reading_again.count(first)
        try:
            for one in reading_again.read_all(first):
                found.add(one)
                if one.trouble:
                    click.echo(f"photo {one.photo_id}: {one.trouble}", err=True)
                if found.read % EACH == 0:
                    click.echo(f"{found.read:,} of {of:,} photos, up to number {one.photo_id}")
        except AwayError as error:
            raise click.ClickException(str(error)) from error
    click.echo(found.sentence)
    if found.trouble:
        sys.exit(1)


@photos.command()
@click.option(
    "--remove-orphans", "removing", is_flag=True, help="Remove the files that no photo names."
)
@click.option(
    "--older-than",
    "hours",
    type=click.IntRange(1, 24 * 365),
    default=24,
    show_default=True,
    help="Hours since a file was put there, before it counts as an orphan.",
)
def check(removing: bool, hours: int) -> None:  # noqa: FBT001 - click gives a flag
    """Compare the photo store with the library. Ends with 1 where a file is missing."""
    from newsroom.app import app_from_environment
    from newsroom.db import now
    from newsroom.photos import stocktaking
    from newsroom.photos.storage import AwayError

    with app_from_environment().app_context():
        try:
            found = stocktaking.take_stock(now() - timedelta(hours=hours))
            gone = stocktaking.remove_orphans(found.orphans) if removing else 0
        except AwayError as error:
            raise click.ClickException(str(error)) from error
    for line in found.missing:
        click.echo(f"missing\t{line}")
    for part, one in found.orphans:
        click.echo(
            f"orphan\t{part}/{one.place}\t{one.bytes} bytes\t{one.changed_at:%Y-%m-%d %H:%M}"
        )
    click.echo(
        f"{len(found.missing)} missing, {len(found.orphans)} without a photo, {gone} removed."
    )
    if found.missing:
        sys.exit(1)

"""`newsroom photos`: the library from the command line."""

import json
import sys
from pathlib import Path

import click

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

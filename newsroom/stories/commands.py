"""`newsroom story`: stories from the command line."""

import json
from dataclasses import replace
from typing import BinaryIO

import click

from newsroom.errors import NotFound
from newsroom.stories.intake import Taken, as_document, report, take_apart


@click.group()
def story() -> None:
    """Stories."""


@story.command("import")
@click.argument("file", type=click.File("rb"))
@click.option("--desk", "desk_name", help="Name or slug; without it, the newsroom's first desk.")
@click.option("--byline", help="As it is to print; without it, the one in the text.")
@click.option("--dry-run", is_flag=True, help="Only show what the text holds.")
@click.option("--json", "as_json", is_flag=True, help="Show the parts as one JSON object.")
def import_command(
    file: BinaryIO, desk_name: str | None, byline: str | None, *, dry_run: bool, as_json: bool
) -> None:
    """Make a draft of the plain text in FILE, taken apart ("-": standard input)."""
    taken = take_apart(file.read())
    if byline is not None:
        taken = replace(taken, byline=" ".join(byline.split()))
    if as_json:
        click.echo(json.dumps(taken.as_json(), ensure_ascii=False, indent=2))
    else:
        for line in report.lines(taken):
            click.echo(line)
    if not dry_run:
        # Beside the JSON, not in it: whoever reads the output reads one object.
        click.echo(make(taken, desk_name), err=as_json)


def make(taken: Taken, desk_name: str | None) -> str:
    """Make the story, and say which."""
    from newsroom.accounts import queries
    from newsroom.app import app_from_environment
    from newsroom.db import transaction
    from newsroom.roles import machine
    from newsroom.stories import document, filing
    from newsroom.stories.planning import slug_in
    from newsroom.stories.slugs import free_slug

    with app_from_environment().app_context(), transaction():
        desk = queries.desk_named(desk_name) if desk_name else next(iter(queries.desks()), None)
        if desk is None:
            raise NotFound("There is no desk yet to which the story could go.")
        made = filing.create_story(
            machine("newsroom story import"),
            filing.Plan(slug=free_slug(slug_in(taken)), desk_id=desk.id),
            document.read(as_document(taken)),
        )
        return f"Made story {made.id}, {made.slug}, a draft on {desk.name}."

"""The command `newsroom wire`: attributions by hand, feeds by hand, outlets to start with."""

import json
import sys

import click

from newsroom.wire import feed_commands
from newsroom.wire.attribution import Attribution, attribute
from newsroom.wire.parse_command import read_files
from newsroom.wire.registry import seed_registry


@click.group()
def wire() -> None:
    """Sources: who said it, and the outlets we know."""


wire.add_command(read_files)
wire.add_command(feed_commands.fetch)
wire.add_command(feed_commands.take_in_file)


@wire.command("attribute")
@click.option("--jsonl", is_flag=True, required=True, help="One JSON object a line, in and out.")
def attribute_lines(*, jsonl: bool) -> None:
    """Read {"id", "text"} a line; answer {"id", "attributions"} a line at once."""
    del jsonl  # the only form there is; said aloud so that another may join it
    registry = seed_registry()
    for line in sys.stdin:
        if not line.strip():
            continue
        case = json.loads(line)
        found = [as_json(a) for a in attribute(case["text"], registry)]
        click.echo(json.dumps({"id": case["id"], "attributions": found}, ensure_ascii=False))
        sys.stdout.flush()


def as_json(attribution: Attribution) -> dict[str, object]:
    return {
        "start": attribution.start,
        "end": attribution.end,
        "text": attribution.text,
        "kind": attribution.kind.value,
        "outlet": attribution.outlet,
        "outlets": list(attribution.outlets),
        "unnamed_outlet": attribution.unnamed_outlet,
        "speaker": attribution.speaker,
        "verb": attribution.verb,
        "anonymous": attribution.anonymous,
        "via": list(attribution.via),
        "cites_unnamed": attribution.cites_unnamed,
        "second_hand": attribution.second_hand,
    }


@wire.command("load-outlets")
def load_outlets() -> None:
    """Add the built-in list's outlets that the newsroom does not have yet."""
    from newsroom.app import app_from_environment
    from newsroom.db import transaction
    from newsroom.roles import machine
    from newsroom.wire import service

    with app_from_environment().app_context(), transaction():
        added = service.load_outlets(machine("newsroom wire load-outlets"))
    click.echo(f"{added} outlets added.")

"""The command `newsroom wire read`: what a file of agency copy says, for people and for programs."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from newsroom.wire.items import Delivery, WireItem
from newsroom.wire.parsers import read

SHOWN = 3
"""Paragraphs of an item in the summary."""


def _zone(_context: click.Context, _option: click.Parameter, name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise click.BadParameter(f"There is no time zone called {name}.") from error


@click.command("read")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--json", "as_lines", is_flag=True, help="One JSON object an item, notes included.")
@click.option(
    "--zone", default="UTC", callback=_zone, help="The agency's zone, for times without one."
)
def read_files(files: tuple[Path, ...], *, as_lines: bool, zone: ZoneInfo) -> None:
    """Read agency copy in whatever format it is; nothing is stored or fetched."""
    show = _print_json if as_lines else _print_summary
    for file in files:
        show(file, read(file.read_bytes(), zone=zone, received=datetime.now(UTC)))


def _print_json(file: Path, delivery: Delivery) -> None:
    about = {
        "file": str(file),
        "format": delivery.format,
        "hub": delivery.hub,
        "topic": delivery.topic,
    }
    for item in delivery.items:
        _print_line({**about, "delivery_notes": list(delivery.notes), "item": asdict(item)})
    if not delivery.items:
        _print_line({**about, "delivery_notes": list(delivery.notes), "item": None})


def _print_line(value: dict[str, Any]) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, default=_in_words))


def _in_words(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _print_summary(file: Path, delivery: Delivery) -> None:
    click.echo(f"{file}: {delivery.format}, {len(delivery.items)} items")
    for note in delivery.notes:
        click.echo(f"  note: {note}")
    for item in delivery.items:
        for line in _summary(item):
            click.echo(f"  {line}")


def _summary(item: WireItem) -> list[str]:
    """Its facts a line each, those that are not there left out; then how the text begins."""
    held = item.embargo.until.isoformat() if item.embargo and item.embargo.until else "with no time"
    facts = {
        "": item.headline or "(no headline)",
        "by": item.byline,
        "from": " via ".join(filter(None, (item.provider, *item.via))),
        "called": f"{item.guid}, version {item.version or '-'}, {item.signal}, {item.status}",
        "published": item.published.isoformat() if item.published else "",
        "updated": item.updated.isoformat() if item.updated else "",
        "embargo": f"{held} ({item.embargo.words})" if item.embargo else "",
        "expires": item.expires.isoformat() if item.expires else "",
        "terms": " | ".join(item.usage_terms),
        "pictures": " | ".join(picture.href for picture in item.pictures),
        "editors": item.editors_note,
    }
    lines = [f"{name}: {words}" if name else words for name, words in facts.items() if words]
    lines += [f"  {paragraph[:200]}" for paragraph in item.paragraphs[:SHOWN]]
    return [*lines, *(f"note: {note}" for note in item.notes)]

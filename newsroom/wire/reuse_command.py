"""The command `newsroom wire reuse`: copy taken in and stories held against it, line by line."""

import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from newsroom.wire.reuse.index import ReuseIndex
from newsroom.wire.reuse.model import Copy, Passage

Answer = dict[str, Any]


@click.command("reuse")
@click.option("--jsonl", is_flag=True, required=True, help="One JSON object a line, in and out.")
@click.option("--database", help="An index to use and keep, as a path or a URL; else one for now.")
def reuse_lines(*, jsonl: bool, database: str | None) -> None:
    """Answer {"op": "ingest"}, {"op": "ready"} and {"op": "check"} a line at once."""
    del jsonl  # the only form there is; said aloud so that another may join it
    with tempfile.TemporaryDirectory(prefix="newsroom-reuse-") as folder:
        index = ReuseIndex.open(database or Path(folder) / "reuse.sqlite3")
        try:
            for line in filter(str.strip, sys.stdin):
                asked = json.loads(line)
                click.echo(json.dumps(_ANSWERS[asked["op"]](index, asked), ensure_ascii=False))
                sys.stdout.flush()
        finally:
            index.close()


def _ingest(index: ReuseIndex, asked: Mapping[str, Any]) -> Answer:
    index.ingest([_copy(item) for item in asked["items"]])
    return {"ok": True}


def _copy(item: Mapping[str, Any]) -> Copy:
    published = item.get("published")
    return Copy(
        id=str(item["id"]),
        paragraphs=tuple(item["paragraphs"]),
        family=str(item.get("family") or ""),
        published=None if published is None else datetime.fromtimestamp(published, UTC),
    )


def _ready(index: ReuseIndex, _asked: Mapping[str, Any]) -> Answer:
    index.refresh_statistics()
    size = index.size
    return {"ok": True, "bytes": size.index, "bytes_of_copy": size.copy}


def _check(index: ReuseIndex, asked: Mapping[str, Any]) -> Answer:
    found = index.check(asked["text"])
    spans = [_span(passage) for passage in found.passages]
    return {"id": asked["id"], "spans": spans, "shares": dict(found.shares)}


def _span(passage: Passage) -> Answer:
    return {
        "start": passage.start,
        "end": passage.end,
        "wire_id": passage.item,
        "family": passage.family,
        "para": passage.paragraph,
        "wire_start": passage.wire_start,
        "wire_end": passage.wire_end,
        "words": passage.words,
        "also": list(passage.also),
    }


_ANSWERS: dict[str, Callable[[ReuseIndex, Mapping[str, Any]], Answer]] = {
    "ingest": _ingest,
    "ready": _ready,
    "check": _check,
}

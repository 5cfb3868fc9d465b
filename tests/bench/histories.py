"""A story with a history as long as one likes, that reads as it did before."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from tests.bench.server import Server

TYPED = {
    "stepType": "replace",
    "from": 1,
    "to": 1,
    "slice": {"content": [{"type": "text", "text": "x"}]},
}
TAKEN_BACK = {"stepType": "replace", "from": 1, "to": 2}

AT_ONCE = 10_000


def lengthen(server: Server, story: int, document: str, steps: int) -> Any:
    """Add an even number of steps to a story that reads so; gives its id and newest version."""
    tables = sa.MetaData()
    tables.reflect(server.engine, only=["story_step", "story_snapshot"])
    [row] = server.rows(f"SELECT version, created_by_id FROM story WHERE id = {story}")
    newest = row.version + steps
    made = [
        {
            "story_id": story,
            "version": row.version + number + 1,
            "client": "bench",
            "author_id": row.created_by_id,
            "at": datetime.now(UTC).replace(tzinfo=None),
            "step": json.dumps(TAKEN_BACK if number % 2 else TYPED),
            "inserted": 1 - number % 2,
        }
        for number in range(steps)
    ]
    written = json.dumps({str(row.created_by_id): steps // 2})
    snapshot = {"story_id": story, "version": newest, "document": document, "written": written}
    with server.engine.begin() as connection:
        for start in range(0, steps, AT_ONCE):
            connection.execute(tables.tables["story_step"].insert(), made[start : start + AT_ONCE])
        connection.execute(tables.tables["story_snapshot"].insert(), snapshot)
        connection.execute(sa.text(f"UPDATE story SET version = {newest} WHERE id = {story}"))
    return server.rows(f"SELECT id, version FROM story WHERE id = {story}")[0]

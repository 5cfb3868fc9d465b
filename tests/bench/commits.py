"""A commit in short and long, young and old stories: each held against the others."""

import json
from typing import Any

from newsroom.stories import document
from tests.bench.figures import Figure, show, spread
from tests.bench.histories import TYPED, lengthen
from tests.bench.requests import Ask, costs
from tests.bench.server import Answer, Server, Visitor
from tests.bench.texts import middle, of_length

LENGTHS = (5_000, 50_000)
HISTORIES = (1_000, 100_000)
MOST_MS = 6.0
MOST_SPREAD = 1.2

LONGER = 4
"""Times as many as of other requests: a difference of a fifth must stand out of the noise."""


def measure(server: Server, rounds: int, ids: list[int]) -> None:
    kinds = [(length, history) for history in HISTORIES for length in LENGTHS]
    nodes = [of_length(length) for length, _ in kinds]
    rows = [
        lengthen(server, story_id, document.write(node), history)
        for story_id, node, (_, history) in zip(ids, nodes, kinds, strict=True)
    ]
    # Not before: the server does not keep an idle connection open for long.
    editor = Visitor(server.port).sign_in("editor0")
    places = map(middle, nodes)
    asks = [typing(editor, row, place) for row, place in zip(rows, places, strict=True)]
    found = costs(server, rounds * LONGER, asks)
    figures = [
        Figure(f"{length:,} characters, {history:,} steps", one.cpu_ms, "ms", MOST_MS)
        for (length, history), one in zip(kinds, found, strict=True)
    ]
    apart = spread([one.cpu_ms for one in found])
    figures.append(Figure("the dearest against the cheapest", apart, "", MOST_SPREAD))
    show(f"One commit, CPU ms ({rounds * LONGER} of each, by turns)", figures)


def typing(editor: Visitor, row: Any, place: int) -> Ask:
    """One character more at that place, each time."""
    step = {**TYPED, "from": place, "to": place}

    def ask(number: int) -> Answer:
        body = {"version": row.version + number, "client": "bench", "steps": [step]}
        return editor.post_json(f"/stories/{row.id}/steps", json.dumps(body))

    return ask

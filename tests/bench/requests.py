"""Each request that has a limit, asked of the running server."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from tests.bench.histories import lengthen
from tests.bench.server import Answer, Server, Visitor
from tests.bench.tables import Cost, Limit, Row

LIMITS = {
    "desk": Limit(30, 12),
    "story": Limit(40, 15),
    "commit": Limit(8, 8),
    "move": Limit(40, 25),
    "public": Limit(4, 3),
    "unchanged": Limit(1.5),
}

Ask = Callable[[int], Answer]

WAITING_WITHOUT_FINDINGS = """
    SELECT id, version FROM story WHERE state = 'edit' AND NOT EXISTS (
        SELECT 1 FROM finding
        WHERE story_id = story.id AND status = 'open' AND severity = 'blocking')
    ORDER BY id DESC
"""


def all_of_them(server: Server, rounds: int) -> list[Row]:
    rows: list[Row] = [("the desk, 50 rows", desk(server, rounds), LIMITS["desk"])]
    rows.append(("story page with the editor", _story(server, rounds), LIMITS["story"]))
    [edited] = server.rows("SELECT id, version FROM story WHERE state = 'edit' ORDER BY id LIMIT 1")
    rows.append(("one commit of an edit", _commit(server, rounds, edited), LIMITS["commit"]))
    rows.append(("a move with its gate (pass copy)", _move(server), LIMITS["move"]))
    page, unchanged = _public(server, rounds)
    rows.append(("public page", page, LIMITS["public"]))
    rows.append(("public page, not modified", unchanged, LIMITS["unchanged"]))
    rows += _long_history(server, rounds)
    _let_wait(server, 1_000)
    rows.append(("the desk, with 1,000 waiting", desk(server, rounds), LIMITS["desk"]))
    return rows


WARMING = 6
"""Requests before the measuring, for what a running server has at hand."""

BATCHES = 5
"""The quietest of them counts: a core that is shared makes every instruction dearer."""


def cost(server: Server, rounds: int, ask: Ask, status: int = 200) -> Cost:
    """The mean of the batch that cost least."""
    return costs(server, rounds, [ask], status)[0]


def costs(server: Server, rounds: int, asks: Sequence[Ask], status: int = 200) -> list[Cost]:
    """The same of several, batch by batch in turn, so that they can be held against one another."""
    for number in range(WARMING):
        for ask in asks:
            ask(number)
    size = max(1, rounds // BATCHES)
    batches = [
        [_batch(server, range(start, start + size), ask, status) for ask in asks]
        for start in range(WARMING, WARMING + size * BATCHES, size)
    ]
    return [min(of_one, key=lambda batch: batch.cpu_ms) for of_one in zip(*batches, strict=True)]


def _batch(server: Server, numbers: range, ask: Ask, status: int) -> Cost:
    before, queries, writes = server.cpu_seconds(), 0, 0
    for number in numbers:
        answer = ask(number)
        assert answer.status == status, (answer.status, answer.body[:300])
        queries += answer.queries
        writes += answer.writes
    spent, rounds = server.cpu_seconds() - before, len(numbers)
    return Cost(spent * 1000 / rounds, queries / rounds, writes / rounds)


def plainest(server: Server, rounds: int) -> Cost:
    """A page that any framework serves, to hold the others against."""
    reader = Visitor(server.port)
    return cost(server, rounds * 4, lambda _: reader.get("/sign-in"))


def desk(server: Server, rounds: int) -> Cost:
    editor = Visitor(server.port).sign_in("editor0")
    return cost(server, rounds, lambda _: editor.get("/?all=1"))


def _story(server: Server, rounds: int) -> Cost:
    editor = Visitor(server.port).sign_in("editor0")
    ids = [row.id for row in server.rows("SELECT id FROM story ORDER BY id DESC LIMIT 200")]
    return cost(server, rounds, lambda number: editor.get(f"/stories/{ids[number % len(ids)]}"))


def _long_history(server: Server, rounds: int) -> list[Row]:
    """One story before and after a hundred thousand steps of typing and taking back."""
    story = server.rows(WAITING_WITHOUT_FINDINGS)[-1]

    def editor() -> Visitor:
        # Anew each time: the server does not keep an idle connection open for long.
        return Visitor(server.port).sign_in("editor0")

    def opened() -> Cost:
        reader = editor()
        return cost(server, rounds, lambda _: reader.get(f"/stories/{story.id}"))

    short = opened()
    document = json.loads(editor().get(f"/stories/{story.id}/document").body)["document"]
    long_since = lengthen(server, story.id, json.dumps(document), 100_000)
    return [
        ("one story's page, few steps", short, LIMITS["story"]),
        ("the same, 100,000 steps", opened(), LIMITS["story"]),
        ("a commit, 100,000 steps", _commit(server, rounds, long_since), LIMITS["commit"]),
    ]


def _commit(server: Server, rounds: int, row: Any) -> Cost:
    editor = Visitor(server.port).sign_in("editor0")
    step = {
        "stepType": "replace",
        "from": 1,
        "to": 1,
        "slice": {"content": [{"type": "text", "text": "x"}]},
    }

    def ask(number: int) -> Answer:
        body = {"version": row.version + number, "client": "bench", "steps": [step]}
        return editor.post_json(f"/stories/{row.id}/steps", json.dumps(body))

    return cost(server, rounds, ask)


def _move(server: Server) -> Cost:
    editor = Visitor(server.port).sign_in("editor0")
    waiting = server.rows(WAITING_WITHOUT_FINDINGS)

    def ask(number: int) -> Answer:
        row = waiting[number]
        form = {"csrf_token": editor.token, "version": str(row.version)}
        return editor.post_form(f"/stories/{row.id}/moves/pass-copy", form)

    assert len(waiting) > WARMING + BATCHES, "too few stories wait without a finding"
    return cost(server, min(len(waiting) - WARMING, 100), ask, status=302)


def _public(server: Server, rounds: int) -> tuple[Cost, Cost]:
    reader = Visitor(server.port)
    live = "SELECT path FROM article WHERE withdrawn_at IS NULL ORDER BY id DESC LIMIT 200"
    paths = [f"/paper/{row.path}".replace("/paper//", "/") for row in server.rows(live)]
    tags = {path: reader.get(path).headers.get("ETag", "") for path in paths}
    page = cost(server, rounds * 4, lambda number: reader.get(paths[number % len(paths)]))

    def again(number: int) -> Answer:
        path = paths[number % len(paths)]
        return reader.get(path, **{"If-None-Match": tags[path]})

    return page, cost(server, rounds * 4, again, status=304)


def _let_wait(server: Server, number: int) -> None:
    """As on a day when everybody files at once."""
    import sqlalchemy as sa

    with server.engine.begin() as connection:
        published = "SELECT id FROM story WHERE state = 'published' ORDER BY id DESC LIMIT :n"
        connection.execute(
            sa.text(f"UPDATE story SET state = 'edit' WHERE id IN ({published})"),
            {"n": number},
        )

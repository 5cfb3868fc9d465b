"""The opening of a story by how old it is: all that its page and its editor ask for."""

from typing import Any

from newsroom.stories import document
from newsroom.stories.references import IN_FORCE
from tests.bench.commits import typing
from tests.bench.figures import Figure, show
from tests.bench.histories import lengthen
from tests.bench.requests import Ask, costs
from tests.bench.server import Answer, Server, Visitor
from tests.bench.texts import middle, of_length
from tests.waiting import eventually

CHARACTERS = 5_000
HISTORIES = (100, 100_000)
MOST_TIMES = 1.5


def measure(server: Server, rounds: int, ids: list[int]) -> None:
    rows = age(server, ids)
    reader = Visitor(server.port).sign_in("editor0")
    young, old = costs(server, rounds, [_opening(reader, row) for row in rows])
    times = old.cpu_ms / young.cpu_ms
    show(
        f"A story opened, CPU ms of all its page asks for ({rounds} times each, by turns)",
        [
            Figure(f"{HISTORIES[0]:,} steps", young.cpu_ms, "ms"),
            Figure(f"{HISTORIES[1]:,} steps", old.cpu_ms, "ms"),
            Figure("the old one against the young one", times, "", MOST_TIMES),
        ],
    )


def age(server: Server, ids: list[int]) -> list[Any]:
    """A story of each age, alike in all else; each with a comment on its words, and read by the
    checks since, as every story is a second after the last word.
    """
    node = of_length(CHARACTERS)
    rows = [
        lengthen(server, story_id, document.write(node), history)
        for story_id, history in zip(ids, HISTORIES, strict=True)
    ]
    editor = Visitor(server.port).sign_in("editor0")
    for row in rows:
        _comment(editor, row, middle(node))
        assert typing(editor, row, middle(node))(0).status == 200
    server.begin("worker")
    eventually(lambda: all(_read(server, row) for row in rows))
    server.end("worker")
    return rows


def _comment(editor: Visitor, row: Any, place: int) -> None:
    words = {"at": str(row.version), "from": str(place), "to": str(place + 10)}
    form = {"csrf_token": editor.token, "text": "Who says so?", "sending": "bench", **words}
    answer = editor.post_form(f"/stories/{row.id}/threads", form)
    assert answer.status == 302, answer.body[:500]


def _read(server: Server, row: Any) -> bool:
    """Whether every check has read its newest version."""
    wanted = f"""SELECT 1 FROM check_reading JOIN story ON story.id = check_reading.story_id
        WHERE story.id = {row.id} AND check_reading.version = story.version"""
    return len(server.rows(wanted)) == len(IN_FORCE)


def _opening(reader: Visitor, row: Any) -> Ask:
    page = f"/stories/{row.id}"
    parts = ("", f"/steps?since={row.version + 1}", "/findings", "/threads")

    def ask(_number: int) -> Answer:
        """The answer that failed, if one did."""
        answers = [reader.get(page + part) for part in parts]
        return max(answers, key=lambda answer: answer.status)

    return ask

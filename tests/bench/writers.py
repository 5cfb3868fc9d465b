"""Eight people who write at the same moment: how many of their commits fail."""

import json
from threading import Thread

from tests.bench.server import Server, Visitor

WRITERS, COMMITS = 8, 20


def measure(server: Server) -> None:
    rows = server.rows("SELECT id, version FROM story WHERE state = 'edit' ORDER BY id LIMIT 8")
    outcomes: list[int] = []
    editor = Visitor(server.port).sign_in("editor0")

    def write(story: int, version: int) -> None:
        visitor = Visitor(server.port)
        visitor.cookies, visitor.token = editor.cookies, editor.token
        for number in range(COMMITS):
            step = {"stepType": "replace", "from": 1, "to": 1}
            step["slice"] = {"content": [{"type": "text", "text": "y"}]}  # type: ignore[assignment]  # JSON
            body = {"version": version + number, "client": f"w{story}", "steps": [step]}
            outcomes.append(visitor.post_json(f"/stories/{story}/steps", json.dumps(body)).status)

    threads = [Thread(target=write, args=(row.id, row.version)) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    failed = sum(1 for status in outcomes if status != 200)
    print(f"  8 writers at once: {failed} of {len(rows) * COMMITS} commits failed\n")

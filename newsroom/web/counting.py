"""How many statements an answer cost: the headers that benchmarks and tests read."""

from typing import Any

from flask import Flask, g, has_app_context
from sqlalchemy import Engine, event
from werkzeug.wrappers import Response

WRITES = ("INSERT", "UPDATE", "DELETE")


def install(app: Flask) -> None:
    if not event.contains(Engine, "before_cursor_execute", _count):
        event.listen(Engine, "before_cursor_execute", _count)
    app.after_request(_headers)


def _count(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
    if not has_app_context() or statement.startswith(("BEGIN", "PRAGMA")):
        return
    g.sql_queries = g.get("sql_queries", 0) + 1
    if statement.lstrip().upper().startswith(WRITES):
        g.sql_writes = g.get("sql_writes", 0) + 1


def _headers(answer: Response) -> Response:
    answer.headers["X-SQL-Queries"] = str(g.get("sql_queries", 0))
    answer.headers["X-SQL-Writes"] = str(g.get("sql_writes", 0))
    return answer

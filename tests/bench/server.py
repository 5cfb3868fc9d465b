"""The real server under measurement: two web workers and what else is asked for, and their CPU."""

import http.client
import os
import re
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

import sqlalchemy as sa

from newsroom.supervising.parts import WORKER_READY
from tests.bench.brokers import broker
from tests.processes import COMMAND, Running, environment, free_port
from tests.waiting import eventually

TICK = os.sysconf("SC_CLK_TCK")
PASSWORD = "newsroom-demo"


class Server:
    def __init__(self, url: str, data: Path) -> None:
        self.url, self.data = url, data
        self.port, self.live_port = free_port(), free_port()
        self.parts: dict[str, Running] = {}
        data.mkdir(parents=True)

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self.settings = {
                "DATABASE_URL": self.url,
                "REDIS_URL": stack.enter_context(broker(self.url)),
                "NEWSROOM_SECRET_KEY": "only for the benchmark",
                "NEWSROOM_DATA_DIR": str(self.data),
                "NEWSROOM_DEVELOPMENT": "1",
                "NEWSROOM_BENCH": "1",
                "NEWSROOM_PORT": str(self.port),
                "NEWSROOM_PUBLIC_URL": f"http://127.0.0.1:{self.port}",
                "NEWSROOM_LIVE_PORT": str(self.live_port),
                "NEWSROOM_LIVE_URL": f"http://127.0.0.1:{self.live_port}",
                "NEWSROOM_LOG_LEVEL": "warning",
            }
            self.engine = sa.create_engine(
                self.url.replace("postgresql://", "postgresql+psycopg://"), pool_pre_ping=True
            )
            stack.callback(self.engine.dispose)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def process(self) -> Running:
        """The web process, whose children are its workers."""
        return self.parts["web"]

    def load(self, stories: int, waiting: int) -> float:
        """Fill the newsroom and open it; gives the seconds that the loading took."""
        self._command("db", "upgrade")
        started = time.monotonic()
        options = ["--stories", str(stories), "--people", "50", "--waiting", str(waiting)]
        self._command("demo", "load", *options)
        seconds = time.monotonic() - started
        self.begin("web")
        return seconds

    def begin(self, *names: str) -> None:
        """Start these processes of the newsroom, and wait until each of them is at work."""
        ports = {"web": self.port, "live": self.live_port}
        for name in names:
            running = Running(name, settings=self.settings, cwd=self.data)
            self.parts[name] = self._stack.enter_context(running)
            if name in ports:
                _await_open(running, ports[name])
            else:
                running.said(WORKER_READY)

    def end(self, name: str) -> None:
        self.parts.pop(name).__exit__()

    def _command(self, *arguments: str) -> None:
        subprocess.run(
            [*COMMAND, *arguments],
            env=environment(self.settings),
            check=True,
            cwd=self.data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL if not sys.stderr.isatty() else None,
        )

    def pids(self, part: str) -> list[int]:
        return [self.parts[part].process.pid, *self.parts[part].children()]

    def cpu_seconds(self) -> float:
        """Of the web workers and of this database's processes, since they began."""
        spent = self.cpu_by_part()
        return spent["web"] + spent["database"]

    def cpu_by_part(self) -> dict[str, float]:
        """SQLite works inside the others and has no process of its own."""
        spent = {name: sum(map(_cpu, self.pids(name))) for name in self.parts}
        return {**spent, "database": sum(map(_cpu, self._database_pids()))}

    def _database_pids(self) -> list[int]:
        if self.engine.dialect.name != "postgresql":
            return []
        wanted = sa.text("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
        with self.engine.connect() as connection:
            own = connection.scalar(sa.text("SELECT pg_backend_pid()"))
            return [pid for pid in connection.scalars(wanted) if pid != own]

    def rows(self, query: str) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.execute(sa.text(query)))


def _await_open(running: Running, port: int) -> None:
    def answers() -> bool:
        assert running.process.poll() is None, running.output
        try:
            return Visitor(port).get("/sign-in").status == http.client.OK
        except OSError:
            return False

    eventually(answers)


def _cpu(pid: int) -> float:
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except OSError:
        return 0.0
    fields = text.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


class Visitor:
    """A browser with one connection and its cookies."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies: dict[str, str] = {}
        self.token = ""

    def sign_in(self, name: str) -> "Visitor":
        self._read_token(self.get("/sign-in").body)
        form = {"name": name, "password": PASSWORD, "csrf_token": self.token}
        answer = self.post_form("/sign-in", form)
        assert answer.status in {302, 303}, answer.body[:500]
        self._read_token(self.get("/password").body)
        return self

    def _read_token(self, page: str) -> None:
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
        assert found, page[:500]
        self.token = found.group(1)

    def get(self, path: str, **headers: str) -> "Answer":
        return self._ask("GET", path, None, headers)

    def post_form(self, path: str, form: dict[str, str]) -> "Answer":
        from urllib.parse import urlencode

        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode(form), kind)

    def post_json(self, path: str, body: str) -> "Answer":
        kind = {"Content-Type": "application/json", "X-CSRFToken": self.token}
        return self._ask("POST", path, body, kind)

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> "Answer":
        jar = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.connection.request(method, path, body, {**headers, **({"Cookie": jar} if jar else {})})
        answer = self.connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(answer.status, answer.read().decode(), dict(answer.headers))


class Answer:
    def __init__(self, status: int, body: str, headers: dict[str, str]) -> None:
        self.status, self.body, self.headers = status, body, headers

    @property
    def queries(self) -> int:
        return int(self.headers.get("X-SQL-Queries", 0))

    @property
    def writes(self) -> int:
        return int(self.headers.get("X-SQL-Writes", 0))

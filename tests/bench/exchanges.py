"""HTTP as a browser speaks it to one server: connections kept open and used again, many at once."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from tests.bench.event_stream import EventStream

PIECE = 65536
HERE = "127.0.0.1"
Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass
class Browser:
    """One person's, with the cookies and the token of who is signed in."""

    port: int
    headers: Mapping[str, str]
    idle: list[Connection] = field(default_factory=list)

    async def get(self, path: str) -> tuple[int, Any]:
        return await self._ask(f"GET {path}", b"")

    async def post(self, path: str, body: object) -> tuple[int, Any]:
        return await self._ask(f"POST {path}", json.dumps(body).encode())

    async def _ask(self, line: str, body: bytes) -> tuple[int, Any]:
        while self.idle:
            # A kept connection may have been closed meanwhile; then a new one is opened.
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                return await self._over(self.idle.pop(), line, body)
        return await self._over(await asyncio.open_connection(HERE, self.port), line, body)

    async def _over(self, connection: Connection, line: str, body: bytes) -> tuple[int, Any]:
        reader, writer = connection
        writer.write(self._head(line, len(body)) + body)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        told = dict(one.lower().split(": ", 1) for one in head.split("\r\n")[1:] if one)
        answer = await reader.readexactly(int(told["content-length"]))
        if told.get("connection") == "close":
            writer.close()
        else:
            self.idle.append(connection)
        return int(head.split(" ", 2)[1]), json.loads(answer)

    def _head(self, line: str, length: int) -> bytes:
        told = {
            **self.headers,
            "Host": f"{HERE}:{self.port}",
            "Accept": "application/json",
            "Content-Type": "application/json",
            "Content-Length": str(length),
        }
        lines = [f"{line} HTTP/1.1", *(f"{name}: {value}" for name, value in told.items())]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    async def follow(self, port: int, path: str) -> AsyncIterator[tuple[str, dict[str, Any]]]:
        """The events of a stream at that port; "open" comes first, when it is there."""
        reader, writer = await asyncio.open_connection(HERE, port)
        writer.write(self._head(f"GET {path}", 0))
        head = await reader.readuntil(b"\r\n\r\n")
        assert b" 200 " in head.split(b"\r\n")[0], head
        events = EventStream()
        try:
            yield "open", {}
            while piece := await reader.read(PIECE):
                for event in events.feed(piece):
                    yield event
        finally:
            writer.close()

    def close(self) -> None:
        for _, writer in self.idle:
            writer.close()

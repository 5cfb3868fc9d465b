"""Thousands of open event streams in one thread, each noting what came and when; nothing is read
until it is over, so that the noting itself costs next to nothing.
"""

import selectors
import socket
import threading
import time
from collections.abc import Sequence
from typing import Self

from tests.bench.event_stream import BYE, EventStream

PIECE = 65536
OPENED = b"retry:"
"""What every stream begins with."""
LOOK_SECONDS = 0.1

Piece = tuple[float, bytes]


class Crowd:
    """Streams by number, in the order in which they were opened."""

    def __init__(self, port: int, cookie: str) -> None:
        self.port, self.cookie = port, cookie
        self.pieces: list[list[Piece]] = []
        self.ended: dict[int, float] = {}
        self._selector = selectors.DefaultSelector()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._read)
        self._sockets: list[socket.socket] = []

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        for one in self._sockets:
            one.close()
        self._selector.close()

    def open(self, path: str) -> None:
        lines = (f"GET {path} HTTP/1.1", "Host: 127.0.0.1", f"Cookie: {self.cookie}")
        connection = socket.create_connection(("127.0.0.1", self.port))
        connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        connection.setblocking(False)
        number = len(self.pieces)
        self.pieces.append([])
        self._sockets.append(connection)
        self._selector.register(connection, selectors.EVENT_READ, number)

    def has_opened(self, number: int) -> bool:
        return sum(1 for one in self.pieces if any(OPENED in data for _, data in one)) >= number

    def _read(self) -> None:
        while not self._over.is_set():
            for key, _ in self._selector.select(LOOK_SECONDS):
                connection, number = key.fileobj, key.data
                assert isinstance(connection, socket.socket)
                data = connection.recv(PIECE)
                moment = time.perf_counter()
                if data:
                    self.pieces[number].append((moment, data))
                else:
                    self.ended[number] = moment
                    self._selector.unregister(connection)

    def heard(self, name: str) -> dict[int, list[tuple[float, int]]]:
        """By stream: when each event of that name came, and the number that it bore."""
        return {number: _events(pieces, name) for number, pieces in enumerate(self.pieces)}

    def told(self) -> int:
        """How many were told that the process stops."""
        return sum(1 for pieces in self.pieces if _events(pieces, BYE))


def _events(pieces: Sequence[Piece], name: str) -> list[tuple[float, int]]:
    stream = EventStream()
    return [
        (moment, facts.get("version", 0))
        for moment, data in pieces
        for found, facts in stream.feed(data)
        if found == name
    ]

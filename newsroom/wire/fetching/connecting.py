"""How a connection comes about: one look-up, every answer vetted, and no later than the deadline."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

from newsroom.wire.fetching.answers import FetchError
from newsroom.wire.fetching.limits import Limits
from newsroom.wire.fetching.public import is_public

NO_SUCH_HOST = "There is no host of that name."
NOT_PUBLIC = (
    "Its host is inside a private network, which is not asked. "
    "An administrator can allow it in NEWSROOM_WIRE_ALLOWED_HOSTS."
)


def look_up(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order in which to try them."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(NO_SUCH_HOST) from error
    return list(dict.fromkeys(str(one[4][0]) for one in found))


class Deadline:
    """The moment after which nothing more is waited for, whoever drips its bytes."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self, wanted: float | None) -> float:
        """Seconds to wait at most; raises FetchError once none are left."""
        rest = self._end - time.monotonic()
        if rest <= 0:
            raise FetchError(f"It had not sent everything after {self.seconds:g} seconds.")
        return rest if wanted is None else min(rest, wanted)


class VettedBackend(httpcore.NetworkBackend):
    """Connects to the very address that was vetted: what the name says later is of no matter."""

    def __init__(self, limits: Limits, deadline: Deadline) -> None:
        self._limits, self._deadline = limits, deadline
        self._real = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        failure: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in self._vetted(host, port):
            patience = self._deadline.left(timeout)
            try:
                stream = self._real.connect_tcp(address, port, patience)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failure or httpcore.ConnectError("no address")

    def _vetted(self, host: str, port: int) -> list[str]:
        addresses = look_up(host, port)
        if host.lower() in self._limits.allowed_hosts:
            return addresses
        if not all(is_public(address) for address in addresses):
            raise FetchError(NOT_PUBLIC)
        return addresses


class _TimedStream(httpcore.NetworkStream):
    """A connection that ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = self._deadline.left(timeout)
        try:
            return self._stream.read(max_bytes, left)
        except httpcore.ReadTimeout:
            self._deadline.left(None)  # says so where it was the deadline that ended the wait
            raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        stream = self._stream.start_tls(ssl_context, server_hostname, left)
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class VettedTransport(httpx.HTTPTransport):
    """httpx over such connections: name and certificate are checked as always, no proxy is used."""

    def __init__(self, backend: VettedBackend, trusted: ssl.SSLContext) -> None:
        # No connection is used twice: one that the server is just closing would be a false alarm.
        self._pool = httpcore.ConnectionPool(
            ssl_context=trusted, network_backend=backend, max_keepalive_connections=0
        )

"""Reads server-sent events as they come in over a chunked answer, in pieces of any size."""

import json
from typing import Any

BYE = "bye"


class EventStream:
    """Gives the events that each piece completes, as (name, facts)."""

    def __init__(self) -> None:
        self._rest = b""
        self._name = ""

    def feed(self, data: bytes) -> list[tuple[str, dict[str, Any]]]:
        *lines, self._rest = (self._rest + data).split(b"\n")
        found = []
        for line in lines:
            # Everything else is for others: the answer's head, chunk sizes, ids, heartbeats.
            if line.startswith(b"event: "):
                self._name = line[7:].decode()
            elif line.startswith(b"data: "):
                found.append((self._name, json.loads(line[6:])))
        return found

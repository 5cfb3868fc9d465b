"""Server-sent events as the benchmarks read them."""

import pytest

from tests.bench.event_stream import EventStream
from tests.bench.memory import pss

SENT = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
    b"d\r\nretry: 2000\n\n\r\n"
    b'35\r\nid: 7-0\nevent: steps\ndata: {"story": 4, "version": 9}\n\n\r\n'
    b"f\r\n: still here\n\n\r\n"
    b"17\r\nevent: bye\ndata: {}\n\n\r\n0\r\n\r\n"
)


@pytest.mark.parametrize("size", [1, 7, 64, 10_000])
def test_events_are_read_from_pieces_of_any_size(size: int):
    stream = EventStream()
    pieces = [SENT[start : start + size] for start in range(0, len(SENT), size)]
    found = [event for piece in pieces for event in stream.feed(piece)]
    assert found == [("steps", {"story": 4, "version": 9}), ("bye", {})]


def test_memory_is_the_proportional_share():
    rollup = "Rss:  900 kB\nPss:  412 kB\nPss_Dirty:  300 kB\nSwapPss:  7 kB\n"
    assert pss(rollup) == 412

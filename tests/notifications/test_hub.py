"""One reader of the newsroom's events for all streams of a process: whom it wakes, and when."""

import threading
from queue import SimpleQueue

import pytest
from redis.exceptions import RedisError

from newsroom.notifications import live, views
from newsroom.notifications.live import Event, Hub

STEPS = Event("1-0", "steps", {"story": 4, "version": 7})
BOARD = Event("2-0", "board", {"desk": 1})


def follower(story: int, person: int = 1):
    """What the stream of a page of that story wants."""
    return lambda event: views.is_for(event, frozenset({story}), person)


def heard(reader: SimpleQueue[Event | None]) -> list[Event | None]:
    return [reader.get_nowait() for _ in range(reader.qsize())]


@pytest.fixture
def hub(settings) -> Hub:
    """Without its reader of the broker: what comes is handed out by the test."""
    made = Hub(settings)
    made.started = True
    return made


def test_what_happens_in_a_story_wakes_only_those_who_follow_it(hub):
    theirs, others = hub.join(follower(4)), hub.join(follower(5))
    hub._hand_out([STEPS])
    assert heard(theirs) == [STEPS]
    assert heard(others) == []


def test_what_is_for_everybody_wakes_all(hub):
    readers = [hub.join(follower(4)), hub.join(follower(5)), hub.join()]
    hub._hand_out([BOARD])
    assert [heard(one) for one in readers] == [[BOARD]] * 3


def test_who_left_is_told_nothing_more(hub):
    reader = hub.join()
    hub.leave(reader)
    hub.leave(reader)
    hub._hand_out([BOARD])
    assert heard(reader) == []


def test_a_stop_wakes_those_too_who_want_nothing(hub):
    reader = hub.join(lambda _event: False)
    hub.close()
    assert heard(reader) == [None]


class Silent:
    """A broker of which nothing comes. In the end it holds its asker, who outlives the test."""

    def __init__(self, *_: object) -> None:
        self.asked = 0

    def xrevrange(self, *_: object, **__: object) -> tuple[()]:
        return ()

    def xread(self, *_: object, **__: object) -> tuple[()]:
        self.asked += 1
        if self.asked > 20:
            threading.Event().wait()
        return ()


class Away(Silent):
    def xread(self, *_: object, **__: object) -> tuple[()]:
        super().xread()
        raise RedisError("away")


@pytest.mark.parametrize("broker", [Silent, Away])
def test_a_stream_says_that_it_is_still_here_when_nothing_happens(settings, monkeypatch, broker):
    monkeypatch.setattr(live, "_hubs", {})
    monkeypatch.setattr(live, "client", broker)
    monkeypatch.setattr(live, "HEARTBEAT_SECONDS", 0.0)
    monkeypatch.setattr(live, "AWAY_SECONDS", 0.0)
    stream = live.listen(settings, lambda _event: False, None)
    assert next(stream) == "retry: 2000\n\n"
    assert [next(stream), next(stream)] == [": still here\n\n"] * 2
    stream.close()


def test_an_event_for_thousands_is_put_into_words_once():
    assert STEPS.as_sse is STEPS.as_sse
    assert STEPS.as_sse == 'id: 1-0\nevent: steps\ndata: {"story": 4, "version": 7}\n\n'


def test_who_is_too_slow_is_sent_away_once_and_is_kept_no_more(hub):
    reader = hub.join()
    hub._hand_out([BOARD] * (live.BACKLOG + 20))
    assert heard(reader) == [BOARD] * live.BACKLOG + [None]

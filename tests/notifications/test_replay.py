"""What a browser that was away is told: each thing it missed, or that it must read afresh."""

from itertools import islice
from queue import SimpleQueue
from uuid import uuid4

import pytest

from newsroom.notifications import live
from newsroom.settings import Settings

AFRESH = "event: afresh\ndata: {}\n\n"


class NobodyElse:
    """A hub to which nothing new comes in."""

    def join(self, _wanted: live.Wanted) -> SimpleQueue[None]:
        return SimpleQueue()

    def leave(self, _reader: SimpleQueue[None]) -> None:
        pass


@pytest.fixture
def stream(settings: Settings, monkeypatch: pytest.MonkeyPatch):
    """Adds announcements and gives their ids; on a stream of this test's own."""
    monkeypatch.setattr(live, "STREAM", f"newsroom:live:{uuid4()}")
    monkeypatch.setattr(live, "hub", lambda _settings: NobodyElse())
    broker = live.client(settings.redis_url)

    def add(count: int) -> list[str]:
        pipe = broker.pipeline()
        for desk in range(count):
            pipe.xadd(live.STREAM, {"name": "board", "facts": f'{{"desk": {desk}}}'})
        return list(pipe.execute())

    yield add
    broker.delete(live.STREAM)


def told(settings: Settings, last_id: str | None, count: int) -> list[str]:
    """The first things that a stream opened with that last id says."""
    heard = live.listen(settings, lambda _event: True, last_id)
    try:
        return list(islice(heard, count))
    finally:
        heard.close()


def test_a_stream_ends_after_its_time_so_that_its_reader_is_asked_again_who_it_is(
    settings: Settings, stream, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(live, "LONGEST_SECONDS", 0.0)
    (last, _missed) = stream(2)
    retry, missed, bye = told(settings, last, 5)
    assert retry == "retry: 2000\n\n"
    assert "event: board" in missed
    assert bye == "event: bye\ndata: {}\n\n"


def test_what_was_missed_is_told_in_order(settings: Settings, stream):
    ids = stream(5)
    retry, *missed = told(settings, ids[1], 4)
    assert retry == "retry: 2000\n\n"
    assert [one.splitlines()[0] for one in missed] == [f"id: {one}" for one in ids[2:]]


def test_who_missed_as_much_as_can_be_told_is_told_all_of_it(settings: Settings, stream):
    ids = stream(live.BACKLOG + 1)
    heard = told(settings, ids[0], live.BACKLOG + 1)
    assert heard[-1].startswith(f"id: {ids[-1]}\n")


def test_who_missed_more_than_can_be_told_is_told_to_read_afresh(settings: Settings, stream):
    ids = stream(live.BACKLOG + 2)
    assert told(settings, ids[0], 2)[1] == AFRESH


def test_who_was_away_so_long_that_it_is_forgotten_is_told_to_read_afresh(
    settings: Settings, stream
):
    ids = stream(5)
    live.client(settings.redis_url).xtrim(live.STREAM, maxlen=2, approximate=False)
    assert told(settings, ids[0], 2)[1] == AFRESH


def test_after_the_broker_lost_everything_all_is_read_afresh(settings: Settings, stream):
    (last,) = stream(1)
    live.client(settings.redis_url).delete(live.STREAM)
    assert told(settings, last, 2)[1] == AFRESH


@pytest.mark.parametrize("last_id", ["yesterday", "1-2-3", "٣-٣", "9" * 60 + "-0"])
def test_an_id_that_never_was_is_answered_with_read_afresh(settings: Settings, stream, last_id):
    stream(1)
    assert told(settings, last_id, 2)[1] == AFRESH


@pytest.fixture
def fleeting(settings: Settings, monkeypatch: pytest.MonkeyPatch):
    """A stream of passing hints of this test's own."""
    monkeypatch.setattr(live, "FLEETING", f"newsroom:live:fleeting:{uuid4()}")
    yield live.FLEETING
    live.client(settings.redis_url).delete(live.FLEETING)


def test_a_passing_hint_is_told_at_once_and_without_a_number(app, fleeting, monkeypatch):
    settings = app.config["NEWSROOM"]
    monkeypatch.setattr(live, "_hubs", {})
    heard = live.listen(settings, lambda event: event.name == "presence", None)
    assert next(heard) == "retry: 2000\n\n"
    with app.app_context():
        live.hint("presence", story=4, gone="7:tab")
    assert next(heard) == 'event: presence\ndata: {"story": 4, "gone": "7:tab"}\n\n'
    heard.close()


def test_a_passing_hint_pushes_out_nothing_that_can_be_asked_for_again(app, stream, fleeting):
    settings = app.config["NEWSROOM"]
    (last, missed) = stream(2)
    with app.app_context():
        for number in range(20):
            live.hint("presence", story=4, page={"head": number})
    told_again = told(settings, last, 2)
    assert told_again[1].startswith(f"id: {missed}\n")
    assert live.client(settings.redis_url).xlen(live.STREAM) == 2

"""`newsroom run` as a person starts it: the real processes on free ports and fresh data."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newsroom import broker
from newsroom.settings import Settings, read_settings
from newsroom.supervising import health, watch
from tests.processes import Running, fetch, free_port, noted
from tests.waiting import eventually

# One newsroom serves several tests: on two machines of xdist it would be started twice.
pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("supervisor")]

READY = "Beat is ready."
"""What the last part says."""


@pytest.fixture(scope="module")
def place() -> Iterator[dict[str, str]]:
    yield from _place()


@pytest.fixture
def own_place() -> Iterator[dict[str, str]]:
    yield from _place()


def _place() -> Iterator[dict[str, str]]:
    folder = Path(tempfile.mkdtemp(prefix="nr-"))  # short: a socket lies in it
    yield {
        "NEWSROOM_DATA_DIR": str(folder),
        "NEWSROOM_PORT": str(free_port()),
        "NEWSROOM_LIVE_PORT": str(free_port()),
        "NEWSROOM_WEB_WORKERS": "1",
    }
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def opened(place: dict[str, str]) -> Iterator[Running]:
    with run(place) as newsroom:
        newsroom.said(READY)
        yield newsroom


def run(place: dict[str, str]) -> Running:
    return Running("run", settings=place, cwd=Path(place["NEWSROOM_DATA_DIR"]))


def pid_of(part: str, place: dict[str, str]) -> int:
    mark = {
        "broker": "--unixsocket",
        "web": f":{place['NEWSROOM_PORT']} ",
        "live": f":{place['NEWSROOM_LIVE_PORT']} ",
        "worker": " worker ",
        "beat": " beat ",
    }[part]
    found = noted(Path(place["NEWSROOM_DATA_DIR"]))
    return next((pid for command, pid in found.items() if mark in f"{command} "), 0)


AT_WORK: dict[str, Callable[[Settings], bool]] = {
    "broker": lambda settings: broker.answers(settings.socket_path),
    "web": health.ASKED["web"],
    "live": health.ASKED["live"],
    "worker": health.ASKED["worker"],
    "beat": lambda _settings: True,
}


def test_it_prints_the_address_and_serves_a_page_there(opened: Running, place: dict[str, str]):
    address = f"http://127.0.0.1:{place['NEWSROOM_PORT']}"
    assert f"The newsroom is open at {address}" in opened.output
    assert "<h1" in fetch(f"{address}/sign-in")


@pytest.mark.parametrize("part", AT_WORK)
def test_a_process_that_is_killed_is_started_again(
    part: str, opened: Running, place: dict[str, str]
):
    settings = read_settings(place)
    killed = eventually(lambda: pid_of(part, place))
    deaths = opened.output.count("Ended with signal 9")
    os.kill(killed, signal.SIGKILL)
    opened.said("Ended with signal 9", deaths + 1)
    eventually(lambda: pid_of(part, place) not in {0, killed})
    eventually(lambda: AT_WORK[part](settings))


def test_beat_says_that_it_is_ready_again_after_a_kill(opened: Running, place: dict[str, str]):
    before = opened.output.count(READY)
    os.kill(eventually(lambda: pid_of("beat", place)), signal.SIGKILL)
    opened.said(READY, before + 1)


def test_the_worker_answers_again_after_the_broker_was_killed(
    opened: Running, place: dict[str, str]
):
    settings = read_settings(place)
    eventually(lambda: health.worker_answers(settings))
    os.kill(eventually(lambda: pid_of("broker", place)), signal.SIGKILL)
    eventually(lambda: health.worker_answers(settings))


def test_ctrl_c_stops_everything_and_a_second_start_keeps_the_data(own_place: dict[str, str]):
    database = Path(own_place["NEWSROOM_DATA_DIR"]) / "newsroom.sqlite3"
    with run(own_place) as newsroom:
        newsroom.said(READY)
        pids = noted(database.parent).values()
        assert newsroom.interrupt() == 0, newsroom.output
    assert [pid for pid in pids if _lives(pid)] == []
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("CREATE TABLE written_between (word)")
    with run(own_place) as newsroom:
        newsroom.said("The newsroom is open at")
        assert newsroom.interrupt() == 0, newsroom.output
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("SELECT word FROM written_between")


def test_a_stop_is_over_before_five_seconds_whatever_hangs():
    assert watch.STOP_SECONDS + watch.LAST_STOP_SECONDS < 5


def test_what_a_killed_supervisor_leaves_does_not_hinder_the_next_start(
    own_place: dict[str, str],
):
    with run(own_place) as newsroom:
        newsroom.said("The newsroom is open at")
        newsroom.process.kill()
        newsroom.process.wait(timeout=30)
    with run(own_place) as newsroom:
        newsroom.said("The newsroom is open at")
        assert newsroom.interrupt() == 0, newsroom.output


def test_a_busy_port_is_one_clear_sentence(own_place: dict[str, str]):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(own_place["NEWSROOM_PORT"])))
        taken.listen()
        with run(own_place) as newsroom:
            assert newsroom.process.wait(timeout=60) == 1
    port = own_place["NEWSROOM_PORT"]
    assert newsroom.output == (
        f"Port {port} on 127.0.0.1 is taken: stop what uses it, "
        "or set NEWSROOM_PORT to another number."
    )


def test_a_part_that_cannot_start_ends_it_with_a_sentence(own_place: dict[str, str]):
    database = Path(own_place["NEWSROOM_DATA_DIR"]) / "newsroom.sqlite3"
    database.write_text("This is no database, and long enough to be seen as none. " * 9)
    with run(own_place) as newsroom:
        assert newsroom.process.wait(timeout=60) == 1
    assert newsroom.lines[-1] == "prepare did not start; what it said last stands above."


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True

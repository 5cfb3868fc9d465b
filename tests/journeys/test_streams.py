"""The live process with a browser's stream open: gthread on SQLite, gevent on PostgreSQL."""

import signal
from http.client import HTTPConnection
from pathlib import Path

import pytest

from newsroom.notifications import live
from newsroom.settings import Settings
from tests.factories import make_person
from tests.page_client import Browser
from tests.processes import Running, free_port, of_same_newsroom

pytestmark = pytest.mark.journey


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def process(settings: Settings, port: int, tmp_path: Path):
    same = of_same_newsroom(settings, NEWSROOM_LIVE_PORT=str(port))
    with Running("live", settings=same, cwd=tmp_path) as running:
        running.said("Booting worker")
        yield running


@pytest.fixture
def reader(browser: Browser, change) -> str:
    """The cookies of somebody who is signed in."""
    with change():
        make_person("reporter")
    browser.sign_in("reporter")
    jar = browser.client._cookies.values()
    return "; ".join(f"{cookie.key}={cookie.value}" for cookie in jar)


def opened(port: int, cookies: str) -> HTTPConnection:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/live", headers={"Cookie": cookies})
    return connection


def test_a_stream_gets_what_is_announced_and_a_goodbye_at_the_stop(
    process: Running, port: int, reader: str, change
):
    connection = opened(port, reader)
    answer = connection.getresponse()
    assert answer.status == 200, answer.read()
    assert answer.readline() == b"retry: 2000\n"
    with change():
        live.announce("board", desk=1)
    lines = [answer.readline() for _ in range(4)]
    assert b"event: board\n" in lines
    process.process.send_signal(signal.SIGTERM)
    assert b"event: bye" in answer.read()
    assert process.process.wait(timeout=30) == 0, process.output
    connection.close()


def test_a_stranger_gets_no_stream(process: Running, port: int):
    connection = opened(port, "session=made-up")
    assert connection.getresponse().status == 302
    connection.close()

"""Asking the web: within limits, and every way in which it can fail told in words."""

from __future__ import annotations

import gzip
import logging
import socket
from dataclasses import replace

import pytest

from newsroom.wire.fetching import Answer, Asked, FetchError, Limits, Unchanged, ask, tell
from newsroom.wire.fetching.headers import links, max_age, retry_after
from tests.wire.feeds.copy import NOON

HERE = Limits(allowed_hosts=frozenset({"127.0.0.1"}), most_bytes=1_000_000)
IMPATIENT = replace(HERE, between_bytes=0.2)
SHORT = replace(HERE, total=0.4)


def refusal(address: str, limits: Limits = HERE) -> str:
    with pytest.raises(FetchError) as told:
        ask(Asked(address), limits)
    return told.value.sentence


def test_an_answer_brings_its_marks_and_they_go_back_with_the_next_question(server):
    address = server.answer(
        "/rss", body=b"<rss/>", ETag='"a1"', Last_Modified="Sun", Cache_Control="max-age=300"
    )
    given = ask(Asked(address), HERE)
    assert given == Answer(b"<rss/>", '"a1"', "Sun", 300.0)
    server.answer("/rss", 304, Cache_Control="max-age=60")
    assert ask(Asked(address, '"a1"', "Sun"), HERE) == Unchanged(60.0)
    _, headers = server.asked[-1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"a1"', "Sun")


def test_a_server_that_says_unchanged_to_a_first_question_has_given_nothing(server):
    assert refusal(server.answer("/rss", 304)) == "The server answered 304."


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (503, "The server answered 503."),
        (404, "The server answered 404: there is nothing at this address."),
        (410, "The server answered 410: the feed is gone for good."),
        (401, "The server answered 401: name or password are missing or wrong."),
        (429, "The server answered 429: it is asked too often."),
    ],
)
def test_a_refusal_is_a_sentence(server, status, sentence):
    assert refusal(server.answer("/rss", status)) == sentence


def test_a_server_may_ask_for_a_pause(server):
    address = server.answer("/rss", 503, Retry_After="120")
    with pytest.raises(FetchError) as told:
        ask(Asked(address), HERE)
    assert told.value.wait == 120


def test_more_than_the_limit_is_not_read(server):
    server.answer("/rss", body=b"x" * 1_000_001)
    assert refusal(server.url("/rss")) == "It sent more than 1 MB."
    server.answer("/rss", body=b"x" * 1_000_000)
    assert len(ask(Asked(server.url("/rss")), HERE).body) == 1_000_000


def test_a_little_that_unpacks_to_very_much_is_stopped(server):
    bomb = gzip.compress(b"0" * 200_000_000)
    assert len(bomb) < 1_000_000
    address = server.answer("/rss", body=bomb, Content_Encoding="gzip")
    assert refusal(address) == "It sent more than 1 MB."


def test_a_packed_answer_is_unpacked(server):
    address = server.answer("/rss", body=gzip.compress(b"<rss/>"), Content_Encoding="gzip")
    assert ask(Asked(address), HERE).body == b"<rss/>"


CUT_SHORT = gzip.compress(b"cut short" * 99)[:-9]


@pytest.mark.parametrize("body", [b"no gzip at all", CUT_SHORT], ids=["none", "cut short"])
def test_a_broken_packing_is_told(server, body):
    address = server.answer("/rss", body=body, Content_Encoding="gzip")
    assert refusal(address) == "What it sent was packed, and broken."


def test_a_packing_nobody_asked_for_is_refused(server):
    address = server.answer("/rss", body=b"x", Content_Encoding="gzip, gzip")
    assert refusal(address) == "It packed its answer in a way that was not asked for."


def test_a_server_that_says_nothing_is_left(server):
    server.answers["/rss"] = lambda it: it.server.over.wait()
    assert refusal(server.url("/rss"), IMPATIENT) == "It did not answer within 0.2 seconds."


def test_a_feed_that_never_ends_is_cut_off_by_its_size(server):
    def endless(it):
        it.send_response(200)
        it.end_headers()
        while not it.server.over.is_set():
            it.wfile.write(b"<item/>" * 1000)

    server.answers["/rss"] = endless
    assert refusal(server.url("/rss")) == "It sent more than 1 MB."


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_server_that_drips_its_head_or_its_body_is_cut_off_by_the_clock(server, head):
    def dripping(it):
        it.wfile.write(head or b"HTTP/1.1 200 OK\r\nX: ")
        while not it.server.over.wait(0.02):
            it.wfile.write(b"x")

    server.answers["/rss"] = dripping
    assert refusal(server.url("/rss"), SHORT) == "It had not sent everything after 0.4 seconds."


def test_a_server_that_hangs_up_is_told(server):
    server.answers["/rss"] = lambda it: it.connection.shutdown(socket.SHUT_RDWR)
    assert refusal(server.url("/rss")) == "It broke off, or does not speak HTTP."


def test_five_redirects_are_followed_and_no_more(server):
    for n in range(6):
        server.answer(f"/{n}", 302, Location=f"/{n + 1}")
    server.answer("/6", body=b"here")
    assert ask(Asked(server.url("/1")), HERE).body == b"here"
    assert refusal(server.url("/0")) == "It led on to another address more than 5 times."


@pytest.mark.parametrize("target", ["file:///etc/passwd", "gopher://127.0.0.1/", "http://["])
def test_a_redirect_to_what_is_no_web_address_is_refused(server, target):
    address = server.answer("/rss", 302, Location=target)
    assert refusal(address) in {
        "It led to an address that cannot be asked.",
        "There is no host of that name.",
        "It broke off, or does not speak HTTP.",
    }


def test_nobody_at_the_port(server):
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        assert refusal(f"http://127.0.0.1:{held.getsockname()[1]}/") == "It cannot be reached."


def test_a_server_without_tls_is_not_asked_with_it(server):
    server.answer("/rss")
    address = server.url("/rss").replace("http:", "https:")
    assert refusal(address) == "It does not speak TLS as it should."


def test_a_proxy_of_the_environment_is_not_used(server, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    assert ask(Asked(server.answer("/rss", body=b"ok")), HERE).body == b"ok"


def test_name_and_password_of_an_address_are_sent_and_never_logged(server, caplog):
    caplog.set_level(logging.DEBUG, "newsroom")
    server.answer("/rss", body=b"ok")
    ask(Asked(f"http://desk:hunter2@127.0.0.1:{server.port}/rss?key=hunter3"), HERE)
    _, headers = server.asked[0]
    assert headers["Authorization"].startswith("Basic ")
    assert "hunter" not in caplog.text
    assert logging.getLogger("httpx").level == logging.WARNING


def test_a_form_is_told_to_a_server(server):
    told = []
    server.answers["/hub"] = lambda it: (told.append(it.body), it.say(202))
    tell(server.url("/hub"), {"hub.mode": "subscribe"}, HERE)
    assert told == [b"hub.mode=subscribe"]


def test_a_hub_in_the_header_is_found(server):
    link = '<https://hub.test/>; rel="hub", <https://feed.test/rss>; rel=self'
    given = ask(Asked(server.answer("/rss", body=b"x", Link=link)), HERE)
    assert (given.hub, given.topic) == ("https://hub.test/", "https://feed.test/rss")


def test_a_header_of_links_as_long_as_a_server_likes_is_read_in_linear_time():
    assert links('<a>; rel="hub"; ' * 10_000) == {"hub": "a"}
    assert links("<" * 8_000 + ";" * 8_000) == {}


def test_what_is_no_wait_is_none():
    assert retry_after("soon", NOON) is None
    assert retry_after("Sun, 29 Nov 2026 12:01:00 GMT", NOON) == 60
    assert retry_after("9" * 30, NOON) is None
    assert max_age("no-cache, max-age=abc") is None

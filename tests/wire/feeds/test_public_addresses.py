"""No feed leads the newsroom to a server inside a private network, by whatever road."""

from __future__ import annotations

import pytest

from newsroom.wire.fetching import Asked, FetchError, Limits, ask, connecting
from newsroom.wire.fetching.connecting import NO_SUCH_HOST, NOT_PUBLIC
from newsroom.wire.fetching.public import is_public

NOBODY_ALLOWED = Limits(connect=0.5, between_bytes=0.5, total=2)
ALLOWED = Limits(allowed_hosts=frozenset({"feeds.test"}))

PRIVATE = (
    *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1"),
    *("169.254.169.254", "100.64.0.1", "192.0.0.8", "198.18.0.1", "192.0.2.1", "203.0.113.9"),
    *("224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255"),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1"),
    *("::ffff:127.0.0.1", "::ffff:8.8.8.8", "::7f00:1", "2002:7f00:1::", "2002:808:808::1"),
    *(
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "64:ff9b:1::1",
        "2001:0:1::1",
        "2001:db8::1",
        "100::1",
    ),
    *("localhost", "", "2130706433"),
)


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_not_everybody_reaches_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "2a00:1450::8a"]
)
def test_an_address_on_the_internet_is_public(address):
    assert is_public(address)


@pytest.fixture
def names(monkeypatch) -> dict[str, list[list[str]]]:
    """What each host's name says, look-up by look-up; the last answer stays."""
    given: dict[str, list[list[str]]] = {}

    def look_up(host: str, port: int) -> list[str]:
        answers = given.get(host, [[host]])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    monkeypatch.setattr(connecting, "look_up", look_up)
    return given


def refusal(address: str, limits: Limits = NOBODY_ALLOWED) -> str:
    with pytest.raises(FetchError) as told:
        ask(Asked(address), limits)
    return told.value.sentence


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0"])
def test_loopback_is_refused_however_it_is_spelt(server, host):
    server.answer("/rss", body=b"secret")
    assert refusal(server.url("/rss", host)) == NOT_PUBLIC
    assert server.asked == []


@pytest.mark.parametrize("address", ["10.0.0.5", "169.254.169.254", "fd00::5", "64:ff9b::a00:5"])
def test_a_name_that_means_a_private_address_is_refused(names, address):
    names["agency.test"] = [[address]]
    assert refusal("http://agency.test/rss") == NOT_PUBLIC


def test_one_private_address_among_public_ones_is_enough_to_refuse(names):
    names["agency.test"] = [["93.184.215.14", "127.0.0.1"]]
    assert refusal("http://agency.test/rss") == NOT_PUBLIC


def test_an_allowed_host_may_be_private_but_may_not_lead_to_another(server, names):
    names["feeds.test"] = [["127.0.0.1"]]
    server.answer("/rss", 302, Location=server.url("/inside"))
    server.answer("/inside", body=b"secret")
    assert refusal(server.url("/rss", "feeds.test"), ALLOWED) == NOT_PUBLIC
    assert [path for path, _ in server.asked] == ["/rss"]


def test_an_allowed_host_is_asked_by_its_name(server, names):
    names["feeds.test"] = [["127.0.0.1"]]
    server.answer("/rss", body=b"ok")
    assert ask(Asked(server.url("/rss", "feeds.test")), ALLOWED).body == b"ok"
    _, headers = server.asked[0]
    assert headers["Host"] == f"feeds.test:{server.port}"


def test_a_name_that_changes_its_answer_is_looked_up_once_and_that_address_is_asked(server, names):
    """Vetted as public, it would say loopback to the second look-up, which is never made."""
    names["agency.test"] = [["203.0.113.1"], ["127.0.0.1"]]
    connected = []

    class Recording(connecting.httpcore.SyncBackend):
        def connect_tcp(self, host, port, *_, **__):
            connected.append(host)
            raise connecting.httpcore.ConnectError("nobody there")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connecting, "is_public", lambda address: address == "203.0.113.1")
        patch.setattr(connecting.httpcore, "SyncBackend", Recording)
        assert refusal("http://agency.test/rss") == "It cannot be reached."
    assert connected == ["203.0.113.1"]
    assert names["agency.test"] == [["127.0.0.1"]]


def test_a_redirect_is_vetted_anew_when_its_name_has_changed(server, names):
    names["feeds.test"] = [["127.0.0.1"]]
    names["agency.test"] = [["127.0.0.1"]]
    server.answer("/rss", 302, Location=f"http://agency.test:{server.port}/inside")
    assert refusal(server.url("/rss", "feeds.test"), ALLOWED) == NOT_PUBLIC


def test_a_host_of_no_name_is_told():
    assert refusal("http://no-such-host.invalid/rss") == NO_SUCH_HOST

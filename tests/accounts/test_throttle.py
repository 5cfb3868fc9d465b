"""Guessing passwords: slowed first, then refused, by account and by address."""

import uuid

import pytest
from flask import Flask
from limits.storage import MemoryStorage, RedisStorage
from redis.exceptions import ConnectionError as BrokerAwayError

from newsroom.accounts.throttle import Throttle, TooManyTries, network
from tests.factories import make_person
from tests.page_client import PASSWORD, Browser, Page


class Clock:
    """Stands in for the time module where the limits are counted."""

    def __init__(self) -> None:
        self.seconds = 1_790_000_000.0

    def time(self) -> float:
        return self.seconds


@pytest.fixture
def clock(monkeypatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("limits.storage.redis.time", clock)
    monkeypatch.setattr("limits.storage.memory.time", clock)
    return clock


@pytest.fixture
def throttle(clock: Clock, broker_url: str) -> Throttle:
    """On the real broker, under keys of its own."""
    address = f"redis+{broker_url}" if broker_url.startswith("unix:") else broker_url
    storage = RedisStorage(address, key_prefix=uuid.uuid4().hex)
    yield Throttle(storage, clock.time)
    storage.storage.close()


def _fail(throttle: Throttle, times: int, account: str = "miriam", address: str = "::1") -> None:
    for _ in range(times):
        throttle.admit(account, address)
        throttle.failed(address)


def test_after_five_tries_in_a_minute_the_sixth_is_told_how_long_to_wait(
    throttle: Throttle, clock: Clock
):
    _fail(throttle, 2)
    clock.seconds += 20
    _fail(throttle, 3)
    with pytest.raises(TooManyTries, match="Wait 40 seconds") as refusal:
        throttle.admit("miriam", "::1")
    assert refusal.value.seconds == 40
    clock.seconds += 41
    throttle.admit("miriam", "::1")


def test_somebody_elses_account_is_not_slowed(throttle: Throttle):
    _fail(throttle, 5)
    throttle.admit("daniel", "::1")


def test_after_twenty_tries_in_an_hour_the_account_is_closed_for_the_rest_of_it(
    throttle: Throttle, clock: Clock
):
    for _ in range(4):
        _fail(throttle, 5)
        clock.seconds += 61
    with pytest.raises(TooManyTries, match="closed for 56 minutes"):
        throttle.admit("miriam", "::1")
    clock.seconds += 3600
    throttle.admit("miriam", "::1")


def test_a_right_password_forgets_the_tries_of_the_account(throttle: Throttle):
    _fail(throttle, 4)
    throttle.admit("miriam", "::1")
    throttle.succeeded("miriam")
    _fail(throttle, 5)


def test_thirty_failures_from_one_address_slow_it_for_every_name(throttle: Throttle):
    for number in range(30):
        _fail(throttle, 1, account=f"name{number}", address="203.0.113.9")
    with pytest.raises(TooManyTries):
        throttle.admit("somebody.else", "203.0.113.9")
    throttle.admit("somebody.else", "203.0.113.10")


def test_right_passwords_do_not_count_against_the_address(throttle: Throttle):
    for number in range(60):
        throttle.admit(f"name{number}", "203.0.113.9")
        throttle.succeeded(f"name{number}")


def test_one_ipv6_network_counts_as_one_address():
    assert network("2001:db8:1:2:aaaa::1") == network("2001:db8:1:2:bbbb::2")
    assert network("2001:db8:1:2::1") != network("2001:db8:1:3::1")
    assert network("203.0.113.9") == "203.0.113.9"
    assert network("") == ""


class LostStorage(MemoryStorage):
    def acquire_entry(self, *_a, **_k):
        raise BrokerAwayError("away")

    def get_moving_window(self, *_a, **_k):
        raise BrokerAwayError("away")

    def clear(self, *_a, **_k):
        raise BrokerAwayError("away")


def test_without_the_broker_each_process_still_counts(clock: Clock):
    throttle = Throttle(LostStorage(), clock.time)
    _fail(throttle, 5)
    with pytest.raises(TooManyTries):
        throttle.admit("miriam", "::1")
    throttle.succeeded("miriam")
    throttle.admit("miriam", "::1")


def _sign_in(browser: Browser, name: str, password: str) -> Page:
    page = browser.get("/sign-in")
    form = {**page.hidden, "name": name, "password": password}
    return Page(browser.client.post("/sign-in", data=form))


def test_the_page_slows_guessing_and_then_takes_not_even_the_right_password(
    browser: Browser, change, clock: Clock
):
    name = f"guessed-{uuid.uuid4().hex[:8]}"
    with change():
        make_person(name, "reporter")
    for _ in range(5):
        assert _sign_in(browser, name, "a wrong password").status == 422
    slowed = _sign_in(browser, name, PASSWORD)
    assert slowed.status == 429
    assert "Too many tries. Wait" in slowed
    assert int(slowed.answer.headers["Retry-After"]) <= 60
    clock.seconds += 61
    assert _sign_in(browser, name, PASSWORD).status == 303


def test_the_present_password_is_no_easier_to_guess_than_at_the_door(
    app: Flask, change, clock: Clock
):
    name, other = (f"guessed-{uuid.uuid4().hex[:8]}" for _ in range(2))
    with change():
        make_person(name, "reporter")
        make_person(other, "reporter")
    thief, colleague = Browser(app), Browser(app)
    thief.sign_in(name)
    colleague.sign_in(other)
    new = {"new": "four words in no order", "again": "four words in no order"}
    for _ in range(5):
        thief.post("/password", {**new, "current": "a wrong password"}, status=422)
    slowed = thief.post("/password", {**new, "current": PASSWORD}, status=429)
    assert "Too many tries. Wait" in slowed
    assert int(slowed.answer.headers["Retry-After"]) <= 60
    colleague.post("/password", {**new, "current": PASSWORD})
    clock.seconds += 61
    thief.post("/password", {**new, "current": PASSWORD})


def test_who_knows_the_present_password_may_look_long_for_a_new_one(
    app: Flask, change, clock: Clock
):
    name = f"choosy-{uuid.uuid4().hex[:8]}"
    with change():
        make_person(name, "reporter")
    browser = Browser(app)
    browser.sign_in(name)
    for _ in range(6):
        browser.post("/password", {"current": PASSWORD, "new": "short", "again": "short"}, 422)

"""People at real browsers: each with cookies of their own, and any number of pages."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page


def sign_in(page: Page, name: str, password: str) -> None:
    """On the page that asks who it is; ends at the desk."""
    page.get_by_label("Name or e-mail").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")


class Person:
    """Somebody at their own browser, who may open several pages of it."""

    def __init__(self, chromium: Browser, server: str) -> None:
        self.server = server
        self.context = chromium.new_context(base_url=server)
        self.faults: list[str] = []

    def sign_in(self, name: str, password: str) -> Person:
        page = self.open("/sign-in")
        sign_in(page, name, password)
        page.close()
        return self

    def open(self, path: str) -> Page:
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._heard)
        page.goto(path)
        return page

    def _heard(self, message: ConsoleMessage) -> None:
        # A failed request is what some tests are about; a broken policy or script never is.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.faults.append(message.text)


@contextmanager
def seats(chromium: Browser, server: str, password: str) -> Iterator[Callable[[str], Person]]:
    """`sit("mira")` is that person, signed in; at the end no page of theirs may have broken."""
    people: list[Person] = []

    def sit(name: str) -> Person:
        people.append(Person(chromium, server).sign_in(name, password))
        return people[-1]

    yield sit
    for person in people:
        person.context.close()
    assert [fault for person in people for fault in person.faults] == []

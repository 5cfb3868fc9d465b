"""People at real browsers: each with cookies of their own, and any number of pages."""

from __future__ import annotations

import re
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

    def let_in(self, name: str, password: str) -> Person:
        """As the page's form does it, without the page: most tests are about what comes then."""
        page = self.context.request.get("/sign-in").text()
        found = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page)
        assert found is not None, page
        form = {"csrf_token": found[1], "name": name, "password": password}
        # As a browser says it, and the newsroom asks.
        origin = {"Referer": f"{self.server}/sign-in", "Origin": self.server}
        answer = self.context.request.post("/sign-in", form=form, headers=origin, max_redirects=0)
        assert answer.status in (302, 303), answer.text()
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
def seats(
    chromium: Browser, server: str, password: str, *, by_form: bool = False
) -> Iterator[Callable[[str], Person]]:
    """`sit("mira")` is that person, signed in; at the end no page of theirs may have broken."""
    people: list[Person] = []

    def sit(name: str) -> Person:
        people.append(Person(chromium, server))
        return (people[-1].sign_in if by_form else people[-1].let_in)(name, password)

    yield sit
    for person in people:
        person.context.close()
    assert [fault for person in people for fault in person.faults] == []

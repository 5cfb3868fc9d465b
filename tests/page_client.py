"""A browser without a screen that checks every page it fetches.

What each page owes is asked here and not in every test: a title, one main heading, no id twice,
a label for each field, a nonce on each script, no inline style, a form's token.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

PASSWORD = "correct horse battery"
UNLABELLED = {"hidden", "submit", "button", "image", "reset"}


@dataclass
class Page(HTMLParser):
    """One answer, read as a page."""

    answer: TestResponse
    ids: Counter[str] = field(default_factory=Counter)
    labelled: set[str] = field(default_factory=set)
    fields: list[dict[str, str | None]] = field(default_factory=list)
    hidden: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    text: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)
        self._open: list[str] = []
        self._in_label = 0
        self.feed(self.answer.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = dict(attrs)
        self._open.append(tag)
        if a.get("id"):
            self.ids[str(a["id"])] += 1
        if tag == "label":
            self._in_label += 1
            self.labelled.add(a.get("for") or "")
        if tag in {"input", "select", "textarea"}:
            self._field(a)
        if tag == "a" and a.get("href"):
            self.links.append(str(a["href"]))
        if "style" in a or any(name.startswith("on") for name in a):
            self.faults.append(f"inline style or script on <{tag}>")
        if tag == "script" and not a.get("nonce") and a.get("type") != "application/ld+json":
            self.faults.append("a script without a nonce")
        if tag == "img" and "alt" not in a:
            self.faults.append(f"a picture without alt: {a.get('src')}")

    def _field(self, a: dict[str, str | None]) -> None:
        if a.get("type") == "hidden":
            self.hidden[str(a.get("name"))] = a.get("value") or ""
        elif a.get("name") and a.get("type") not in {"checkbox", "radio"}:
            self.values[str(a["name"])] = a.get("value") or ""
        named = self._in_label or a.get("aria-label") or a.get("aria-labelledby")
        if a.get("type") not in UNLABELLED and not named:
            self.fields.append(a)

    def handle_endtag(self, tag: str) -> None:
        if tag == "label":
            self._in_label -= 1
        while self._open and self._open.pop() != tag:
            continue

    def handle_data(self, data: str) -> None:
        inside = self._open[-1] if self._open else ""
        if "title" in self._open and "svg" not in self._open:
            self.title += data
        if inside == "h1" or "h1" in self._open:
            self.headings.append(data.strip())
        if inside not in {"script", "style"}:
            self.text += data

    def complaints(self) -> list[str]:
        found = list(self.faults)
        if not self.title.strip():
            found.append("no title")
        if "h1" not in self.answer.text and "<main" in self.answer.text:
            found.append("no main heading")
        found += [f"id {name} stands {n} times" for name, n in self.ids.items() if n > 1]
        found += [
            f"no label for {f.get('name')}" for f in self.fields if f.get("id") not in self.labelled
        ]
        return found

    @property
    def status(self) -> int:
        return self.answer.status_code

    @property
    def words(self) -> str:
        """The page's text with its blanks folded."""
        return " ".join(self.text.split())

    def __contains__(self, words: object) -> bool:
        return str(words) in self.words


class Browser:
    """A visitor with cookies; forms are sent with the token of the page they stand on."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.client = app.test_client()

    def sign_in(self, name: str, password: str = PASSWORD) -> Page:
        """Be this person from now on; whoever was signed in before is forgotten here."""
        self.client = self.app.test_client()
        page = self.get("/sign-in")
        return self._follow(
            self._send("/sign-in", {"name": name, "password": password, **page.hidden})
        )

    def get(self, path: str, status: int = 200) -> Page:
        return self._page(self.client.get(path, follow_redirects=True), status)

    def post(self, path: str, form: dict[str, Any] | None = None, status: int = 200) -> Page:
        """Send a form to `path` and follow to the page it leads to."""
        data = {"csrf_token": self.token(), **(form or {})}
        return self._page(self._follow_answer(self._send(path, data)), status)

    def post_json(self, path: str, body: Any) -> TestResponse:
        return self.client.post(path, json=body, headers={"X-CSRFToken": self.token()})

    def token(self) -> str:
        """The form token of this browser's session, as any page with a form carries it."""
        page = Page(self.client.get("/password"))
        return page.hidden.get("csrf_token", "")

    def _send(self, path: str, data: dict[str, Any]) -> TestResponse:
        return self.client.post(path, data=data)

    def _follow(self, answer: TestResponse) -> Page:
        return self._page(self._follow_answer(answer), None)

    def _follow_answer(self, answer: TestResponse) -> TestResponse:
        hops = 0
        while answer.status_code in {301, 302, 303, 307, 308} and hops < 5:
            answer = self.client.get(answer.headers["Location"])
            hops += 1
        return answer

    def _page(self, answer: TestResponse, status: int | None) -> Page:
        page = Page(answer)
        if status is not None:
            assert page.status == status, f"{page.status} {page.words[:300]}"
        if answer.content_type.startswith("text/html") and "<html" in answer.text:
            assert page.complaints() == [], page.complaints()
        return page

"""How much of what is sent is read, before anybody knows who sends it."""

from io import BytesIO

import pytest
from flask import Flask, url_for

from newsroom.roles import Role
from newsroom.web.security import STRANGERS_BYTES
from tests.factories import make_person
from tests.page_client import Browser


class Watched(BytesIO):
    """A body that notes how much of it was taken."""

    taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        found = super().read(size)
        self.taken += len(found)
        return found

    def readinto(self, into: bytearray, /) -> int:
        count = super().readinto(into)
        self.taken += count
        return count


HEAD = b'--x\r\nContent-Disposition: form-data; name="photos"; filename="quay.jpg"\r\n\r\n'


def _send(browser: Browser, path: str, size: int) -> tuple[int, int]:
    """The answer's status, and how many bytes were read."""
    body = Watched(HEAD + b"\xff" * size + b"\r\n--x--\r\n")
    answer = browser.client.post(
        path,
        input_stream=body,
        content_length=len(body.getvalue()),
        content_type="multipart/form-data; boundary=x",
        headers={"X-CSRFToken": browser.token()},
    )
    return answer.status_code, body.taken


@pytest.mark.parametrize(
    ("path", "status"),
    [("/photos", 413), ("/sign-in", 413), ("/theme", 413), ("/no-such-place", 404)],
)
def test_of_what_a_stranger_sends_too_much_nothing_is_read(app: Flask, path: str, status: int):
    assert _send(Browser(app), path, STRANGERS_BYTES) == (status, 0)


def test_a_stranger_who_was_signed_out_may_still_be_shown_what_they_wrote(app: Flask):
    status, read = _send(Browser(app), "/stories/7/notes", 1024 * 1024)
    assert (status, read > 1024 * 1024) == (400, True)


def test_a_photo_of_somebody_who_is_signed_in_may_be_large(app: Flask, change):
    with change():
        make_person("photo_desk")
    browser = Browser(app)
    browser.sign_in("photo_desk")
    status, read = _send(browser, "/photos", STRANGERS_BYTES)
    assert (status, read > STRANGERS_BYTES) == (422, True)


ODD = {
    "slug": 5,
    "headline": [],
    "text": {},
    "name": 1,
    "position": [],
    "preferred": 1,
    "photo": {},
}


@pytest.mark.parametrize(
    "body", [[1], 1, "words", ODD], ids=["list", "number", "text", "odd words"]
)
def test_json_in_place_of_a_form_is_answered_by_every_page(app: Flask, change, body):
    with change():
        for role in Role:
            make_person(role.value)
    for role in Role:
        browser = Browser(app)
        browser.sign_in(role.value)
        for path in _posted_to(app):
            assert browser.post_json(path, body).status_code < 500, path


def _posted_to(app: Flask) -> list[str]:
    """Each address with a form, but for those that end the session."""
    rules = [rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())]
    with app.test_request_context():
        return [
            url_for(rule.endpoint, **dict.fromkeys(rule.arguments, 1))
            for rule in rules
            if "sign" not in rule.endpoint
        ]

"""The page of an item: all that the agency said, and nothing that it could do to us."""

import pytest

from newsroom.roles import Role
from tests.wire.sent_copy import PICTURE


@pytest.mark.parametrize("role", list(Role))
def test_everybody_with_a_role_opens_an_item(wire, browser, everyone, role):
    item = wire.send()
    browser.sign_in(role.value)
    assert "Nobody was hurt" in browser.get(f"/wire/items/{item}")


def test_an_item_shows_all_that_came_with_it(wire, editor):
    item = wire.send(
        slugline="FERRY-HALT",
        byline="Ilse Maren",
        dateline="OSTRY",
        urgency=2,
        ednote="Figures follow.",
        usageterms="For editorial use only. Not for use in Ireland.",
        keywords=["shipping"],
        subject=[{"code": "medtop:04000000", "name": "economy"}],
        associations={"main": PICTURE},
    )
    page = editor.get(f"/wire/items/{item}")
    for words in (
        *(
            "FERRY-HALT",
            "Ilse Maren",
            "OSTRY",
            "bulletin",
            "Figures follow.",
            "shipping",
            "economy",
        ),
        *("The port at noon.", "Petr Halm / Coastline", "No resale.", "300 × 200", "Uploads"),
        *("https://p.example/1.jpg", "editorial use only", "not in Ireland", "World"),
    ):
        assert words in page, words
    assert "<img" not in page.answer.text


def test_script_in_every_field_stays_words(wire, editor):
    evil = "<script>alert(1)</script>"
    item = wire.send(
        evil,
        evil,
        slugline=evil,
        byline=evil,
        keywords=[evil],
        ednote=evil,
        url="javascript:alert(1)",
        associations={"a": PICTURE | {"renditions": {"f": {"href": "javascript:alert(2)//.jpg"}}}},
    )
    page = editor.get(f"/wire/items/{item}").answer.text
    assert "<script>alert" not in page
    assert 'href="javascript:' not in page


def test_a_killed_item_says_so_in_the_agencys_words(wire, editor):
    killed = wire.send("Mayor resigns", uri="urn:mayor")
    kill = wire.send(
        "Kill", "Gone.", uri="urn:mayor", version="2", pubstatus="canceled", ednote="It was forged."
    )
    page = editor.get(f"/wire/items/{killed}")
    assert "not a word of it may be used" in page
    assert "It was forged." in page
    assert "A newer version is here" in page
    assert "This is the agency’s kill" in editor.get(f"/wire/items/{kill}")


def test_an_embargo_is_told_with_its_time_and_its_words(wire, editor):
    item = wire.send(embargoed="2199-01-01T18:00:00Z")
    assert "Under embargo until 1 Jan 2199" in editor.get(f"/wire/items/{item}")
    endless = wire.send(embargoed="")
    assert "until the agency lifts it" in editor.get(f"/wire/items/{endless}")


def test_the_bytes_come_as_a_file_and_never_as_a_page(wire, editor):
    item = wire.send("<b>Ferry</b>")
    answer = editor.client.get(f"/wire/items/{item}/raw")
    assert answer.status_code == 200
    assert b"urn:test:1" in answer.data
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.mimetype == "application/octet-stream"


@pytest.mark.parametrize(
    "path", ["/wire/items/77", "/wire/items/77/raw", "/wire/items/77/against/1"]
)
def test_an_item_that_is_gone_is_not_found(wire, editor, path):
    wire.send()
    editor.get(path, status=404)


def test_an_item_of_many_paragraphs_is_shown_in_part(wire, editor):
    item = wire.send(body="\n\n".join(f"Line {n}." for n in range(1005)))
    assert "5 more paragraphs are not shown" in editor.get(f"/wire/items/{item}")

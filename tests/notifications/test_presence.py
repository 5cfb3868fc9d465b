"""Who counts as here: what a page may say of itself, how long it counts, how it reads."""

import json
from dataclasses import replace

import pytest

from newsroom.errors import Invalid
from newsroom.notifications import presence
from newsroom.notifications.presence import GONE_AFTER_MS, MOST_HERE, MOST_OF_ONE, Here

NOW = 1_800_000_000_000
SENT = {
    "client": "tab-1",
    "version": 7,
    "anchor": 40,
    "head": 44,
    "typing": True,
    "block": "paragraph",
    "number": 3,
}


def page(person=1, client="tab-1", name="Lena Ortiz", at=NOW, **more) -> Here:
    said = presence.said(SENT | {"client": client}, person, name, at)
    return replace(said, **more)


def test_a_page_says_where_its_person_is_in_the_newsroom_s_words():
    said = presence.said(SENT, 4, "Lena Ortiz", NOW)
    assert presence.words(said) == "Lena Ortiz, typing in paragraph 3"
    assert (said.person, said.version, said.anchor, said.head) == (4, 7, 40, 44)


@pytest.mark.parametrize(
    ("more", "reads"),
    [
        ({"typing": False}, "Lena Ortiz, in paragraph 3"),
        ({"block": "headline", "number": 1}, "Lena Ortiz, typing in the headline"),
        ({"block": "figure", "number": 2, "typing": False}, "Lena Ortiz, in caption 2"),
        ({"block": None, "typing": False}, "Lena Ortiz, reading"),
    ],
)
def test_it_reads_as_people_say_it(more, reads):
    assert presence.words(presence.said(SENT | more, 4, "Lena Ortiz", NOW)) == reads


def test_who_only_reads_has_no_cursor():
    said = presence.said({"client": "tab-1", "version": 0}, 4, "Lena Ortiz", NOW)
    assert (said.anchor, said.head, said.place) == (None, None, "")


def test_whom_it_speaks_for_and_since_when_is_not_the_page_s_to_say():
    said = presence.said(SENT | {"person": 9, "name": "Ada", "at": 1, "place": "x"}, 4, "Lena", NOW)
    assert (said.person, said.name, said.at, said.place) == (4, "Lena", NOW, "paragraph 3")


@pytest.mark.parametrize(
    "sent",
    [
        None,
        [],
        "here",
        {},
        SENT | {"client": ""},
        SENT | {"client": "x" * 41},
        SENT | {"client": "a:b"},
        SENT | {"client": "tab-1\n"},
        SENT | {"client": 7},
        SENT | {"version": -1},
        SENT | {"version": 2**31},
        SENT | {"version": True},
        SENT | {"version": 1.0},
        SENT | {"version": "7"},
        SENT | {"anchor": None},
        SENT | {"head": None},
        SENT | {"head": float("nan")},
        SENT | {"anchor": [1]},
        SENT | {"typing": "yes"},
        SENT | {"typing": 1},
        SENT | {"block": "script"},
        SENT | {"block": ["paragraph"]},
        SENT | {"number": -3},
        SENT | {"number": None},
        SENT | {"number": "{0.__class__}"},
    ],
)
def test_what_no_page_says_is_refused(sent):
    with pytest.raises(Invalid):
        presence.said(sent, 4, "Lena Ortiz", NOW)


def test_a_page_that_was_not_heard_of_for_half_a_minute_is_gone():
    late, lately = page(1, at=NOW - GONE_AFTER_MS), page(2, at=NOW - GONE_AFTER_MS + 1)
    assert presence.still_here([late, lately], NOW) == [lately]


def test_a_page_stands_once_as_it_last_said():
    before = [page(1, at=NOW - 500), page(2, at=NOW - 900)]
    newest = page(1, at=NOW, head=50)
    assert {p.key: p.head for p in presence.joined(before, newest)} == {
        "1:tab-1": 50,
        "2:tab-1": 44,
    }


def test_of_one_person_s_many_pages_the_oldest_makes_room():
    own = [page(1, f"tab-{n}", at=NOW - 100 + n) for n in range(MOST_OF_ONE)]
    after = presence.joined([*own, page(2, at=NOW - 999)], page(1, "tab-new"))
    assert {p.client for p in after if p.person == 1} == {
        "tab-new",
        *(f"tab-{n}" for n in range(1, MOST_OF_ONE)),
    }
    assert any(p.person == 2 for p in after)


def test_a_story_that_is_full_keeps_who_is_in_it():
    full = [page(n, at=NOW - 10) for n in range(MOST_HERE)]
    assert len(presence.joined(full, page(MOST_HERE + 1))) == MOST_HERE
    again = page(3, head=41)
    assert again in presence.joined(full, again)


def test_each_person_is_shown_once_by_the_page_they_type_in():
    pages = [
        page(1, "tab-1", at=NOW, typing=False, place="the headline"),
        page(1, "tab-2", at=NOW - 900),
        page(2, name="Ada Parker", at=NOW, typing=False, place=""),
    ]
    assert [one.words for one in presence.present(pages)] == [
        "Lena Ortiz, typing in paragraph 3",
        "Ada Parker, reading",
    ]


def test_a_person_has_the_same_colour_in_every_story():
    assert {presence.colour(n) for n in range(1, 50)} == set(range(1, presence.COLOURS + 1))
    shown = page(8).shown()
    assert (shown["colour"], presence.present([page(8, "tab-9")])[0].colour) == (3, 3)


def test_what_is_written_down_reads_back():
    said = page(4)
    assert presence.read(json.dumps(said.facts())) == said


@pytest.mark.parametrize("text", ["", "[]", "7", "null", "{}", '{"person": 1, "mood": "good"}'])
def test_what_another_release_wrote_is_passed_over(text):
    assert presence.read(text) is None

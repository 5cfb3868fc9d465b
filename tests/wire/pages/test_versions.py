"""Versions side by side: what was changed, put in and taken out, within bounded work."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.wire.comparing import MOST_PARTS, Part, compare

PARTS = st.lists(st.builds(Part, st.sampled_from(["Headline", "Paragraph"]), st.text(max_size=30)))


def paragraphs(*texts):
    return [Part("Paragraph", text) for text in texts]


def test_changed_words_are_marked_on_both_sides():
    before = paragraphs("Nineteen vessels wait outside the harbour.", "Nobody was hurt.")
    after = paragraphs(
        "Twenty vessels wait outside the harbour.", "Nobody was hurt.", "It is over."
    )
    rows = compare(before, after).rows
    assert [row.kind for row in rows] == ["changed", "same", "added"]
    assert next((p.kind, p.text) for p in rows[0].before) == ("deleted", "Nineteen")
    assert next((p.kind, p.text) for p in rows[0].after) == ("inserted", "Twenty")


def test_a_headline_is_never_compared_with_a_paragraph():
    rows = compare([Part("Headline", "The ferry")], [Part("Paragraph", "The ferry")]).rows
    assert [row.kind for row in rows] == ["removed", "added"]


@given(PARTS, PARTS)
def test_each_side_says_all_that_its_version_says(before, after):
    rows = compare(before, after).rows
    for side, parts in (("before", before), ("after", after)):
        said = ["".join(p.text for p in getattr(row, side)) for row in rows]
        assert [s for s in said if s] == [p.text for p in parts if p.text]


@pytest.mark.parametrize("unit", ["a ", "a", "x y "])
def test_hostile_sizes_take_bounded_time(unit):
    one = [Part("Paragraph", f"{n}{unit * 200}") for n in range(MOST_PARTS + 7)]
    other = [Part("Paragraph", f"{unit * 200}{n}") for n in range(MOST_PARTS)]
    begun = time.process_time()
    assert compare(one, other).left_out == 7
    assert time.process_time() - begun < 10


def test_two_versions_stand_side_by_side(wire, editor):
    older = wire.send("Ferry halted", uri="urn:ferry")
    newer = wire.send("Ferry sails", uri="urn:ferry", version="2")
    assert "Side by side" in editor.get(f"/wire/items/{newer}")
    page = editor.get(f"/wire/items/{newer}/against/{older}")
    assert "<del>halted</del>" in page.answer.text
    assert "<ins>sails</ins>" in page.answer.text
    assert "1 part differs" in page


def test_items_of_two_stories_are_not_versions_of_each_other(wire, editor):
    ferry, storm = wire.send("Ferry"), wire.send("Storm")
    assert "not versions of one story" in editor.get(
        f"/wire/items/{ferry}/against/{storm}", status=404
    )

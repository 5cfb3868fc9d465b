"""The real story that this newsroom was built around, where it lies beside the checkout."""

import pytest

from newsroom.wire.attribution import Kind, attribute
from newsroom.wire.creditline import propose
from newsroom.wire.registry import seed_registry


@pytest.fixture(scope="module")
def found(shared):
    text = (shared / "seed-story.txt").read_text(encoding="utf-8")
    return attribute(text, seed_registry())


def test_its_four_outlets_are_found(found):
    named = {one.outlet for one in found if one.kind is not Kind.CREDIT and one.outlet}
    assert named == {"channel12", "alarabiya", "almayadeen", "ap"}


def test_the_turkish_agency_asks_for_its_name(found):
    assert [one.speaker.split()[-1] for one in found if one.unnamed_outlet and one.speaker] == [
        "Mashaal"
    ]


def test_the_sources_without_a_name_are_known_as_such(found):
    anonymous = [one.speaker for one in found if one.anonymous]
    for who in ("a senior Israeli source", "Another Hamas official"):
        assert who in anonymous
    assert any(who.startswith("An Egyptian intelligence official") for who in anonymous)


def test_the_photo_keeps_its_agency(found):
    assert [one.outlet for one in found if one.kind is Kind.CREDIT] == ["flash90"]


def test_the_credit_line_names_those_whose_facts_it_uses(found):
    line = propose("", found, seed_registry())
    assert line == "With reporting by Channel 12, Al Arabiya, Al Mayadeen and The Associated Press"

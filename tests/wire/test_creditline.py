"""The credit line a story owes, and how it grows out of the one it has."""

import pytest

from newsroom.wire.attribution import attribute
from newsroom.wire.creditline import in_words, propose
from newsroom.wire.outlets import Outlet, OutletType
from newsroom.wire.registry import Registry, seed_registry

TEXT = "Haaretz reported it. The mayor told The Associated Press he knew. Haaretz said he did not."


def proposed(existing: str, text: str = TEXT, registry: Registry | None = None) -> str:
    registry = registry or seed_registry()
    return propose(existing, attribute(text, registry), registry)


@pytest.mark.parametrize(
    ("names", "words"),
    [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_are_joined_as_one_says_them(names, words):
    assert in_words(names) == words


def test_one_source_is_credited_in_full():
    text = "The mayor told AP he knew."
    assert proposed("", text) == "With reporting by The Associated Press"


def test_the_most_used_source_comes_first_then_the_alphabet():
    assert proposed("") == "With reporting by Haaretz and The Associated Press"
    text = "Reuters and Haaretz said so, according to the BBC."
    assert proposed("", text) == "With reporting by BBC, Haaretz and Reuters"


def test_only_what_lacks_is_added_to_a_line_that_stands():
    assert (
        proposed("With reporting by The Associated Press.")
        == "With reporting by The Associated Press and Haaretz."
    )
    assert (
        proposed("With reporting by Lea Marom and The Globe and Mail")
        == "With reporting by Lea Marom, The Globe and Mail, Haaretz and The Associated Press"
    )
    assert (
        proposed("AP contributed to this report.")
        == "AP contributed to this report. With reporting by Haaretz."
    )


@pytest.mark.parametrize("existing", ["", "Staff", "With reporting by AP", "Photo: Flash90."])
def test_a_proposal_proposed_again_stays_as_it_is(existing):
    line = proposed(existing)
    assert proposed(line) == line


def test_nothing_owed_leaves_the_line_untouched():
    assert proposed("  Staff ", "Nobody said anything.") == "  Staff "


def test_photo_agencies_and_credits_in_the_text_are_not_owed():
    assert proposed("", "The quay. (Ilan Peretz/Flash90)\nAFP contributed to this report.") == ""


def test_an_outlet_that_asks_for_one_form_gets_it_in_place_of_a_shorter_one():
    asks = Outlet(
        "Associated Press", OutletType.AGENCY, ("AP",), credit_form="The AP of Ohio", key="ap"
    )
    registry = Registry([asks])
    text = "The mayor told AP he knew."
    assert proposed("With reporting by AP", text, registry) == "With reporting by The AP of Ohio"


def shared(existing: str, shares: dict[str, float], text: str = "Nobody said anything.") -> str:
    registry = seed_registry()
    return propose(existing, attribute(text, registry), registry, shares)


def test_whose_copy_most_of_the_story_is_has_it_by_its_name():
    assert shared("", {"ap": 60.0}) == "By The Associated Press"
    assert shared("", {"ap": 59.0}) == "With reporting by The Associated Press"
    assert (
        shared("", {"ap": 72.0, "reuters": 8.0}, TEXT)
        == "By The Associated Press, with reporting by Reuters and Haaretz"
    )


def test_more_of_the_story_comes_before_more_mentions_and_then_the_alphabet():
    shares = {"reuters": 20.0, "afp": 20.0}
    assert shared("", shares, TEXT) == (
        "With reporting by Agence France-Presse, Reuters, Haaretz and The Associated Press"
    )


@pytest.mark.parametrize("existing", ["", "Staff", "With reporting by AP", "AFP, Reuters"])
def test_a_line_made_of_shares_stays_as_it_is(existing):
    shares = {"ap": 70.0, "reuters": 9.0, "afp": 9.0}
    line = shared(existing, shares, TEXT)
    assert shared(line, shares, TEXT) == line


def test_a_line_that_a_share_adds_to_keeps_its_byline():
    assert (
        shared("By The Associated Press, with reporting by Reuters", {"ap": 70.0}, TEXT)
        == "By The Associated Press, with reporting by Reuters and Haaretz"
    )


def test_bare_names_get_the_words_of_the_house():
    assert shared("AFP, Reuters", {}) == "With reporting by Agence France-Presse and Reuters"
    assert shared("Reuters", {}) == "Reuters"
    assert shared("Staff and Reuters", {}) == "Staff and Reuters"

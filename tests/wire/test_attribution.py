"""Who said it: what the rules promise, one sentence at a time."""

import pytest

from newsroom.wire.attribution import Kind, attribute, attribute_passages
from newsroom.wire.registry import seed_registry
from tests.wire.reading import only, read, sources


def test_an_outlet_that_reports_is_the_source():
    found = only("Haaretz reported on Sunday that the bridge would close.")
    assert (found.kind, found.outlet, found.verb) == (Kind.OUTLET, "haaretz", "report")
    assert not found.second_hand


def test_whoever_told_an_outlet_is_its_speaker_and_the_fact_is_at_second_hand():
    found = only("The mayor of Tiberias told Army Radio that the lake was rising.")
    assert (found.kind, found.outlet) == (Kind.TOLD, "army-radio")
    assert found.speaker == "The mayor of Tiberias"
    assert found.second_hand


def test_an_official_without_a_name_is_anonymous_and_a_named_one_is_not():
    assert only("A port official told Reuters the crane was safe.").anonymous
    assert not only("Port official Lea Marom told Reuters the crane was safe.").anonymous


def test_a_spokesman_and_the_police_are_not_anonymous():
    assert not only("A spokesman for the port told Reuters the crane was safe.").anonymous
    (police,) = read("Police said the crane was safe.")
    assert not police.anonymous


def test_asking_for_no_name_makes_anybody_anonymous():
    found = only(
        "The harbour master, speaking on condition of anonymity, told Reuters the crane was old."
    )
    assert found.anonymous
    assert found.speaker == "The harbour master"


def test_he_is_as_anonymous_as_the_one_before():
    told, he = read("An aide told CNN the trip was off. He said nobody had been asked.")
    assert told.anonymous
    assert he.speaker == "He"
    assert he.anonymous


def test_the_official_is_named_where_the_text_named_one():
    *_, last = read("Port official Lea Marom said no. The official said the crane was old.")
    assert last.speaker == "The official"
    assert not last.anonymous


def test_an_outlet_without_a_name_asks_to_be_named():
    found = only("The minister told a Turkish news agency that he would stay.")
    assert found.unnamed_outlet
    assert found.outlets == ()


def test_a_paper_that_is_not_registered_is_a_source_without_a_key():
    found = only("The Riverbend Courier reported that the mill would close.")
    assert not found.unnamed_outlet
    assert found.outlets == ()


def test_two_outlets_of_one_phrase_are_one_attribution():
    found = only("Reuters and the BBC reported that the mill would close.")
    assert found.outlets == ("reuters", "bbc")


def test_what_an_outlet_cites_is_its_via_and_no_source_of_ours():
    found = only("Al Jazeera, citing the WAFA agency, said the road was open.")
    assert (found.outlet, found.via) == ("aljazeera", ("wafa",))
    assert found.second_hand


def test_citing_somebody_without_a_name_is_noted():
    assert only("Kan reported, citing a security official, that the road was open.").cites_unnamed
    assert not only("Kan reported, citing the mayor, that the road was open.").cites_unnamed


def test_the_network_is_the_broadcaster_named_last():
    _, network = sources("Channel 13 showed the tape. A guard told the network he had run.")
    assert network.outlet == "channel13"


def test_the_network_is_found_in_another_paragraph():
    found = attribute_passages(
        ["Channel 13 said the gate was open.", "“We ran,” a guard told the network."],
        seed_registry(),
    )
    assert [(one.passage, one.outlet) for one in found] == [(0, "channel13"), (1, "channel13")]
    assert found[1].text == "the network"


def test_a_network_that_nobody_named_is_left_alone():
    assert sources("The network of tunnels was flooded, and the network said nothing.") == []


def test_a_short_name_goes_to_the_paper_named_in_full():
    _, short = sources("The Los Angeles Times printed the list. The Times said it was complete.")
    assert short.outlet == "latimes"


def test_the_report_goes_to_the_outlet_that_reported():
    _, report = sources("Channel 12 said the vote was off. The report said he had agreed.")
    assert report.outlet == "channel12"


def test_the_report_of_an_inquiry_is_a_document():
    found = read("A report by the ombudsman found gaps. The report said nobody was warned.")
    assert [one.kind for one in found] == [Kind.DOCUMENT, Kind.DOCUMENT]


def test_words_in_a_quotation_are_not_read():
    assert sources('"Haaretz reported it first," the mayor joked.') == []


def test_a_programme_in_quotation_marks_is_no_quotation():
    assert only('The senator told "60 Minutes" that he was done.').outlet == "cbs"


@pytest.mark.parametrize(
    "text",
    [
        "The court told Al Jazeera to close its office.",
        "Reuters said it had appointed a new editor.",
        "The New York Times reported a loss of $2 million.",
        "Bloomberg said he would run again.",
        "The editor of Haaretz said the paper would appeal.",
        "The final will be shown on Sky on Sunday.",
        "Reuters did not say who fired.",
        "The National Museum said the vase was old.",
        "The PA said salaries would be paid.",
        "Fox shares rose sharply.",
    ],
)
def test_a_name_alone_is_no_source(text):
    assert sources(text) == []


def test_offsets_are_code_points_of_the_text():
    text = "😀 Zwei Sätze.\nReuters reported that the 😀 stayed.\n\n“No,” Ann Lee told CNN."
    for found in attribute(text, seed_registry()):
        assert text[found.start : found.end] == found.text
    assert [f.text for f in attribute(text, seed_registry())] == ["Reuters", "CNN"]


def test_curly_apostrophes_and_hard_blanks_are_read_like_plain_ones():
    assert (
        only("Israel’s Channel\u00a012 said so, and the mayor’s office agreed.").outlet
        == "channel12"
    )

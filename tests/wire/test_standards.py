"""The newsroom's standards on sources, one story at a time."""

import pytest

from newsroom.standards import Level
from newsroom.wire.attribution import attribute_passages
from newsroom.wire.registry import seed_registry
from newsroom.wire.standards.levels import Levels
from newsroom.wire.standards.material import Material
from newsroom.wire.standards.reading import breaches
from newsroom.wire.standards.table import BY_RULE, PREFIX, STANDARDS, Rule, standard_of

R = Rule
EVERYTHING = Levels(dict.fromkeys(Rule, Level.WARN))


def read(*passages, levels=EVERYTHING, **more):
    registry = seed_registry()
    found = attribute_passages(passages, registry)
    return breaches(Material(passages, found, registry, **more), levels)


def broken(*passages, **more):
    return {(one.rule.value, one.words) for one in read(*passages, **more)}


def rules(*passages, **more):
    return {one.rule for one in read(*passages, **more)}


SINGLE = "A senior port official said the crane was old."
WHY = "The official asked not to be named because he may not speak to reporters."


def test_a_story_that_rests_on_one_unnamed_source_says_so_at_its_first_words():
    assert ("single_anonymous", "A senior port official") in broken(SINGLE, WHY)


@pytest.mark.parametrize(
    "more",
    [
        "Mayor Lea Marom said the crane would stand.",
        "Court documents showed that the crane was never inspected.",
        "Haaretz reported that the crane was old.",
        "Two port workers said they had warned of it, and a diplomat said so too.",
        "The port authority said the crane was safe.",
    ],
)
def test_a_second_source_of_any_kind_is_enough(more):
    assert R.SINGLE_ANONYMOUS not in rules(SINGLE, more)


def test_the_official_and_he_are_the_same_official_and_another_is_another():
    assert R.SINGLE_ANONYMOUS in rules(
        SINGLE, "The official said it would fall.", "He said so twice."
    )
    assert R.SINGLE_ANONYMOUS not in rules(SINGLE, "Another official said it would fall.")


def test_several_officials_are_no_single_source():
    assert R.SINGLE_ANONYMOUS not in rules("Three port officials said the crane was old.")


@pytest.mark.parametrize(
    "passage",
    [
        "Sources said the crane was old. The source said it would fall.",
        "Port officials, who spoke on condition that his name not be used, said it was old.",
        "Diplomats said the talks had failed. He said nobody had called.",
    ],
)
def test_one_source_is_not_called_several(passage):
    assert R.PLURAL_SOURCES in rules(passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Sources said the crane was old. They said it would fall.",
        "Two officials said the talks had failed. One of the officials said so twice.",
        SINGLE,
    ],
)
def test_several_sources_may_be_called_so(passage):
    assert R.PLURAL_SOURCES not in rules(passage)


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("A source said the crane was old.", "A source"),
        ("Sources told Reuters the crane was old.", "Sources"),
        ("“It will fall,” one well-placed source said.", "one well-placed source"),
        ("An unnamed source told the BBC it would fall.", "An unnamed source"),
    ],
)
def test_a_bare_source_is_to_be_described(passage, words):
    assert ("bare_source", words) in broken(passage)


@pytest.mark.parametrize(
    "passage",
    [
        "A security source said the crane was old.",
        "A source close to the talks said the crane was old.",
        "A source, who works at the port, said the crane was old.",
        "Two sources with knowledge of the matter said it would fall.",
        "A port official said the crane was old.",
    ],
)
def test_a_source_that_is_described_is_left_alone(passage):
    assert R.BARE_SOURCE not in rules(passage)


@pytest.mark.parametrize(
    ("passage", "opinion"),
    [
        ("A cabinet aide said the minister was incompetent.", "incompetent"),
        ("“He is a coward,” a party official told CNN.", "coward"),
        ("A diplomat complained that the envoy had failed.", "complain"),
        ("An aide boasted that nobody had read the bill.", "boast"),
        ("A senior official said the envoy was out of his depth.", "out of his depth"),
    ],
)
def test_an_unnamed_source_gives_facts_and_no_opinions(passage, opinion):
    (found,) = [one for one in read(passage) if one.rule is R.ANONYMOUS_OPINION]
    assert opinion in found.evidence


@pytest.mark.parametrize(
    "passage",
    [
        "Mayor Lea Marom said the minister was incompetent.",
        "A cabinet aide said the bill would be read on Monday.",
    ],
)
def test_a_name_may_have_opinions_and_an_aide_may_have_facts(passage):
    assert R.ANONYMOUS_OPINION not in rules(passage)


@pytest.mark.parametrize(
    "why",
    [
        WHY,
        "The official spoke on condition of anonymity to discuss private talks.",
        "The official was not authorised to speak publicly.",
        "The official asked to remain anonymous, citing fear of reprisals.",
        "The official declined to be identified in line with port rules.",
    ],
)
def test_the_reader_may_learn_why_a_source_is_unnamed(why):
    assert R.NO_REASON in rules(SINGLE)
    assert R.NO_REASON not in rules(f"{SINGLE} {why}")


def test_a_reason_for_something_else_is_no_reason():
    assert R.NO_REASON in rules("A port official said the crane fell because of the wind.")
    assert R.NO_REASON in rules(
        "A port official, speaking on condition of anonymity, said it fell."
    )


def test_a_long_quotation_names_its_speaker_early():
    long = "“We ran. We saw the crane. Then it fell,” said Dana Roth, a port worker."
    assert ("late_speaker", "Dana Roth") in {
        (rule, words.split(",")[0]) for rule, words in broken(long)
    }
    for early in (
        "“We ran,” said Dana Roth. “We saw the crane. It fell. It was old.”",
        "Dana Roth said: “We ran. We saw the crane. Then it fell.”",
        "“We ran. We saw the crane,” said Dana Roth.",
    ):
        assert R.LATE_SPEAKER not in rules(early)


def test_a_quotation_led_in_by_the_paragraph_above_has_its_speaker():
    assert R.LATE_SPEAKER not in rules(
        "Dana Roth put it so:", "“We ran. We saw the crane. Then it fell,” she said."
    )


def test_an_outlet_of_the_dateline_has_its_facts_in_the_text():
    assert ("outlet_unattributed", "AP") in broken("It rained.", dateline="JERUSALEM (AP)")
    assert R.OUTLET_UNATTRIBUTED in rules("JERUSALEM (AP) — It rained on Monday.")
    assert R.OUTLET_UNATTRIBUTED not in rules(
        "JERUSALEM (AP) — It rained on Monday, the mayor told The Associated Press."
    )


def test_whoever_is_credited_for_nothing_is_noted():
    line = "With reporting by Reuters"
    assert broken("It rained.", credit_line=line) == {("credit_unused", "Reuters")}
    assert broken("It rained, Reuters reported.", credit_line=line) == set()
    assert broken("It rained.", credit_line=line, shares={"reuters": 12.0}) == set()


def test_much_of_anothers_copy_wants_more_than_a_credit_line():
    line = "With reporting by Reuters"
    assert broken("It rained.", credit_line=line, shares={"reuters": 44.0}) == {
        ("outlet_unattributed", "Reuters")
    }


def test_photo_agencies_are_credited_for_pictures():
    assert broken("It rained.", credit_line="Photo: Flash90") == set()


def test_an_outlet_that_carries_the_story_is_named_within_five_paragraphs():
    filler = ["It rained."] * 5
    late = "The dam broke, Haaretz reported."
    assert ("late_attribution", "Haaretz") in broken(*filler, late)
    assert R.LATE_ATTRIBUTION not in rules(*filler[1:], late)
    assert R.LATE_ATTRIBUTION not in rules(*filler[1:], "A heading", late, headings=frozenset({4}))


def test_an_outlet_that_adds_something_late_is_left_alone():
    early = "The dam broke, Haaretz reported. Haaretz said two fled."
    filler = ["It rained."] * 5
    assert R.LATE_ATTRIBUTION not in rules(early, *filler, "The mill closed, CNN reported.")


def test_what_is_off_is_not_looked_for():
    assert rules(SINGLE, levels=Levels(dict.fromkeys(Rule, Level.OFF))) == set()
    assert R.ANONYMOUS_UNRELEASED not in rules(SINGLE, levels=Levels())


def test_a_level_says_how_a_finding_weighs():
    assert BY_RULE[R.SINGLE_ANONYMOUS].severity(Level.BLOCK) == "blocking"
    assert BY_RULE[R.SINGLE_ANONYMOUS].severity(Level.WARN) == "advice"
    assert BY_RULE[R.NO_REASON].severity(Level.WARN) == "note"
    assert BY_RULE[R.NO_REASON].severity(Level.OFF) is None


def test_only_what_differs_from_the_house_is_a_desks_own():
    assert Levels.differing({R.NO_REASON: Level.WARN, R.BARE_SOURCE: Level.BLOCK}).own == {
        R.BARE_SOURCE: Level.BLOCK
    }
    assert Levels().changes_to(Levels({R.BARE_SOURCE: Level.BLOCK})) == (
        "an unnamed source is described: warn → block"
    )


def test_each_standard_is_in_the_table_once_and_says_where_it_is_from():
    assert [one.rule for one in STANDARDS] == list(Rule)
    assert all(one.source and one.title and one.asks for one in STANDARDS)
    assert [one.rule for one in STANDARDS if one.default is Level.BLOCK] == [
        R.REUSE_UNCREDITED,
        R.CREDIT_LINE,
        R.USAGE_TERMS,
    ]
    assert standard_of(f"{PREFIX}bare_source") is BY_RULE[R.BARE_SOURCE]
    assert standard_of("bare_source") is None
    assert standard_of(f"{PREFIX}of_tomorrow") is None


def test_a_story_that_its_agency_signs_is_given_to_it_as_a_whole():
    line, shares = "With reporting by Reuters", {"reuters": 92.0}
    assert broken("It rained.", credit_line=line, shares=shares) != set()
    signed = broken("It rained.", credit_line=line, shares=shares, byline="By Reuters")
    assert signed == set()

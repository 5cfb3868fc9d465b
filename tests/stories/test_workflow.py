"""How a story moves, without a database: every refusal in its own words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsroom.photos.rights.categories import Kind
from newsroom.photos.rights.terms import Terms
from newsroom.photos.rights.verdict import NOBODY_SAID
from newsroom.roles import Actor, Role
from newsroom.stories.standing import (
    Approved,
    Given,
    MustFix,
    OpenFinding,
    PhotoFacts,
    Reading,
    Standing,
)
from newsroom.stories.states import State
from newsroom.stories.summary import Figure, Summary
from newsroom.stories.workflow import BY_NAME, MOVES, choices, refusals, target

NOON = datetime(2030, 5, 21, 12, 0, tzinfo=UTC)
WORLD, CITY = 1, 2

MIRA = Actor(7, "Mira Stone", frozenset({(Role.REPORTER, None)}))
TOMAS = Actor(8, "Tomas Lind", frozenset({(Role.EDITOR, WORLD)}))
LENA = Actor(9, "Lena Roth", frozenset({(Role.EDITOR, CITY)}))
PAVEL = Actor(10, "Pavel Oren", frozenset({(Role.PHOTO_DESK, None)}))
CLOCK = Actor(None, "The schedule", frozenset({(role, None) for role in Role}))

FIGURE = Figure(1, 40, 3, "The pier at dawn.", "Ada Park", "Ada Park/Gazette", "A wet pier")
SUMMARY = Summary("Ferry halted", "", "By Mira Stone", "PORT ELLEN", "", 240, (FIGURE,))
READ = tuple(Reading(check, 4, None) for check in ("house style", "attribution", "caption"))
PASSED = Approved(4, "Tomas Lind")


STAFF = Terms(Kind.STAFF)


def ending(at):
    return PhotoFacts(True, terms=Terms(Kind.STAFF, ends_on=at.date()))


def standing(state=State.EDIT, **changed):
    return replace(
        Standing(
            state=state,
            version=4,
            slug="ferry-halted",
            desk_id=WORLD,
            summary=SUMMARY,
            now=NOON,
            reporters=frozenset({7}),
            writers={7: 900, 8: 40},
            readings=READ,
            photos={3: PhotoFacts(ready=True, terms=STAFF)},
        ),
        **changed,
    )


def said(name, actor, stands, **given):
    return [one.sentence for one in refusals(BY_NAME[name], stands, actor, Given(**given))]


def test_a_complete_draft_is_filed_by_its_reporter():
    assert said("file", MIRA, standing(State.DRAFT)) == []


@pytest.mark.parametrize(
    ("lacking", "sentence"),
    [
        ("headline", "The story has no headline."),
        ("byline", "The story has no byline."),
        ("dateline", "The story has no dateline."),
    ],
)
def test_a_draft_without_its_heads_is_not_filed(lacking, sentence):
    bare = standing(State.DRAFT, summary=replace(SUMMARY, **{lacking: ""}))
    assert said("file", MIRA, bare) == [sentence]


def test_a_draft_without_body_or_slug_is_not_filed():
    bare = standing(State.DRAFT, slug="", summary=replace(SUMMARY, words=0))
    assert said("file", MIRA, bare) == ["The story has no slug.", "The story has no body text."]


def test_a_stranger_does_not_file_a_story():
    other = Actor(99, "Somebody", frozenset({(Role.REPORTER, None)}))
    assert said("file", other, standing(State.DRAFT)) == [
        "Only a reporter of this story or an editor of its desk may file it."
    ]


def test_an_editor_of_the_desk_passes_copy_that_another_wrote():
    assert said("pass-copy", TOMAS, standing()) == []


def test_an_editor_of_another_desk_does_not():
    assert said("pass-copy", LENA, standing()) == ["You may not pass copy on this desk."]


def test_an_editor_cannot_pass_copy_they_wrote():
    sentence = ["You wrote this story; another editor must pass it."]
    assert said("pass-copy", TOMAS, standing(reporters=frozenset({8}))) == sentence
    assert said("pass-copy", TOMAS, standing(writers={7: 10, 8: 900})) == sentence
    own_desk = standing(reporters=frozenset({8}), self_pass=True)
    assert said("pass-copy", TOMAS, own_desk) == []


def test_copy_is_not_passed_before_the_checks_have_read_this_version():
    assert said("pass-copy", TOMAS, standing(readings=())) == [
        "The house style check has not read version 4 yet.",
        "The attribution check has not read version 4 yet.",
    ]
    behind = (Reading("house style", 3, None), Reading("attribution", 4, None))
    assert said("pass-copy", TOMAS, standing(readings=behind)) == [
        "The house style check has not read version 4 yet."
    ]


def test_a_broken_check_shuts_the_gate():
    broken = (Reading("house style", 4, "the lexicon cannot be read"), READ[1])
    assert said("pass-copy", TOMAS, standing(readings=broken)) == [
        "The house style check failed: the lexicon cannot be read"
    ]


def test_an_open_finding_shuts_its_own_gate_only():
    in_copy = OpenFinding(5, "house style", "Odessa", "House style writes Odesa.", False, True)
    in_caption = replace(in_copy, id=6, in_caption=True)
    advice = replace(in_copy, id=7, blocking=False)
    at = standing(findings=(in_copy, in_caption, advice))
    assert said("pass-copy", TOMAS, at) == ["House style writes Odesa."]
    check = replace(at, state=State.PHOTO_CHECK)
    assert said("pass-captions", PAVEL, check) == ["House style writes Odesa."]
    [refusal] = refusals(BY_NAME["pass-captions"], check, PAVEL, Given())
    assert refusal.place == "finding-6"


def test_a_return_needs_a_note():
    sentence = "Say why in a note; the person who gets the story back will read it."
    assert said("return-to-reporter", TOMAS, standing()) == [sentence]
    assert said("return-to-reporter", TOMAS, standing(), note="  ") == [sentence]
    assert said("return-to-reporter", TOMAS, standing(), note="Who told you this?") == []


@pytest.mark.parametrize(
    ("field", "empty", "lacking"),
    [
        ("photo", None, "photo"),
        ("creator", "", "creator"),
        ("credit", "", "credit line"),
        ("caption", "", "caption"),
        ("alt", "", "alt text"),
    ],
)
def test_captions_are_not_passed_while_a_figure_lacks_something(field, empty, lacking):
    figure = replace(FIGURE, **{field: empty})
    at = standing(State.PHOTO_CHECK, summary=replace(SUMMARY, figures=(figure,)))
    assert said("pass-captions", PAVEL, at) == [f"Figure 1 has no {lacking}."]


def test_a_photo_must_be_known_ready_and_free_to_run():
    at = standing(State.PHOTO_CHECK)
    for facts, sentence in (
        ({}, "The photo of figure 1 is not in the library."),
        ({3: PhotoFacts(ready=False, terms=STAFF)}, "The sizes of figure 1 are still being made."),
        (
            {3: PhotoFacts(False, "truncated", terms=STAFF)},
            "The photo of figure 1 failed: truncated",
        ),
        (
            {3: PhotoFacts(ready=True)},
            f"Figure 1 may not run. {NOBODY_SAID}",
        ),
        (
            {3: ending(NOON - timedelta(days=1))},
            "Figure 1 may not run. Its rights end on 20 May 2030.",
        ),
    ):
        assert said("pass-captions", PAVEL, replace(at, photos=facts)) == [sentence]


def test_a_made_picture_runs_only_where_the_photo_desk_says_so():
    made = PhotoFacts(True, flag="was made by a machine", terms=STAFF)
    sentences = (
        (replace(made, allowed=True), []),
        (
            made,
            [
                (
                    "The picture of figure 1 was made by a machine; the photo desk must allow or refuse "
                    "it on the photo’s page."
                )
            ],
        ),
        (
            replace(made, refusal="It never happened."),
            [
                (
                    "The photo desk refused figure 1, which was made by a machine: It never happened. "
                    "Put another picture in its place."
                )
            ],
        ),
        (
            PhotoFacts(True, credentials_read=False, terms=STAFF),
            ["The content credentials of figure 1 have not been read yet."],
        ),
    )
    ready = {"copy": PASSED, "captions": PASSED}
    for facts, said_of_it in sentences:
        at = standing(State.PHOTO_CHECK, photos={3: facts})
        assert said("pass-captions", PAVEL, at) == said_of_it
        at = standing(State.READY, photos={3: facts}, **ready)
        assert said("publish", TOMAS, at) == said_of_it
        assert said("schedule", TOMAS, at, at=NOON + timedelta(hours=1)) == said_of_it


def test_a_story_without_a_photo_needs_a_waiver():
    bare = standing(State.PHOTO_CHECK, summary=replace(SUMMARY, figures=()))
    assert said("pass-captions", PAVEL, bare) == [
        "There is no photo, and nobody has said why the story runs without."
    ]
    assert said("pass-captions", PAVEL, replace(bare, waiver="A court story")) == []


def test_a_reporter_does_not_pass_captions():
    at = standing(State.PHOTO_CHECK)
    assert said("pass-captions", MIRA, at) == ["You may not pass captions on this desk."]


def test_only_a_story_with_both_approvals_is_published():
    ready = standing(State.READY, copy=PASSED, captions=PASSED)
    assert said("publish", TOMAS, ready) == []
    assert said("publish", TOMAS, replace(ready, captions=None)) == [
        "Captions have not been passed."
    ]
    lapsed = replace(PASSED, lapsed_by="Lena Roth", lapsed_at=NOON, why="changed the text")
    assert said("publish", TOMAS, replace(ready, copy=lapsed)) == [
        "Copy approval of version 4 lapsed: Lena Roth changed the text at 12:00 UTC."
    ]


def test_what_must_be_fixed_after_the_copy_was_passed_keeps_the_story_from_print():
    sentence = ["Mira Stone’s comment on “the pier” must be fixed, or resolved, first."]
    ready = standing(State.READY, copy=PASSED, captions=PASSED)
    ready = replace(ready, must_fix=(MustFix(3, "Mira Stone", "the pier"),))
    assert said("publish", TOMAS, ready) == sentence
    assert said("schedule", TOMAS, ready, at=NOON + timedelta(hours=1)) == sentence
    scheduled = replace(ready, state=State.SCHEDULED, scheduled_for=NOON)
    assert said("publish", CLOCK, scheduled) == sentence


def test_a_lapsed_approval_can_be_given_again_where_the_story_stands():
    lapsed = replace(PASSED, lapsed_by="Lena Roth", lapsed_at=NOON, why="changed the text")
    ready = standing(State.READY, copy=lapsed, captions=PASSED)
    offered = {choice.move.name for choice in choices(ready, TOMAS)}
    assert "pass-copy-again" in offered
    assert "pass-captions-again" not in offered
    assert target(BY_NAME["pass-copy-again"], ready) is State.READY
    assert said("pass-copy-again", TOMAS, ready) == []


def test_a_story_is_scheduled_for_a_time_to_come():
    ready = standing(State.READY, copy=PASSED, captions=PASSED)
    assert said("schedule", TOMAS, ready) == ["Say when it is to be published."]
    assert said("schedule", TOMAS, ready, at=NOON) == [
        "That time is past; choose a later one or publish now."
    ]
    assert said("schedule", TOMAS, ready, at=NOON + timedelta(hours=1)) == []
    today = replace(ready, photos={3: ending(NOON)})
    assert said("schedule", TOMAS, today, at=NOON + timedelta(hours=1)) == []
    assert said("schedule", TOMAS, today, at=NOON + timedelta(hours=12)) == [
        "Figure 1 may not run. Its rights end on 21 May 2030."
    ]


def test_the_clock_publishes_at_its_time_and_an_editor_before():
    scheduled = standing(
        State.SCHEDULED,
        copy=PASSED,
        captions=PASSED,
        scheduled_for=NOON + timedelta(minutes=1),
    )
    assert said("publish", CLOCK, scheduled) == ["Its time has not come."]
    assert said("publish", TOMAS, scheduled) == []
    assert said("publish", CLOCK, replace(scheduled, scheduled_for=NOON)) == []


def test_a_correction_needs_its_text_and_a_withdrawal_its_reason():
    published = standing(State.PUBLISHED, live=True)
    assert said("correct", TOMAS, published) == [
        "Write the correction that readers will see under the article."
    ]
    assert said("withdraw", TOMAS, published) == ["Give the reason; it is kept with the story."]
    assert said("withdraw", TOMAS, published, note="The source took it back.") == []


def test_only_a_story_with_a_live_article_is_withdrawn_and_no_such_story_is_spiked():
    assert said("withdraw", TOMAS, standing(), note="x") == [
        "“Withdraw article” is not possible: the story is in edit."
    ]
    assert said("spike", TOMAS, standing(live=True)) == [
        "An article of this story is on the site; withdraw it instead."
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (State.DRAFT, State.DRAFT),
        (State.PHOTO_CHECK, State.PHOTO_CHECK),
        (State.SCHEDULED, State.READY),
        (None, State.DRAFT),
    ],
)
def test_a_revived_story_goes_back_to_where_it_was(before, after):
    spiked = standing(State.SPIKED, spiked_from=before)
    assert said("revive", TOMAS, spiked) == []
    assert target(BY_NAME["revive"], spiked) is after


def test_a_move_from_elsewhere_says_where_the_story_stands():
    assert said("publish", TOMAS, standing()) == [
        "“Publish” is not possible: the story is in edit."
    ]


def test_every_state_but_withdrawn_leads_on_and_every_state_can_be_reached():
    assert {s for move in MOVES for s in move.sources} == set(State) - {State.WITHDRAWN}
    reached = {move.target for move in MOVES if move.target}
    assert reached == set(State)


def test_what_the_page_lists_is_what_the_server_refuses():
    at = standing(readings=())
    [choice] = [c for c in choices(at, TOMAS) if c.move.name == "pass-copy"]
    assert [r.sentence for r in choice.obstacles] == said("pass-copy", TOMAS, at)
    assert choice.permitted
    assert not choice.open


def test_what_the_form_itself_asks_for_is_no_obstacle():
    [choice] = [c for c in choices(standing(), TOMAS) if c.move.name == "return-to-reporter"]
    assert choice.open
    assert choice.refusals


def test_copy_is_not_passed_nor_passed_again_while_something_must_be_fixed():
    open_talk = (MustFix(3, "Mira Stone", "the pier"), MustFix(5, "Pavel Oren", ""))
    sentences = [
        "Mira Stone’s comment on “the pier” must be fixed, or resolved, first.",
        "Pavel Oren’s comment on the whole story must be fixed, or resolved, first.",
    ]
    assert said("pass-copy", TOMAS, standing(must_fix=open_talk)) == sentences
    again = standing(State.READY, must_fix=open_talk, copy=replace(PASSED, lapsed_at=NOON))
    assert said("pass-copy-again", TOMAS, again) == sentences

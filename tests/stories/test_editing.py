"""Who may change which part of a document, in which state."""

import pytest

from newsroom.roles import Actor, Role
from newsroom.stories import document, editing
from newsroom.stories.editing import Hand, Part
from newsroom.stories.states import State
from tests.stories.samples import block, figure, place, story, typed

REPORTER, EDITOR, PHOTO = (
    frozenset({Hand.REPORTER}),
    frozenset({Hand.EDITOR}),
    frozenset({Hand.PHOTO_DESK}),
)


def after(before, *steps):
    return document.apply(before, document.read_steps(list(steps)), set).document


def test_typing_in_a_paragraph_changes_copy():
    before = story(block("paragraph", "The boat left."), figure("The pier."))
    assert editing.changed_parts(before, after(before, *typed(before, "boat", "s"))) == {Part.COPY}


def test_typing_in_a_caption_changes_figures():
    before = story(block("paragraph", "The boat left."), figure("The pier."))
    made = after(before, *typed(before, "The pier", " at dawn"))
    assert editing.changed_parts(before, made) == {Part.FIGURES}


def test_moving_a_figure_among_the_paragraphs_changes_figures_only():
    one, two, picture = block("paragraph", "One."), block("paragraph", "Two."), figure("The pier.")
    assert editing.changed_parts(story(one, picture, two), story(one, two, picture)) == {
        Part.FIGURES
    }


def test_moving_paragraphs_changes_copy():
    one, two, picture = block("paragraph", "One."), block("paragraph", "Two."), figure("The pier.")
    assert Part.COPY in editing.changed_parts(story(one, picture, two), story(two, picture, one))


def test_a_step_that_changes_nothing_changes_no_part():
    before = story()
    at = place(before, "last")
    same = {"stepType": "replace", "from": at, "to": at + 4}
    same["slice"] = {"content": [{"type": "text", "text": "last"}]}
    assert editing.changed_parts(before, after(before, same)) == frozenset()


@pytest.mark.parametrize(
    ("state", "held", "part", "allowed"),
    [
        (State.DRAFT, REPORTER, Part.COPY, True),
        (State.DRAFT, EDITOR, Part.COPY, True),
        (State.DRAFT, PHOTO, Part.COPY, False),
        (State.DRAFT, PHOTO, Part.FIGURES, True),
        (State.EDIT, REPORTER, Part.COPY, False),
        (State.EDIT, REPORTER, Part.FIGURES, False),
        (State.EDIT, EDITOR, Part.COPY, True),
        (State.READY, EDITOR, Part.COPY, True),
        (State.READY, PHOTO, Part.FIGURES, True),
        (State.SCHEDULED, PHOTO, Part.COPY, False),
        (State.PUBLISHED, EDITOR, Part.COPY, False),
        (State.PUBLISHED, PHOTO, Part.FIGURES, False),
        (State.SPIKED, EDITOR, Part.COPY, False),
        (State.WITHDRAWN, EDITOR, Part.COPY, False),
    ],
)
def test_the_table_of_who_may_change_what(state, held, part, allowed):
    assert (editing.refusal(state, held, {part}) is None) is allowed


def test_every_state_and_hand_is_settled():
    assert set(editing.MAY_CHANGE) == set(State)


def test_a_stranger_is_told_what_they_are_not():
    assert editing.refusal(State.DRAFT, frozenset(), {Part.COPY}) == (
        "You are neither a reporter of this story nor an editor of its desk."
    )


def test_the_photo_desk_is_told_whose_the_copy_is():
    assert editing.refusal(State.EDIT, PHOTO, {Part.COPY}) == (
        "The photo desk changes pictures and captions; the copy belongs to its editors."
    )


def test_a_person_has_each_hand_their_roles_give_on_this_desk():
    both = Actor(7, "Mira", frozenset({(Role.EDITOR, 1), (Role.REPORTER, 2)}))
    assert editing.hands(both, 1, {7}) == {Hand.EDITOR, Hand.REPORTER}
    assert editing.hands(both, 2, frozenset()) == frozenset()


def test_an_editor_may_all_that_a_reporter_may():
    for allowed in editing.MAY_CHANGE.values():
        assert allowed.get(Hand.REPORTER, frozenset()) <= allowed.get(Hand.EDITOR, frozenset())

"""What agency copy asks of a story, without a database: each refusal in its own words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsroom.roles import Actor, Role
from newsroom.stories.standing import Approved, Given, Standing
from newsroom.stories.states import State
from newsroom.stories.summary import Summary
from newsroom.stories.wire_use import Decided, WireVersion, use_of
from newsroom.stories.workflow import BY_NAME, choices, refusals

NOON = datetime(2030, 5, 21, 12, 0, tzinfo=UTC)
TWO = NOON + timedelta(hours=2)
TOMAS = Actor(8, "Tomas Lind", frozenset({(Role.EDITOR, 1)}))
CLOCK = Actor(None, "The schedule", frozenset({(role, None) for role in Role}))
PASSED = Approved(4, "Lena Roth")
FIRST = WireVersion(5, "1", "new", "Fire closes the quay", NOON, killed=False)

KILLED = (
    "Coast Press killed “Fire closes the quay”. Take its words out, then let an editor detach it "
    "with the reason."
)
OPEN = (
    "Coast Press holds “Fire closes the quay” under an embargo without a time. It ends with a "
    "later version, or when an editor releases it with a reason."
)
UNTIL_TWO = "Coast Press holds “Fire closes the quay” under embargo until 21 May 2030, 14:00 UTC."


def use(*versions, used=0, decided=None, countries=()):
    return use_of(
        3,
        "Coast Press",
        versions,
        versions[used],
        decided or Decided(),
        frozenset(one.casefold() for one in countries),
    )


def ready(*uses, state=State.READY, **more):
    return Standing(
        state=state,
        version=4,
        slug="quay-fire",
        desk_id=1,
        summary=Summary("Fire", "", "By Coast Press", "HAIFA", "", 90, ()),
        now=NOON,
        copy=PASSED,
        captions=PASSED,
        wire=uses,
        **more,
    )


def said(name, stands, actor=TOMAS, **given):
    return [one.sentence for one in refusals(BY_NAME[name], stands, actor, Given(**given))]


def test_copy_that_nothing_is_said_of_holds_up_nothing():
    assert said("publish", ready(use(FIRST))) == []


def test_killed_copy_is_neither_passed_nor_published_nor_scheduled():
    stands = ready(use(replace(FIRST, killed=True)))
    assert said("publish", stands) == [KILLED]
    assert said("schedule", stands, at=TWO) == [KILLED]
    assert KILLED in said("pass-copy", replace(stands, state=State.EDIT))
    scheduled = replace(stands, state=State.SCHEDULED, scheduled_for=NOON)
    assert said("publish", scheduled, CLOCK) == [KILLED]
    [refusal] = refusals(BY_NAME["publish"], stands, TOMAS, Given())
    assert refusal.place == "wire-3"


def test_an_embargo_with_a_time_refuses_publication_until_then():
    stands = ready(use(replace(FIRST, embargo_until=TWO)))
    assert said("publish", stands) == [UNTIL_TWO]
    assert said("publish", replace(stands, now=TWO)) == []
    scheduled = replace(stands, state=State.SCHEDULED, scheduled_for=NOON)
    assert said("publish", scheduled, CLOCK) == [UNTIL_TWO]


def test_a_story_is_scheduled_for_the_end_of_the_embargo_and_not_before():
    stands = ready(use(replace(FIRST, embargo_until=TWO)))
    early = f"{UNTIL_TWO[:-1]}; choose a time from then on."
    assert said("schedule", stands, at=TWO - timedelta(minutes=1)) == [early]
    assert said("schedule", stands, at=TWO) == []
    [schedule] = [one for one in choices(stands, TOMAS) if one.move.name == "schedule"]
    assert schedule.open


def test_an_embargo_without_a_time_holds_until_a_later_version_lifts_it():
    first = replace(FIRST, embargo_open=True)
    assert said("publish", ready(use(first))) == [OPEN]
    assert said("schedule", ready(use(first)), at=TWO) == [OPEN]
    lifted = use(first, replace(FIRST, id=6, version="2", signal="update"))
    assert said("publish", ready(lifted)) == []


def test_an_advisory_lifts_nothing():
    first = replace(FIRST, embargo_open=True)
    advised = use(first, replace(FIRST, id=6, version="2", signal="advisory"))
    assert said("publish", ready(advised)) == [OPEN]


def test_what_its_agency_holds_back_is_under_an_open_embargo():
    assert said("publish", ready(use(replace(FIRST, withheld=True)))) == [OPEN]


def test_an_editors_release_is_for_the_embargo_of_one_version():
    first = replace(FIRST, embargo_open=True)
    decided = Decided(released_item=5)
    assert said("publish", ready(use(first, decided=decided))) == []
    again = use(first, replace(first, id=6, version="2"), decided=decided)
    assert said("publish", ready(again)) == [OPEN]


def test_a_correction_that_does_not_repeat_the_time_does_not_lift_it():
    first = replace(FIRST, embargo_until=TWO)
    second = replace(FIRST, id=6, version="2", signal="correction")
    assert said("publish", ready(use(first, second))) == [UNTIL_TWO]
    assert said("publish", ready(use(first, second, used=1))) == []


def test_a_later_version_may_set_an_embargo_or_move_its_time():
    later = replace(FIRST, id=6, version="2", embargo_until=TWO)
    assert said("publish", ready(use(FIRST, later))) == [UNTIL_TWO]
    moved = use(replace(FIRST, embargo_until=NOON + timedelta(days=1)), later)
    assert said("publish", ready(moved)) == [UNTIL_TWO]


@pytest.mark.parametrize(
    ("terms", "countries", "asks"),
    [
        ("NOT FOR USE IN ISRAEL.", ("Israel",), True),
        ("Not for use in France.", ("Israel",), False),
        ("Not for use in France.", (), True),
        ("For use in Israel only.", ("Israel",), False),
        ("For use in France only.", ("Israel",), True),
        ("No online use.", ("Israel",), True),
        ("No archive.", ("Israel",), False),
    ],
)
def test_terms_against_this_papers_use_are_acknowledged_by_an_editor(terms, countries, asks):
    version = replace(FIRST, terms=(terms,))
    found = use(version, countries=countries)
    sentence = (
        f"Coast Press says of “Fire closes the quay”: “{terms}” An editor must acknowledge it."
    )
    assert said("publish", ready(found)) == ([sentence] if asks else [])
    heeded = use(version, countries=countries, decided=Decided(heeded=frozenset({terms})))
    assert said("publish", ready(heeded)) == []
    assert {*found.warnings, *found.not_here} == {terms}


def test_a_new_sentence_in_a_later_version_asks_again():
    first = replace(FIRST, terms=("No online use.",))
    second = replace(FIRST, id=6, version="2", terms=("Not for use in Israel.",))
    decided = Decided(heeded=frozenset({"No online use."}))
    found = use(first, second, decided=decided, countries=("Israel",))
    assert found.unheeded == ("Not for use in Israel.",)


def test_the_newest_version_that_lives_is_named_beside_the_used_one():
    second = replace(FIRST, id=6, version="2")
    assert use(FIRST, second).newer == second
    assert use(FIRST, second, used=1).newer is None
    assert use(FIRST, second, replace(FIRST, id=7, killed=True)).newer == second

"""A sitting is what one person wrote without a long pause, up to a version that has a name."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsroom.stories.sittings import PAUSE, Made, sittings

NOON = datetime(2030, 5, 21, 12, tzinfo=UTC)
MIRA, TOMAS = 1, 2


def made(*facts):
    """Versions from 1 of (author, minutes after noon)."""
    return [
        Made(number, number, author, NOON + timedelta(minutes=minutes))
        for number, (author, minutes) in enumerate(facts, start=1)
    ]


def ranges(found):
    return [(one.author_id, one.first, one.last) for one in found]


def test_one_person_without_a_pause_is_one_sitting():
    [found] = sittings(made((MIRA, 0), (MIRA, 20), (MIRA, 49)), {})
    assert (found.first, found.last, found.before, found.versions) == (1, 3, 0, 3)
    assert (found.began, found.ended) == (NOON, NOON + timedelta(minutes=49))


def test_a_pause_of_half_an_hour_begins_another():
    assert ranges(sittings(made((MIRA, 0), (MIRA, 29), (MIRA, 59)), {})) == [
        (MIRA, 1, 2),
        (MIRA, 3, 3),
    ]


def test_what_came_in_at_once_counts_with_all_its_versions():
    [found] = sittings([Made(1, 5, MIRA, NOON), Made(6, 9, MIRA, NOON)], {})
    assert (found.first, found.last, found.versions) == (1, 9, 9)


def test_two_people_taking_turns_are_a_sitting_each_time():
    found = sittings(made((MIRA, 0), (TOMAS, 1), (MIRA, 2)), {})
    assert ranges(found) == [(MIRA, 1, 1), (TOMAS, 2, 2), (MIRA, 3, 3)]


def test_a_sitting_ends_with_the_version_that_has_a_name():
    found = sittings(made((MIRA, 0), (MIRA, 1), (MIRA, 2)), {2: ["Filed"]})
    assert ranges(found) == [(MIRA, 1, 2), (MIRA, 3, 3)]


@given(
    st.lists(st.tuples(st.sampled_from([MIRA, TOMAS, None]), st.integers(0, 40))),
    st.sets(st.integers(1, 20)),
)
def test_every_version_is_in_exactly_one_sitting(facts, named):
    total, steps = 0, []
    for author, pause in facts:
        total += pause
        steps.append((author, total))
    found = sittings(made(*steps), named)
    assert [n for one in found for n in range(one.first, one.last + 1)] == [
        *range(1, len(steps) + 1)
    ]
    assert not {n for one in found for n in range(one.first, one.last)} & named
    for one, following in pairwise(found):
        rests = following.began - one.ended >= PAUSE
        assert rests or one.author_id != following.author_id or one.last in named

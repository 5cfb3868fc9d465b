"""Of what waits in an inbox only its person's browsers hear."""

from newsroom.notifications.live import Event
from newsroom.notifications.views import is_for

NONE = frozenset[int]()


def test_an_entry_is_told_to_its_person_alone():
    put = Event("1-0", "inbox", {"person": 7})
    assert is_for(put, NONE, 7)
    assert not is_for(put, NONE, 8)
    assert not is_for(put, NONE, None)


def test_a_comment_is_told_to_those_in_its_story():
    said = Event("1-0", "comments", {"story": 3})
    assert is_for(said, frozenset({3}), 7)
    assert not is_for(said, frozenset({4}), 7)

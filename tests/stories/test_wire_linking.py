"""Agency copy of a story: attached, taken anew, detached, released; who may, and what is logged."""

from datetime import timedelta

import pytest

from newsroom.db import now
from newsroom.errors import Conflict, Invalid, NotAllowed, NotFound
from newsroom.stories import wire_linking, wire_releasing
from tests.stories.agency import Agency, tomorrow


@pytest.fixture
def agency(app, change):
    return Agency(app, change)


def attach(newsroom, item, actor=None, story=None):
    with newsroom.change():
        return wire_linking.attach(actor or newsroom.jonas, story or newsroom.story, item).id


def detach(newsroom, link, reason="", actor=None):
    with newsroom.change():
        wire_linking.detach(actor or newsroom.jonas, newsroom.story, link, reason)


def test_a_reporter_attaches_copy_to_their_story_and_it_is_kept(newsroom, agency):
    item = agency.sends()
    attach(newsroom, item)
    link = agency.link(newsroom.story)
    assert (link.item_id, link.why, link.by_id) == (item, "attached", newsroom.jonas.id)
    assert agency.item(item).used
    assert agency.story(newsroom.story).from_wire
    assert not agency.story(newsroom.other).from_wire
    assert [name for name, _ in agency.logged("wire.attached")] == ["Jonas"]


def test_a_stranger_does_not(newsroom, agency):
    sentence = "Only a reporter of this story or an editor of its desk says where it is from."
    for stranger in (newsroom.mira, newsroom.pavel, newsroom.ada):
        with pytest.raises(NotAllowed, match=sentence):
            attach(newsroom, agency.sends(), stranger)
    with pytest.raises(NotAllowed, match=sentence):
        attach(newsroom, agency.sends(), newsroom.tomas, newsroom.other)


def test_a_newer_version_takes_the_place_of_the_older_one(newsroom, agency):
    first, second = agency.sends(), agency.sends(version="2")
    assert attach(newsroom, first) == attach(newsroom, second)
    assert agency.link(newsroom.story).item_id == second


def test_a_killed_version_is_not_exchanged_for_one_that_lives(newsroom, agency):
    attach(newsroom, agency.sends())
    agency.kills("2")
    later = agency.sends(version="3")
    with pytest.raises(Conflict, match="is killed; an editor detaches it first"):
        attach(newsroom, later)


def test_a_spiked_story_takes_no_copy(newsroom, agency):
    newsroom.move(newsroom.lena, "spike")
    with pytest.raises(Invalid, match="The story is spiked and takes no more copy"):
        attach(newsroom, agency.sends())


def test_copy_that_shuts_nothing_is_detached_by_its_reporter(newsroom, agency):
    link = attach(newsroom, agency.sends())
    detach(newsroom, link)
    assert agency.link(newsroom.story) is None
    assert not agency.story(newsroom.story).from_wire
    [(_, facts)] = agency.logged("wire.detached")
    assert facts["reason"] == "none given"
    with pytest.raises(NotFound, match="The story has no such agency copy"):
        detach(newsroom, link)


def test_what_shuts_the_gate_is_detached_by_an_editor_with_a_reason(newsroom, agency):
    link = attach(newsroom, agency.sends())
    agency.kills()
    with pytest.raises(NotAllowed, match="only an editor of the desk detaches it"):
        detach(newsroom, link, "I rewrote it")
    with pytest.raises(Invalid, match="The reason has between 1 and 500"):
        detach(newsroom, link, " ", newsroom.tomas)
    detach(newsroom, link, "Its words are out.", newsroom.tomas)
    [(name, facts)] = agency.logged("wire.detached")
    assert (name, facts["reason"]) == ("Tomas", "Its words are out.")


@pytest.mark.parametrize("embargo", ["open", "timed"])
def test_an_embargo_is_not_got_round_by_detaching(newsroom, agency, embargo):
    from newsroom.wire.items import Embargo

    until = tomorrow() if embargo == "timed" else None
    link = attach(newsroom, agency.sends(embargo=Embargo(until, "EMBARGOED")))
    with pytest.raises(NotAllowed, match="only an editor"):
        detach(newsroom, link, "Never mind")


def test_an_open_embargo_is_released_by_an_editor_with_a_reason(newsroom, agency):
    from newsroom.wire.items import Embargo

    link = attach(newsroom, agency.sends(embargo=Embargo(None, "EMBARGOED")))

    def release(actor, reason):
        with newsroom.change():
            wire_releasing.release_embargo(actor, newsroom.story, link, reason)

    with pytest.raises(NotAllowed, match="You may not publish"):
        release(newsroom.jonas, "They rang")
    with pytest.raises(Invalid, match="The reason has between 1"):
        release(newsroom.tomas, "")
    release(newsroom.tomas, "Their desk lifted it by telephone.")
    assert agency.link(newsroom.story).released_by_id == newsroom.tomas.id
    [(name, facts)] = agency.logged("wire.embargo_released")
    assert (name, facts["reason"]) == ("Tomas", "Their desk lifted it by telephone.")
    with pytest.raises(Invalid, match="No embargo without a time holds this copy"):
        release(newsroom.tomas, "Again")


def test_an_embargo_with_a_time_ends_by_itself(newsroom, agency):
    from newsroom.wire.items import Embargo

    link = attach(newsroom, agency.sends(embargo=Embargo(tomorrow(), "EMBARGOED")))
    with pytest.raises(Invalid, match="No embargo without a time"), newsroom.change():
        wire_releasing.release_embargo(newsroom.tomas, newsroom.story, link, "Please")


def test_terms_are_acknowledged_once_by_an_editor(newsroom, agency):
    link = attach(newsroom, agency.sends(usage_terms=("No online use. No archive.",)))
    with pytest.raises(NotAllowed), newsroom.change():
        wire_releasing.heed_terms(newsroom.jonas, newsroom.story, link)
    with newsroom.change():
        wire_releasing.heed_terms(newsroom.tomas, newsroom.story, link)
    [(_, facts)] = agency.logged("wire.terms_heeded")
    assert facts["terms"] == "No online use."
    with pytest.raises(Invalid, match="Its terms ask for no acknowledgement"), newsroom.change():
        wire_releasing.heed_terms(newsroom.tomas, newsroom.story, link)


def test_used_copy_outlives_the_rest_of_the_wire(newsroom, agency, app):
    from newsroom.wire import forgetting

    old = now() - timedelta(days=400)
    kept, gone = agency.sends(at=old), agency.sends(guid="g", family="g", at=old)
    attach(newsroom, kept)
    with app.app_context():
        forgetting.forget_old()
    assert agency.item(kept) is not None
    assert agency.item(gone) is None

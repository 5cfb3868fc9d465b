"""Standards on sources in a story: found at their words, weighed by the desk, released by an editor."""

import pytest

from newsroom.accounts.queries import desk
from newsroom.audit.queries import history_of
from newsroom.db import db
from newsroom.errors import Invalid, NotAllowed
from newsroom.standards import Level
from newsroom.stories import deciding, document, facts, queries, releasing
from newsroom.stories.models import Finding, Story, StorySnapshot
from newsroom.wire import desk_standards, service
from newsroom.wire.standards.table import Rule
from tests.factories import TEST_SET_UP
from tests.stories.conftest import Newsroom
from tests.stories.samples import block, story

BODY = (
    block("paragraph", "The 😀 crane stood still on Monday."),
    block("paragraph", "A senior port official said at noon that it was old."),
)
WHY = "The editor has met the source twice and seen the papers"


@pytest.fixture
def newsroom(app, change):
    made = Newsroom(app, change)
    with change():
        service.load_outlets(TEST_SET_UP)
        row = db.session.get(StorySnapshot, (made.story, 0))
        row.document = document.write(story(*BODY, dateline="HAIFA (Reuters)"))
    app.extensions.pop("story_documents", None)
    return made


def listed(newsroom, *statuses):
    with newsroom.app.app_context():
        rows = queries.findings(newsroom.story, statuses or {"open"})
        return {
            row.rule.removeprefix("standard:"): (row.words, row.severity, row.id)
            for row in rows
            if row.kind == "standard"
        }


def set_level(newsroom, rule, level):
    with newsroom.change():
        desk_standards.set_levels(newsroom.ada, desk(newsroom.world), {rule: level})


def release(newsroom, actor, rule="single_anonymous", reason=WHY):
    _, _, number = listed(newsroom, "open", "dismissed", "released")[rule]
    with newsroom.change():
        return releasing.release(actor, newsroom.story, number, reason)


def blocking(newsroom):
    with newsroom.app.app_context():
        standing = facts.standing(db.session.get(Story, newsroom.story))
        return [one.sentence for one in standing.findings if one.blocking]


def test_a_standard_is_found_at_its_words(newsroom):
    newsroom.check()
    found = {rule: said[:2] for rule, said in listed(newsroom).items()}
    assert found == {
        "outlet_unattributed": ("Reuters", "advice"),
        "single_anonymous": ("A senior port official", "advice"),
        "no_reason": ("A senior port official", "note"),
    }
    with newsroom.app.app_context():
        node = document.read(story(*BODY, dateline="HAIFA (Reuters)").to_json())
        for row in queries.findings(newsroom.story, {"open"}):
            assert node.text_between(row.start, row.end) == row.words


def test_a_desk_that_blocks_shuts_its_gate_with_the_sentence(newsroom):
    newsroom.check()
    assert not any("unnamed source" in one for one in blocking(newsroom))
    set_level(newsroom, Rule.SINGLE_ANONYMOUS, Level.BLOCK)
    newsroom.check()
    assert "The whole story rests on one unnamed source: “A senior port official”." in blocking(
        newsroom
    )


def test_what_a_desk_turns_off_is_no_longer_found(newsroom):
    newsroom.check()
    set_level(newsroom, Rule.SINGLE_ANONYMOUS, Level.OFF)
    newsroom.check()
    assert "single_anonymous" not in listed(newsroom)


def test_a_dismissal_survives_later_runs(newsroom):
    newsroom.check()
    number = listed(newsroom)["no_reason"][2]
    with newsroom.change():
        deciding.dismiss(newsroom.tomas, newsroom.story, number, "Said in the box")
    newsroom.type(newsroom.jonas, " again", after="on Monday")
    newsroom.check()
    assert listed(newsroom, "dismissed")["no_reason"][2] == number


def test_an_editor_releases_a_source_and_the_log_says_who_and_not_whom(newsroom):
    set_level(newsroom, Rule.SINGLE_ANONYMOUS, Level.BLOCK)
    newsroom.check()
    release(newsroom, newsroom.tomas)
    assert not any("unnamed source" in one for one in blocking(newsroom))
    with newsroom.app.app_context():
        slug = db.session.get(Story, newsroom.story).slug
        (entry,) = [
            one for one in history_of("story", newsroom.story) if one.event == "source.released"
        ]
    assert entry.sentence == f"released an unnamed source of {slug} at version 0: {WHY}"


def test_a_release_holds_while_its_words_stand_whatever_the_desk_makes_of_them(newsroom):
    newsroom.check()
    release(newsroom, newsroom.tomas)
    set_level(newsroom, Rule.SINGLE_ANONYMOUS, Level.BLOCK)
    newsroom.type(newsroom.jonas, " and quiet", after="still")
    newsroom.check()
    assert listed(newsroom, "released")["single_anonymous"][1] == "blocking"
    assert not any("unnamed source" in one for one in blocking(newsroom))


def test_a_release_lapses_when_its_words_go(newsroom):
    newsroom.check()
    release(newsroom, newsroom.tomas)
    newsroom.erase(newsroom.jonas, "A senior port official")
    newsroom.type(newsroom.jonas, " rusty, a union official said, and", after="that it was")
    newsroom.check()
    words, _, _ = listed(newsroom)["single_anonymous"]
    assert words == "a union official"


def test_releasing_twice_is_releasing_once(newsroom):
    newsroom.check()
    for _ in range(2):
        release(newsroom, newsroom.tomas)
    with newsroom.app.app_context():
        events = [one.event for one in history_of("story", newsroom.story)]
    assert events.count("source.released") == 1


def test_only_who_passes_copy_releases_and_only_an_unnamed_source(newsroom):
    newsroom.check()
    with pytest.raises(NotAllowed, match="An editor who passes copy"):
        release(newsroom, newsroom.jonas)
    with pytest.raises(Invalid, match="Only a finding about an unnamed source"):
        release(newsroom, newsroom.tomas, "outlet_unattributed")
    with pytest.raises(Invalid, match="Say why"):
        release(newsroom, newsroom.tomas, reason=" ")


def test_a_release_is_taken_back_by_an_editor(newsroom):
    newsroom.check()
    number = release(newsroom, newsroom.tomas).id
    with pytest.raises(NotAllowed), newsroom.change():
        deciding.reopen(newsroom.jonas, newsroom.story, number)
    with newsroom.change():
        deciding.reopen(newsroom.tomas, newsroom.story, number)
    with newsroom.app.app_context():
        row = db.session.get(Finding, number)
        assert (row.status, row.reason) == ("open", None)


def test_the_credit_line_weighs_as_the_desk_says(newsroom):
    newsroom.type(newsroom.jonas, ", Haaretz reported", after="old")
    newsroom.check()
    assert any("With reporting by" in one for one in blocking(newsroom))
    set_level(newsroom, Rule.CREDIT_LINE, Level.WARN)
    newsroom.check()
    assert not any("With reporting by" in one for one in blocking(newsroom))

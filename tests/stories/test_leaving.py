"""A story leaves a spelling alone by somebody's decision, and asks about it again when it ends."""

import pytest

from newsroom.audit.queries import history_of
from newsroom.db import db
from newsroom.errors import Conflict, Invalid, NotAllowed
from newsroom.stories import deciding, document, leaves, leaving, queries
from newsroom.stories.models import StorySnapshot
from tests.stories.samples import block, story
from tests.stories.style import put_in_lexicon

BODY = (
    block("paragraph", "He left Odessa on Monday, and Odessa was quiet."),
    block("paragraph", "“Odessa is ours,” the mayor said. Oddessa will play."),
)
WHY = "The ship is called so"


@pytest.fixture
def read(newsroom):
    """The newsroom with a story that its check has read."""
    with newsroom.change():
        put_in_lexicon("Odesa", "Odessa")
        row = db.session.get(StorySnapshot, (newsroom.story, 0))
        row.document = document.write(story(*BODY))
    newsroom.app.extensions.pop("story_documents", None)
    newsroom.check()
    return newsroom


def listed(newsroom, *statuses):
    with newsroom.app.app_context():
        rows = queries.findings(newsroom.story, set(statuses) or {"open"})
        return [(row.words, row.kind) for row in rows if row.check == "house_style"]


def first(newsroom, kind="known"):
    with newsroom.app.app_context():
        rows = queries.findings(newsroom.story, {"open"})
        return next(row.id for row in rows if row.kind == kind)


def leave(newsroom, reason=WHY, actor=None, kind="known"):
    with newsroom.change():
        by = actor or newsroom.tomas
        return leaving.leave(by, newsroom.story, first(newsroom, kind), reason).id


def test_every_place_of_the_spelling_is_settled_and_those_typed_later_too(read):
    leave(read)
    assert ("Odessa", "known") not in listed(read)
    assert listed(read, "dismissed") == [("Odessa", "known")] * 2
    read.type(read.jonas, " Odessa slept.", after="was quiet.")
    read.check()
    assert listed(read, "dismissed") == [("Odessa", "known")] * 3


def test_taking_it_back_asks_at_each_place_again(read):
    left = leave(read)
    with read.change():
        leaving.end(read.tomas, read.story, left)
    assert listed(read).count(("Odessa", "known")) == 2
    with read.app.app_context():
        assert not leaves.rows(read.story)


def test_a_place_that_was_dismissed_for_itself_stays_so(read):
    with read.change():
        deciding.dismiss(read.tomas, read.story, first(read), "In the name of a hotel")
    left = leave(read)
    with read.change():
        leaving.end(read.tomas, read.story, left)
    assert listed(read, "dismissed") == [("Odessa", "known")]


def test_one_place_is_not_opened_again_while_the_story_leaves_it_alone(read):
    finding = first(read)
    leave(read)
    with pytest.raises(Conflict, match="whole story"), read.change():
        deciding.reopen(read.tomas, read.story, finding)


def test_the_log_has_one_entry_for_each_decision(read):
    left = leave(read)
    with read.change():
        leaving.end(read.tomas, read.story, left)
    with read.app.app_context():
        said = [one.event for one in history_of("story", read.story)]
    assert [one for one in said if "left" in one] == ["finding.left", "finding.left_ended"]


def test_a_known_spelling_is_left_with_a_reason_only(read):
    with pytest.raises(Invalid, match="Say why"):
        leave(read, reason=" ")


def test_a_quotation_asks_for_no_decision(read):
    with pytest.raises(Invalid, match="left alone in any case"):
        leave(read, kind="quote")


def test_a_reporter_does_not_decide_what_the_story_leaves_alone(read):
    with pytest.raises(NotAllowed):
        leave(read, actor=read.jonas)


def test_the_page_leaves_and_asks_again_by_forms_alone(read, browser):
    browser.sign_in("tomas")
    path = f"/stories/{read.story}"
    page = browser.post(f"{path}/findings/{first(read)}/leave", {"reason": WHY})
    assert "Left alone in this story" in page
    assert WHY in page
    with read.app.app_context():
        [row] = leaves.rows(read.story)
    page = browser.post(f"{path}/leaves/{row.id}/end")
    assert "Left alone in this story" not in page


def test_the_card_tells_of_the_entry_and_how_it_was_received(read, browser):
    browser.sign_in("tomas")
    with read.change():
        deciding.dismiss(read.tomas, read.story, first(read), "In the name of a hotel")
    page = browser.get(f"/stories/{read.story}?tab=findings")
    assert "set by test set-up" in page
    assert "accepted 0 times, dismissed 1 time" in " ".join(page.text.split())


def test_a_spelling_that_only_sounds_alike_is_said_to_be_another_name(read):
    leave(read, reason="", kind="probable")
    with read.app.app_context():
        [row] = leaves.rows(read.story)
    assert (row.words, row.reason) == ("Oddessa", "Not this name")

"""What a story has of the paper's own earlier stories: told apart from agency copy, owed to nobody."""

from newsroom.stories import checking, own_index, queries
from newsroom.stories.reuse_shares import agencies, ran_before
from tests.publishing.conftest import CREDIT
from tests.stories.samples import block, figure
from tests.stories.wire_copy import HARBOUR, agency, came_in, item

BACKGROUND = (
    "The old ferry pier was built in 1911 by dockers who were paid in coal, and it has burned down "
    "twice since, the second time on the night the mayor was to open it again."
)
NEW = "A third pier would cost more than the town collects in taxes from the whole waterfront."


def put_out(paper, slug, *paragraphs, **heads):
    shown = figure("The quay on Tuesday evening.", paper.photo, **CREDIT)
    body = [block("paragraph", words) for words in paragraphs]
    return paper.put_out(slug, shown, *body, **heads).story_id


def indexed(paper):
    with paper.app.app_context():
        return own_index.index_own()


def findings(paper, story_id):
    with paper.app.app_context():
        checking.check(story_id)
        return queries.findings(story_id, {"open"})


def test_words_that_ran_before_are_told_with_the_story_they_ran_in(paper):
    first = put_out(paper, "pier-history", BACKGROUND, headline="The pier burned")
    assert indexed(paper) == 1
    second = paper.write("pier-again", block("paragraph", NEW), block("paragraph", BACKGROUND))
    rows = findings(paper, second)
    [earlier] = ran_before(rows)
    assert (earlier.story, earlier.name) == (first, "The pier burned")
    assert [one.row.words for one in earlier.passages] == [BACKGROUND.rstrip(".")]
    assert not [row for row in rows if row.severity == "blocking"]
    assert not agencies(rows)


def test_a_story_is_not_held_against_itself(paper):
    first = put_out(paper, "pier-history", BACKGROUND)
    indexed(paper)
    assert not ran_before(findings(paper, first))


def test_what_an_agency_has_too_is_the_agency_s(paper, browser):
    with paper.change():
        feed = agency()
        wire = feed.id, feed.outlet_id
    put_out(paper, "pilots", BACKGROUND, HARBOUR[0])
    indexed(paper)
    came_in(paper, *wire, item())
    second = paper.write(
        "pilots-again", block("paragraph", HARBOUR[0]), block("paragraph", BACKGROUND)
    )
    rows = findings(paper, second)
    assert [one.name for one in agencies(rows)] == ["Coastal Wire"]
    [earlier] = ran_before(rows)
    assert [one.row.words for one in earlier.passages] == [BACKGROUND.rstrip(".")]
    browser.sign_in("tomas")
    assert "Ran before" in browser.get(f"/stories/{second}?tab=findings")
    assert BACKGROUND.rstrip(".") in browser.get(f"/stories/{second}/reuse")


def test_a_withdrawn_story_is_forgotten_and_doing_it_again_changes_nothing(paper):
    first = put_out(paper, "pier-history", BACKGROUND)
    indexed(paper)
    assert indexed(paper) == 0
    paper.withdraw(first)
    assert indexed(paper) == 1
    second = paper.write("pier-again", block("paragraph", BACKGROUND))
    assert not ran_before(findings(paper, second))

"""What a reporter may suggest while the story is with its editors, and what waits for a decision."""

import pytest

from newsroom.db import db
from newsroom.errors import Conflict, Invalid, NotAllowed
from newsroom.stories import documents, queries
from newsroom.stories.figures import FigureWords, change_figure
from newsroom.stories.models import Story
from newsroom.stories.summary import summarise
from tests.stories.samples import figure, place, text

NOON = "at noon"


def put_in(at, words, author, name="s1"):
    piece = [text(words, mark("insertion", author, name))]
    return {"stepType": "replace", "from": at, "to": at, "slice": {"content": piece}}


def struck(at, upto, author, name="s1"):
    return {"stepType": "addMark", "from": at, "to": upto, "mark": mark("deletion", author, name)}


def mark(kind, author, name):
    return {"type": kind, "attrs": {"id": name, "author": author.id, "at": 1_790_000_000_000}}


def refused(newsroom, actor, name):
    with pytest.raises(Invalid) as said:
        newsroom.move(actor, name)
    return str(said.value)


class Copy:
    """The story while it is with its editors."""

    def __init__(self, newsroom):
        self.newsroom = newsroom

    def place(self, words):
        with self.newsroom.app.app_context():
            return place(self.node(), words)

    def node(self):
        row = db.session.get(Story, self.newsroom.story)
        return documents.at(row.id, row.version)

    def send(self, actor, *steps):
        return self.newsroom.edit(actor, lambda _node: list(steps))


@pytest.fixture
def copy(newsroom):
    newsroom.move(newsroom.jonas, "file")
    return Copy(newsroom)


def test_the_reporter_suggests_words_and_the_copy_stands(copy, newsroom):
    at = copy.place(NOON)
    made = copy.send(
        newsroom.jonas,
        put_in(at + len(NOON), " sharp", newsroom.jonas),
        struck(at, at + 3, newsroom.jonas),
    )
    assert made == 2


@pytest.mark.parametrize("author", ["jonas", "tomas"])
def test_plain_words_or_words_in_another_name_are_refused(copy, newsroom, author):
    at = copy.place(NOON)
    step = put_in(at, "about ", newsroom.tomas)
    if author == "jonas":
        step["slice"] = {"content": [text("about ")]}
    with pytest.raises(Invalid, match="words can be suggested"):
        copy.send(newsroom.jonas, step)


def test_the_reporter_takes_back_their_own_suggestion_and_not_an_editors(copy, newsroom):
    at = copy.place(NOON)
    copy.send(newsroom.jonas, put_in(at, "about ", newsroom.jonas))
    taken = {"stepType": "replace", "from": at, "to": at + 6}
    assert copy.send(newsroom.jonas, taken) == 2
    copy.send(newsroom.tomas, put_in(at, "about ", newsroom.tomas, "t1"))
    with pytest.raises(Invalid, match="words can be suggested"):
        copy.send(newsroom.jonas, taken)


def test_the_reporter_does_not_accept(copy, newsroom):
    at = copy.place(NOON)
    copy.send(newsroom.jonas, put_in(at, "about ", newsroom.jonas))
    accepted = {"stepType": "removeMark", "from": at, "to": at + 6}
    accepted["mark"] = mark("insertion", newsroom.jonas, "s1")
    with pytest.raises(Invalid, match="words can be suggested"):
        copy.send(newsroom.jonas, accepted)
    assert copy.send(newsroom.tomas, accepted) == 2


def test_another_reporter_may_not_even_suggest(copy, newsroom):
    with pytest.raises(NotAllowed):
        copy.send(newsroom.mira, put_in(copy.place(NOON), "about ", newsroom.mira))


def test_a_suggestion_sent_as_one_with_a_change_is_refused_with_it(copy, newsroom):
    at = copy.place(NOON)
    erase = {"stepType": "replace", "from": at, "to": at + 2}
    with pytest.raises(Invalid, match="words can be suggested"):
        copy.send(newsroom.jonas, put_in(at + 2, "x", newsroom.jonas), erase)
    with newsroom.app.app_context():
        assert db.session.get(Story, newsroom.story).version == 0


def test_copy_is_not_passed_while_a_suggestion_is_open(copy, newsroom):
    at = copy.place(NOON)
    copy.send(newsroom.jonas, put_in(at, "about ", newsroom.jonas))
    newsroom.check()
    assert "A suggestion in the text must be accepted or rejected first." in refused(
        newsroom, newsroom.tomas, "pass-copy"
    )
    accepted = {"stepType": "removeMark", "from": at, "to": at + 6}
    accepted["mark"] = mark("insertion", newsroom.jonas, "s1")
    copy.send(newsroom.tomas, accepted)
    newsroom.check()
    newsroom.move(newsroom.tomas, "pass-copy")


def test_a_suggestion_after_the_pass_lapses_the_approval(newsroom):
    newsroom.through_copy()
    copy = Copy(newsroom)
    copy.send(newsroom.tomas, put_in(copy.place(NOON), "about ", newsroom.tomas))
    with newsroom.app.app_context():
        assert queries.approvals(newsroom.story)["copy"].lapsed_at
    newsroom.check()
    assert "must be accepted or rejected" in refused(newsroom, newsroom.lena, "pass-copy-again")


def test_the_form_of_a_figure_does_not_decide_on_a_suggestion_in_its_caption(copy, newsroom):
    with newsroom.app.app_context():
        end = copy.node().content.size - copy.node().last_child.node_size
    new = {"stepType": "replace", "from": end, "to": end, "slice": {"content": [figure("A pier.")]}}
    copy.send(newsroom.tomas, new)
    copy.send(newsroom.tomas, put_in(copy.place("pier"), "long ", newsroom.tomas))
    with newsroom.app.app_context():
        [found] = summarise(copy.node()).figures
        version = db.session.get(Story, newsroom.story).version
    assert found.caption == "A pier."
    words = FigureWords(None, "A quay.", "", "", "")
    with pytest.raises(Conflict, match="suggested a change to this caption"), newsroom.change():
        change_figure(newsroom.pavel, newsroom.story, found.position, version, words)
    with newsroom.change():
        credited = FigureWords(None, "A pier.", "Reuters", "", "")
        change_figure(newsroom.pavel, newsroom.story, found.position, version, credited)


def test_a_reporter_hears_that_they_suggest_and_an_editor_begins_by_it(copy, newsroom, browser):
    def told(name):
        browser.sign_in(name)
        got = browser.client.get(f"/stories/{newsroom.story}/document").json
        browser.post("/sign-out")
        return got["may"]["copy"], got["only_suggests"], got["suggesting"], got["why"]

    assert told("jonas") == (
        False,
        True,
        False,
        "The story is with its editors; what you change here is a suggestion to them.",
    )
    assert told("tomas") == (True, False, False, "")
    with newsroom.change():
        queries.desk_of(db.session.get(Story, newsroom.story)).editors_suggest = True
    assert told("tomas") == (True, False, True, "")
    assert told("mira")[:3] == (False, False, True)


def test_two_versions_are_compared_as_they_stand_and_the_page_says_so(copy, newsroom, browser):
    copy.send(newsroom.jonas, put_in(copy.place(NOON), "about ", newsroom.jonas))
    browser.sign_in("tomas")
    page = browser.get(f"/stories/{newsroom.story}/history/compare?from=0&to=1")
    assert "Nothing differs" in page
    assert "1 suggestion is left out" in page

"""The talk about a story without a script: its forms, what they refuse, and where they lead."""

import pytest

from newsroom.db import db
from newsroom.stories import documents
from newsroom.stories.models import Story
from tests.stories.samples import place
from tests.stories.talking import WORDS

FORM = {"sending": "a-form", "from": "", "to": ""}


@pytest.fixture
def threads(newsroom):
    return f"/stories/{newsroom.story}/threads"


def test_a_comment_on_the_whole_story_by_its_form(newsroom, browser, threads):
    browser.sign_in("mira")
    page = browser.get(f"/stories/{newsroom.story}?tab=talk")
    form = {"sending": page.hidden["sending"], "from": "", "to": "", "text": "Is it long enough?"}
    page = browser.post(threads, form)
    assert "The whole story" in page
    assert "Is it long enough?" in page


def test_a_reply_a_resolution_and_opening_again(held, newsroom, browser, threads):
    thread = held.start(newsroom.tomas)
    browser.sign_in("jonas")
    page = browser.post(f"{threads}/{thread}/replies", {"text": "The master.", "sending": "r"})
    assert "The master." in page
    page = browser.post(f"{threads}/{thread}/resolve")
    assert "Resolved by Jonas" in page
    assert page.ids[f"reply-{thread}"] == 0
    page = browser.post(f"{threads}/{thread}/reopen")
    assert page.ids[f"reply-{thread}"] == 1


def test_a_form_sent_twice_is_one_comment(held, newsroom, browser, threads):
    browser.sign_in("jonas")
    for _ in range(2):
        browser.post(threads, {**FORM, "text": "Once."})
    assert held.said() == [["Once."]]


def test_what_was_typed_comes_back_with_the_refusal(held, newsroom, browser, threads):
    thread = held.start(newsroom.tomas)
    browser.sign_in("jonas")
    long = "x" * 5_001
    page = browser.post(threads, {**FORM, "text": long}, 422)
    assert "A comment has between 1 and 5,000 characters." in page
    assert page.answer.text.count(long) == 1
    page = browser.post(f"{threads}/{thread}/replies", {"text": long, "sending": "r"}, 422)
    assert page.answer.text.count(long) == 1


def test_only_who_may_say_so_is_asked_whether_it_must_be_fixed(held, newsroom, browser, threads):
    held.start(newsroom.tomas)
    browser.sign_in("jonas")
    page = browser.get(f"/stories/{newsroom.story}?tab=talk")
    assert "Must be fixed" not in page
    browser.post(threads, {**FORM, "text": "Now!", "must_fix": "1"}, 403)
    assert held.said() == [["Who says so?"]]
    browser.sign_in("pavel")
    page = browser.post(threads, {**FORM, "text": "The caption!", "must_fix": "1"})
    assert "must fix" in page


def test_the_gate_says_what_must_be_fixed_and_leads_there(held, newsroom, browser):
    thread = held.start(newsroom.pavel, words="")
    held.do("demand", newsroom.pavel, thread)
    browser.sign_in("jonas")
    browser.post(f"/stories/{newsroom.story}/moves/file", {"version": 0})
    newsroom.check()
    browser.sign_in("tomas")
    page = browser.get(f"/stories/{newsroom.story}")
    assert "Pavel’s comment on the whole story must be fixed, or resolved, first." in page
    assert f"/stories/{newsroom.story}?tab=talk#thread-{thread}" in page.links


def test_words_that_were_deleted_are_still_said(held, newsroom, browser):
    held.start(newsroom.tomas)
    newsroom.erase(newsroom.jonas, WORDS)
    browser.sign_in("mira")
    page = browser.get(f"/stories/{newsroom.story}?tab=talk")
    assert f"{WORDS} These words were deleted." in page


def test_the_editor_is_told_where_each_thread_stands(held, newsroom, browser, threads):
    thread = held.start(newsroom.tomas)
    held.start(newsroom.tomas, words="")
    browser.sign_in("jonas")
    answer = browser.client.get(threads).json
    with newsroom.app.app_context():
        story = db.session.get(Story, newsroom.story)
        begin = place(documents.at(story.id, story.version), WORDS)
    assert answer == {
        "version": 0,
        "threads": [
            {
                "id": thread,
                "from": begin,
                "to": begin + len(WORDS),
                "words": WORDS,
                "open": True,
                "must_fix": False,
            }
        ],
        "out": [],
    }


def test_a_page_with_much_talk_asks_the_database_no_more_than_one_with_none(
    held, newsroom, browser
):
    def cost():
        page = browser.get(f"/stories/{newsroom.story}")
        return int(page.answer.headers["X-SQL-Queries"])

    browser.sign_in("tomas")
    cost()  # the document is at hand from here on
    none = cost()
    for number in range(5):
        thread = held.start(newsroom.tomas, f"Question {number}")
        held.reply(newsroom.jonas, thread, "Answer.")
    assert cost() == none <= 15


def test_names_are_offered_for_what_is_typed_of_them(newsroom, browser):
    browser.sign_in("mira")

    def offered(typed):
        people = browser.client.get("/stories/mentions", query_string={"q": typed}).json["people"]
        return [one["name"] for one in people]

    assert offered("To") == ["tomas"]
    assert offered("x") == offered("%") == offered("\x07") == []
    assert len(offered("")) == 6


def test_an_inbox_is_its_persons_own(held, newsroom, browser):
    held.start(newsroom.tomas, "@jonas, and who else?")
    browser.sign_in("mira")
    assert "Nothing here yet" in browser.get("/inbox")
    browser.get("/inbox/1", 404)
    assert browser.client.get("/inbox/unread").json == {"unread": 0}
    browser.sign_in("jonas")
    assert browser.client.get("/inbox/unread").json == {"unread": 1}


def test_what_is_opened_is_read_and_with_it_what_else_was_said_there(held, newsroom, browser):
    thread = held.start(newsroom.tomas, "@jonas, and who else?")
    held.reply(newsroom.tomas, thread, "@jonas?")
    held.start(newsroom.tomas, "@jonas, and the headline?", words="")
    browser.sign_in("jonas")
    assert "3 new" in browser.get("/inbox")
    page = browser.get("/inbox/1")
    assert "and who else?" in page
    assert "1 new" in page
    browser.post("/inbox/read")
    assert browser.client.get("/inbox/unread").json == {"unread": 0}


def test_the_count_costs_a_page_no_question(held, newsroom, browser):
    browser.sign_in("jonas")
    before = browser.get("/inbox").answer.headers["X-SQL-Queries"]
    held.start(newsroom.tomas, "@jonas")
    page = browser.get("/inbox")
    assert (page.answer.headers["X-SQL-Queries"], "1 new" in page) == (before, True)

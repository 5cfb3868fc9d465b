"""A comment of one's own without a script: its forms, what they refuse, and what others see."""

import re

import pytest

from newsroom.db import now


@pytest.fixture
def thread(held, newsroom):
    return held.start(newsroom.tomas, "Who says so?")


@pytest.fixture
def asked(held, newsroom, thread):
    return f"/stories/{newsroom.story}/comments/{held.comment_saying('Who says so?')}"


@pytest.fixture
def talk(newsroom):
    return f"/stories/{newsroom.story}?tab=talk"


def offered(page):
    """The forms that change a comment: of which one, and what they do."""
    return re.findall(r'action="/stories/\d+/comments/(\d+)/(edit|delete)', page.answer.text)


def test_an_edit_by_its_form_is_shown_as_one_with_its_time(held, newsroom, browser, talk, asked):
    browser.sign_in("tomas")
    assert "edited" not in browser.get(talk)
    page = browser.post(f"{asked}/edit", {"text": "Who said so?"})
    assert "Who said so?" in page
    [exact] = re.findall(r'<time datetime="[^"]+" title="([^"]+)">edited</time>', page.answer.text)
    assert now().strftime("%-d %B %Y") in exact


def test_a_deletion_by_its_form_leaves_that_something_was_said(
    held, newsroom, browser, thread, asked
):
    held.reply(newsroom.jonas, thread, "The harbour master.")
    browser.sign_in("tomas")
    page = browser.post(f"{asked}/delete")
    assert "Deleted by its author" in page
    assert "Who says so?" not in page
    assert page.ids[f"thread-{thread}"] == 1


def test_a_form_that_deletes_is_sent_twice_and_the_thread_is_gone_once(browser, thread, asked):
    browser.sign_in("tomas")
    for _ in range(2):
        assert browser.post(f"{asked}/delete").ids[f"thread-{thread}"] == 0


def test_only_its_author_is_offered_to_change_a_comment_and_only_while_it_can_be(
    held, newsroom, browser, talk, thread, asked
):
    held.reply(newsroom.jonas, thread, "The harbour master.")
    comment = asked.rpartition("/")[2]
    browser.sign_in("tomas")
    assert offered(browser.get(talk)) == [(comment, "edit"), (comment, "delete")]
    browser.sign_in("lena")
    assert offered(browser.get(talk)) == []
    browser.post(f"{asked}/edit", {"text": "Mine now."}, 403)
    browser.post(f"{asked}/delete", status=403)
    held.do("resolve", newsroom.lena, thread)
    browser.sign_in("tomas")
    assert offered(browser.get(talk)) == []


def test_an_edit_too_long_comes_back_in_its_form(browser, asked):
    browser.sign_in("tomas")
    long = "x" * 5_001
    page = browser.post(f"{asked}/edit", {"text": long}, 422)
    assert "A comment has between 1 and 5,000 characters." in page
    assert re.search(rf'data-edits open>.*<textarea[^>]* id="edit-\d+"[^>]*>{long}<', flat(page))


@pytest.mark.parametrize("verb", ["resolve", "delete"])
def test_an_edit_that_came_too_late_is_kept_in_the_form_of_a_new_comment(
    held, newsroom, browser, thread, asked, verb
):
    browser.sign_in("tomas")
    if verb == "resolve":
        held.do(verb, newsroom.jonas, thread)
    else:
        browser.post(f"{asked}/delete")
    page = browser.post(f"{asked}/edit", {"text": "Who said so, and when?"}, 409)
    assert re.search(r'id="comment-text"[^>]*>Who said so, and when\?<', flat(page))


def test_an_answer_to_a_thread_that_is_gone_is_kept_in_the_form_of_a_new_comment(
    newsroom, browser, thread, asked
):
    browser.sign_in("tomas")
    browser.post(f"{asked}/delete")
    browser.sign_in("jonas")
    form = {"text": "The harbour master.", "sending": "r"}
    page = browser.post(f"/stories/{newsroom.story}/threads/{thread}/replies", form, 409)
    assert re.search(r'id="comment-text"[^>]*>The harbour master\.<', flat(page))


def test_the_editor_is_told_no_place_of_a_thread_that_is_gone(newsroom, browser, thread, asked):
    browser.sign_in("tomas")
    threads = f"/stories/{newsroom.story}/threads"
    assert [one["id"] for one in browser.client.get(threads).json["threads"]] == [thread]
    browser.post(f"{asked}/delete")
    assert browser.client.get(threads).json["threads"] == []


def flat(page):
    return " ".join(page.answer.text.split())

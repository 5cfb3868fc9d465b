"""Which threads the Talk tab shows without a script: the open, the resolved, one's own, or all."""

import re

import pytest

from tests.factories import make_person


@pytest.fixture
def asked(held, newsroom):
    """Open: Tomas asks Jonas about the boat."""
    return held.start(newsroom.tomas, "Who says so, @jonas?")


@pytest.fixture
def settled(held, newsroom):
    """Resolved: Lena asked about the place."""
    thread = held.start(newsroom.lena, "One word?", "PORT ELLEN")
    held.do("resolve", newsroom.tomas, thread)
    return thread


class Shown:
    """What the tab shows to somebody."""

    def __init__(self, browser, newsroom):
        self.browser, self.address = browser, f"/stories/{newsroom.story}?tab=talk"

    def page(self, kind=None):
        return self.browser.get(self.address + (f"&talk={kind}" if kind else ""))

    def threads(self, kind=None):
        text = self.page(kind).answer.text
        found = re.findall(r'<li class="thread(| is-left-out)" id="thread-(\d+)"', text)
        return {int(number) for left_out, number in found if not left_out}

    def counts(self):
        text = self.page().answer.text
        found = re.findall(r'data-shows="(\w+)"[^>]*>\w+ <span class="muted">(\d+)<', text)
        return {kind: int(number) for kind, number in found}


@pytest.fixture
def shown(browser, newsroom):
    return Shown(browser, newsroom)


def test_the_open_threads_are_shown_first_and_each_kind_at_its_address(
    shown, browser, asked, settled
):
    browser.sign_in("tomas")
    assert shown.threads() == shown.threads("open") == {asked}
    assert shown.threads("resolved") == {settled}
    assert shown.threads("mine") == {asked}
    assert shown.threads("all") == {asked, settled}
    assert shown.threads("nothing-like-it") == {asked}
    assert shown.counts() == {"open": 1, "resolved": 1, "mine": 1, "all": 2}


def test_a_persons_own_threads_are_those_in_which_they_speak_or_are_named(
    held, newsroom, shown, browser, asked, settled
):
    held.reply(newsroom.pavel, settled, "Two.")
    for person, own in (
        ("tomas", {asked}),
        ("jonas", {asked}),
        ("lena", {settled}),
        ("pavel", {settled}),
        ("mira", set()),
    ):
        browser.sign_in(person)
        assert shown.threads("mine") == own, person


def test_what_was_taken_back_makes_a_thread_nobodys_own(held, newsroom, shown, browser, asked):
    held.edit(newsroom.tomas, held.comment_saying("Who says so, @jonas?"), "Who says so?")
    browser.sign_in("jonas")
    assert shown.threads("mine") == set()
    held.reply(newsroom.jonas, asked, "The master.")
    assert shown.threads("mine") == {asked}
    held.delete(newsroom.jonas, held.comment_saying("The master."))
    assert shown.threads("mine") == set()


def test_a_name_with_more_behind_it_is_another_name(held, newsroom, shown, browser):
    held.start(newsroom.tomas, "@jonas2 or mail@jonas?")
    browser.sign_in("jonas")
    assert shown.threads("mine") == set()


def test_who_came_later_was_not_meant_by_their_name(held, newsroom, shown, browser):
    held.start(newsroom.tomas, "@nora, who says so?")
    with newsroom.change():
        make_person("nora", "reporter")
    browser.sign_in("nora")
    assert shown.threads("mine") == set()


def test_the_link_of_the_kind_that_is_shown_says_so(shown, browser, asked, settled):
    browser.sign_in("mira")
    for kind in ("open", "resolved", "mine", "all"):
        marked = re.findall(r'data-shows="(\w+)" aria-current="true"', shown.page(kind).answer.text)
        assert marked == [kind]


def test_what_is_done_in_a_thread_leads_back_to_the_kind_that_was_shown(
    newsroom, browser, asked, settled
):
    browser.sign_in("jonas")
    page = browser.get(f"/stories/{newsroom.story}?tab=talk&talk=resolved")
    [reopen] = re.findall(rf'action="([^"]+/threads/{settled}/reopen[^"]*)"', page.answer.text)
    answer = browser.client.post(reopen, data={"csrf_token": browser.token()})
    assert answer.headers["Location"].endswith(f"?tab=talk&talk=resolved#thread-{settled}")


def test_an_empty_place_says_what_to_do(held, newsroom, shown, browser):
    browser.sign_in("mira")
    assert "No comments yet Choose words in the text and press Comment" in shown.page()
    assert 'data-shows="' not in shown.page().answer.text
    thread = held.start(newsroom.tomas, "Who says so?")
    assert visible_empty(shown.page()) == []
    assert visible_empty(shown.page("resolved")) == ["Nothing resolved yet"]
    assert visible_empty(shown.page("mine")) == ["None of yours"]
    held.do("resolve", newsroom.tomas, thread)
    assert visible_empty(shown.page()) == ["Nothing open"]
    assert visible_empty(shown.page("all")) == visible_empty(shown.page("resolved")) == []


def visible_empty(page):
    found = re.findall(
        r'<div data-kinds="\w+"( class="is-left-out")?>\s*<div class="empty">'
        r'\s*<p class="empty__title">([^<]+)<',
        page.answer.text,
    )
    return [title for left_out, title in found if not left_out]

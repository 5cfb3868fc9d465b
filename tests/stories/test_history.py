"""The history of a story: who wrote when, versions with a name, any version, any two compared."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import insert

from newsroom.accounts import queries as people
from newsroom.accounts import service as accounts
from newsroom.audit import Event, record
from newsroom.db import db, now
from newsroom.roles import machine
from newsroom.stories import authority, document, documents, history
from newsroom.stories.models import Approval, Story, StorySnapshot, StoryStep


@pytest.fixture
def past(newsroom):
    return Past(newsroom)


class Past:
    """The story's history: the address of its pages, and the lines that stand on them."""

    def __init__(self, newsroom):
        self.newsroom, self.base = newsroom, f"/stories/{newsroom.story}/history"

    def sittings(self, before=None):
        with self.newsroom.app.app_context():
            page = history.history(db.session.get(Story, self.newsroom.story), before)
            return [
                entry.named.name
                if entry.named
                else (entry.person, entry.sitting.first, entry.sitting.last)
                for entry in page.entries
            ], page


def test_sittings_and_names_stand_newest_first(past, newsroom):
    newsroom.type(newsroom.jonas, " sharp")
    newsroom.move(newsroom.jonas, "file")
    newsroom.type(newsroom.tomas, " on Friday", after="noon sharp")
    newsroom.move(newsroom.tomas, "return-to-reporter", "The dateline is missing a country.")
    assert past.sittings()[0] == [
        "Returned to reporter",
        ("Tomas", 2, 2),
        "Filed",
        ("Jonas", 1, 1),
    ]


def test_the_page_shows_them_with_who_when_and_why(past, newsroom, browser):
    newsroom.type(newsroom.jonas, " sharp")
    newsroom.move(newsroom.jonas, "file")
    newsroom.move(newsroom.tomas, "return-to-reporter", "Ask the harbour master.")
    browser.sign_in("mira")
    page = browser.get(past.base)
    for words in (
        "Filed",
        "by Jonas",
        "Returned to reporter",
        "by Tomas",
        "Ask the harbour master.",
    ):
        assert words in page
    assert "at noon sharp" in page
    assert f"{past.base}/compare?from=0&to=1" in page.links


def test_the_story_leads_to_its_history(past, newsroom, browser):
    browser.sign_in("mira")
    assert past.base in browser.get(f"/stories/{newsroom.story}").links


def test_names_survive_a_closed_account_and_a_withdrawn_story(past, newsroom, browser):
    newsroom.type(newsroom.jonas, " sharp")
    newsroom.move(newsroom.jonas, "file")
    with newsroom.change():
        accounts.deactivate(machine("office"), people.person_to_change(newsroom.jonas.id))
        db.session.get(Story, newsroom.story).state = "withdrawn"
    browser.sign_in("mira")
    page = browser.get(past.base)
    assert "Filed" in page
    assert "by Jonas" in page


def moved(newsroom, actor, move, version):
    facts = {"slug": "ferry-halted", "source": "ready", "target": "published", "own_copy": False}
    with newsroom.change():
        record(
            actor,
            Event.STORY_MOVED,
            "story",
            newsroom.story,
            move=move,
            version=version,
            note="",
            **facts,
        )


def test_a_second_publication_is_a_correction_and_the_story_can_be_compared_with_the_last(
    past, newsroom, browser
):
    for words in (" sharp", " today", " only"):
        newsroom.type(newsroom.jonas, words, after="at noon")
    for move, version in (
        ("publish", 1),
        ("correct", 1),
        ("publish", 2),
        ("schedule", 2),
        ("withdraw", 2),
    ):
        moved(newsroom, newsroom.tomas, move, version)
    assert [one for one in past.sittings()[0] if isinstance(one, str)] == [
        "Withdrawn",
        "Corrected",
        "Correction started",
        "Published",
    ]
    browser.sign_in("mira")
    address = f"{past.base}/compare?from=2&to=3"
    assert address in browser.get(past.base).links
    assert address in browser.get(f"{past.base}/compare?from=0&to=3").links
    assert "<ins>only </ins>" in browser.get(f"{past.base}/compare").answer.text


def test_an_approval_that_lapsed_says_by_whom(past, newsroom, browser):
    newsroom.type(newsroom.jonas, " sharp")
    moved(newsroom, newsroom.lena, "pass-copy", 1)
    with newsroom.change():
        story = db.session.get(Story, newsroom.story)
        db.session.add(Approval(story_id=story.id, kind="copy", version=1, by_id=newsroom.lena.id))
    browser.sign_in("mira")
    assert "Lapsed" not in browser.get(past.base)
    newsroom.type(newsroom.tomas, " today", after="noon sharp")
    page = browser.get(past.base)
    assert "Copy passed" in page
    assert "Lapsed since: Tomas changed the text." in page


def test_any_version_can_be_read_alone_or_on_its_page(past, newsroom, browser):
    newsroom.type(newsroom.jonas, " sharp")
    browser.sign_in("mira")
    whole, part = browser.get(f"{past.base}/0"), browser.get(f"{past.base}/0?part=1")
    for page in (whole, part):
        assert "The last boat left at noon." in page
        assert "noon sharp" not in page
    assert "<html" in whole.answer.text
    assert "<html" not in part.answer.text
    assert "noon sharp" in browser.get(f"{past.base}?version=1")


@pytest.mark.parametrize(
    "path", ["/2", "/2?part=1", "?version=2", "/compare?to=2", "/compare?to=x"]
)
def test_a_version_that_does_not_exist_is_not_found(past, newsroom, browser, path):
    newsroom.type(newsroom.jonas, " sharp")
    browser.sign_in("mira")
    assert "no " in browser.get(past.base + path, 404)


def test_a_story_that_does_not_exist_has_no_history(newsroom, browser):
    browser.sign_in("mira")
    for path in ("", "/0", "/compare"):
        browser.get(f"/stories/99999/history{path}", 404)


def test_two_versions_are_compared_whichever_is_named_first(past, newsroom, browser):
    newsroom.type(newsroom.jonas, " sharp")
    browser.sign_in("mira")
    for asked in ("from=0&to=1", "from=1&to=0"):
        page = browser.get(f"{past.base}/compare?{asked}")
        assert "<ins> sharp</ins>" in page.answer.text
        assert "1 word inserted" in page
        assert "0 words deleted" in page
    assert "Nothing differs" in browser.get(f"{past.base}/compare?from=1&to=1")


def test_a_comparison_leads_to_the_sittings_around_it(past, newsroom, browser):
    newsroom.type(newsroom.jonas, " sharp")
    newsroom.move(newsroom.jonas, "file")
    newsroom.type(newsroom.tomas, " today", after="noon sharp")
    newsroom.type(newsroom.lena, " only", after="today")
    browser.sign_in("mira")
    page = browser.get(f"{past.base}/compare?from=1&to=2")
    assert f"{past.base}/compare?from=0&to=1" in page.links
    assert f"{past.base}/compare?from=2&to=3" in page.links


def test_what_was_written_cannot_become_part_of_the_page(past, newsroom, browser):
    newsroom.type(newsroom.jonas, "<script>alert(1)</script>")
    browser.sign_in("mira")
    for path in ("", "/1?part=1", "/compare?from=0&to=1"):
        assert "<script>alert" not in browser.get(past.base + path).answer.text


def with_steps(newsroom, count):
    """A story with so many steps of typing one letter, ten a minute, written straight to the tables."""
    with newsroom.change():
        story = db.session.get(Story, newsroom.story)
        begin = document.write(documents.at(story.id, 0))
        step = json.dumps({"stepType": "replace", "from": 1, "to": 1})
        start = now() - timedelta(days=30)
        rows = [
            {
                "story_id": story.id,
                "version": version,
                "client": "tab-1",
                "author_id": newsroom.jonas.id if version % 700 else newsroom.tomas.id,
                "at": start + timedelta(seconds=6 * version),
                "step": step,
                "inserted": 0,
            }
            for version in range(story.version + 1, count + 1)
        ]
        db.session.execute(insert(StoryStep), rows)
        every = range((story.version // 50 + 1) * 50, count + 1, 50)
        db.session.execute(
            insert(StorySnapshot),
            [{"story_id": story.id, "version": v, "document": begin} for v in every],
        )
        story.version = count


def test_a_long_history_is_walked_to_its_end_and_no_version_is_left_out(past, newsroom):
    with_steps(newsroom, 7_000)
    seen, before = [], None
    while True:
        entries, page = past.sittings(before)
        seen += [one for one in entries if isinstance(one, tuple)]
        before = page.older
        if before is None:
            break
    versions = [n for _, first, last in seen[::-1] for n in range(first, last + 1)]
    assert versions == [*range(1, 7_001)]
    assert [one for one in seen if one[0] == "Tomas"] == [
        ("Tomas", n, n) for n in range(7_000, 0, -700)
    ]


def test_a_sitting_longer_than_one_reading_goes_on_on_the_next_page(
    past, newsroom, browser, monkeypatch
):
    monkeypatch.setattr(history, "WINDOW", 50)
    with_steps(newsroom, 130)
    pages = [past.sittings(before) for before in (None, 81, 31)]
    assert [shown for shown, _ in pages] == [
        [("Jonas", 81, 130)],
        [("Jonas", 31, 80)],
        [("Jonas", 1, 30)],
    ]
    assert [(page.older, page.cut) for _, page in pages] == [(81, True), (31, True), (None, False)]
    browser.sign_in("mira")
    assert "This sitting is long" in browser.get(past.base)
    last = browser.get(f"{past.base}?before=31")
    assert "This sitting is long" not in last
    assert "Started" in last


def test_steps_sent_together_are_one_sitting_with_all_their_versions(past, newsroom):
    with newsroom.change():
        story = db.session.get(Story, newsroom.story)
        step = {"stepType": "replace", "from": 1, "to": 1}
        authority.commit(newsroom.jonas, story.id, 0, "tab-1", [step] * 7)
    newsroom.type(newsroom.jonas, " sharp")
    assert past.sittings()[0] == [("Jonas", 1, 8)]


def test_a_story_of_many_steps_costs_no_more_than_one_of_few(past, newsroom, browser, monkeypatch):
    read = []
    real = history._made

    def counted(story_id, after, upto):
        read.append(upto - after)
        return real(story_id, after, upto)

    monkeypatch.setattr(history, "_made", counted)
    browser.sign_in("mira")

    def cost(path):
        read.clear()
        answer = browser.client.get(past.base + path)
        assert answer.status_code == 200
        return int(answer.headers["X-SQL-Queries"]), sum(read)

    with_steps(newsroom, 120)
    few = {path: cost(path) for path in ("", "/60", "/compare?from=60&to=70")}
    with_steps(newsroom, 30_000)
    for path, (queries, _) in few.items():
        many, rows = cost(path)
        assert many <= queries
        assert rows <= history.WINDOW + 1
        assert many <= 12

"""Who is in a story now, through the application: with Redis, without it, and for the desk."""

import json
import socket
from queue import SimpleQueue

import pytest

from newsroom.notifications import live, presence, presence_store
from newsroom.notifications.presence import GONE_AFTER_MS
from tests.page_client import Browser

SAID = {
    "client": "tab-1",
    "version": 0,
    "anchor": 3,
    "head": 9,
    "typing": True,
    "block": "paragraph",
    "number": 1,
}


class Desk:
    """Says things as people, each at a browser of their own."""

    def __init__(self, app, newsroom):
        self.app, self.newsroom = app, newsroom
        self.base = f"/stories/{newsroom.story}/presence"
        self.browsers: dict[str, Browser] = {}

    def at(self, name):
        if name not in self.browsers:
            self.browsers[name] = Browser(self.app)
            self.browsers[name].sign_in(name)
        return self.browsers[name]

    def say(self, name, **more):
        return self.at(name).post_json(self.base, SAID | more)

    def leave(self, name, client="tab-1"):
        return self.at(name).post(f"{self.base}/leave", {"client": client}, status=204)

    def here(self, name="lena"):
        return [page["words"] for page in self.at(name).client.get(self.base).json["pages"]]


@pytest.fixture
def desk(app, newsroom):
    return Desk(app, newsroom)


@pytest.fixture
def hints(monkeypatch):
    """What is announced, in turn."""
    heard = []
    monkeypatch.setattr(live, "hint", lambda name, **facts: heard.append((name, facts)))
    return heard


def test_who_is_in_a_story_is_told_to_who_asks_and_to_who_comes(desk):
    assert desk.here() == []
    desk.say("jonas")
    answer = desk.say("tomas", client="tab-7", typing=False, block="headline")
    assert [page["words"] for page in answer.json["pages"]] == [
        "Jonas, typing in paragraph 1",
        "Tomas, in the headline",
    ]
    assert desk.here() == ["Jonas, typing in paragraph 1", "Tomas, in the headline"]


def test_who_leaves_is_gone_at_once(desk):
    desk.say("jonas")
    desk.leave("jonas")
    assert desk.here() == []


def test_nobody_leaves_for_another(desk):
    desk.say("jonas")
    desk.leave("tomas")
    assert desk.here() == ["Jonas, typing in paragraph 1"]


def test_two_pages_that_call_themselves_alike_are_two_where_two_people_sit_at_them(desk):
    desk.say("jonas")
    desk.say("tomas")
    assert len(desk.here()) == 2


def test_a_page_that_fell_silent_is_gone_and_its_entry_too(desk, newsroom, monkeypatch):
    desk.say("jonas")
    later = presence_store.moment() + GONE_AFTER_MS + 1
    monkeypatch.setattr(presence_store, "moment", lambda: later)
    assert desk.here() == []
    desk.say("tomas")
    with newsroom.app.app_context():
        assert [page.name for page in presence_store.pages_of(newsroom.story).values()] == ["Tomas"]


def test_what_another_release_left_behind_is_passed_over_and_swept_away(desk, newsroom, settings):
    broker = live.client(settings.redis_url)
    broker.hset(f"newsroom:presence:{newsroom.story}", "9:old", json.dumps({"who": "Vera"}))
    assert desk.here() == []
    desk.say("jonas")
    assert len(broker.hkeys(f"newsroom:presence:{newsroom.story}")) == 1


def test_a_story_nobody_speaks_of_any_more_keeps_nothing(desk, newsroom, settings):
    desk.say("jonas")
    key = f"newsroom:presence:{newsroom.story}"
    assert 0 < live.client(settings.redis_url).ttl(key) <= presence_store.KEPT_SECONDS


def test_others_hear_of_what_is_new_and_the_desk_of_who_comes_and_goes(desk, hints, newsroom):
    desk.say("jonas")
    desk.say("jonas")
    desk.say("jonas", head=12)
    desk.leave("jonas")
    desk.leave("jonas")
    assert [name for name, _ in hints] == ["presence", "here", "presence", "presence", "here"]
    came, moved, gone = (facts for name, facts in hints if name == "presence")
    assert (came["page"]["words"], moved["page"]["head"]) == ("Jonas, typing in paragraph 1", 12)
    assert gone == {"story": newsroom.story, "gone": came["page"]["key"]}
    assert [facts["people"] for name, facts in hints if name == "here"] == [
        [{"person": newsroom.jonas.id, "name": "Jonas", "colour": came["page"]["colour"]}],
        [],
    ]


def test_two_who_come_at_the_same_moment_are_both_shown_on_the_desk(
    desk, hints, newsroom, monkeypatch
):
    tomas = presence.said(SAID, newsroom.tomas.id, "Tomas", presence_store.moment())

    def looked_just_before(story_id):
        presence_store.say(story_id, {}, tomas)
        return {}

    monkeypatch.setattr(presence_store, "pages_of", looked_just_before)
    desk.say("jonas")
    last = [facts["people"] for name, facts in hints if name == "here"][-1]
    assert [one["name"] for one in last] == ["Jonas", "Tomas"]


def test_cursors_come_only_to_who_follows_the_story_and_the_desk_s_hints_to_all(
    desk, newsroom, monkeypatch
):
    asked = []
    monkeypatch.setattr(live, "listen", lambda _, wanted, __: asked.append(wanted) or iter(()))
    desk.at("lena").client.get(f"/live?story={newsroom.story}")
    heard = {
        (name, story)
        for name in ("presence", "here")
        for story in (newsroom.story, newsroom.other)
        if asked[0](live.Event("", name, {"story": story}))
    }
    assert heard == {
        ("presence", newsroom.story),
        ("here", newsroom.story),
        ("here", newsroom.other),
    }


def test_another_tab_of_one_person_is_no_news_for_the_desk(desk, hints):
    desk.say("jonas")
    desk.say("jonas", client="tab-2")
    desk.leave("jonas", "tab-2")
    assert [name for name, _ in hints].count("here") == 1


def test_a_cursor_that_moves_asks_the_database_only_who_is_signed_in(desk):
    desk.say("jonas")
    answer = desk.say("jonas", head=12)
    assert answer.headers["X-SQL-Queries"] == "1"


@pytest.mark.parametrize(
    "sent", [[], {}, SAID | {"head": -1}, SAID | {"client": "x" * 41}, {"pad": "x" * 2_000}]
)
def test_what_no_page_says_is_refused_with_a_sentence(desk, sent):
    answer = desk.at("jonas").post_json(desk.base, sent)
    assert answer.status_code == 422
    assert answer.json["detail"].endswith("load the page again.")
    assert desk.here() == []


def test_nobody_is_in_a_story_that_is_not_there(desk):
    assert desk.at("jonas").post_json("/stories/99/presence", SAID).status_code == 404
    assert desk.at("jonas").client.get("/stories/99/presence").status_code == 404


def test_a_name_is_only_a_name(desk, newsroom):
    from newsroom.accounts.models import Person
    from newsroom.db import db

    with newsroom.change():
        db.session.get(Person, newsroom.jonas.id).full_name = '<b onclick="x()">J</b>'
    desk.say("jonas")
    assert "&lt;b onclick=" in desk.at("lena").get(f"/stories/{newsroom.story}").answer.text


def test_the_story_s_head_shows_the_others_and_what_they_do(desk, newsroom):
    desk.say("jonas")
    desk.say("tomas", typing=False)
    head = desk.at("tomas").get(f"/stories/{newsroom.story}").answer.text
    assert 'aria-label="Jonas, typing in paragraph 1"' in head
    assert 'aria-label="Tomas, in paragraph 1"' not in head


def test_the_desk_shows_who_is_in_each_story(desk, newsroom):
    desk.say("jonas")
    page = desk.at("lena").get("/?all=1").answer.text
    of_story = {
        int(part.partition('"')[0]): part.partition("</td>")[0]
        for part in page.split('data-in-it-now="')[1:]
    }
    assert 'title="Jonas"' in of_story[newsroom.story]
    assert "Jonas" not in of_story[newsroom.other]
    asked = f"/presence?story={newsroom.story}&story={newsroom.other}&story=0&story=-4&story=x"
    found = desk.at("lena").client.get(asked).json["stories"]
    assert {story: len(people) for story, people in found.items()} == {
        str(newsroom.story): 1,
        str(newsroom.other): 0,
    }


def test_who_is_in_it_costs_the_desk_no_statement(desk, newsroom):
    before = desk.at("lena").get("/?all=1").answer.headers["X-SQL-Queries"]
    desk.say("jonas")
    assert desk.at("lena").get("/?all=1").answer.headers["X-SQL-Queries"] == before


@pytest.fixture
def waits(monkeypatch, desk):
    """Redis takes each connection and never says a word; who waited for it, each only a moment."""
    for name in ("jonas", "lena"):
        desk.at(name)
    asked: list[str] = []
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(64)
        away = live.client.__wrapped__(f"redis://127.0.0.1:{silent.getsockname()[1]}/0", 0.05)
        monkeypatch.setattr(live, "client", lambda url, *_: asked.append(url) or away)
        yield asked


def test_without_redis_nobody_is_shown_and_nothing_else_fails(desk, newsroom, waits):
    assert desk.say("jonas").json["pages"] == []
    assert desk.here() == []
    desk.leave("jonas")
    assert "ferry-halted" in desk.at("jonas").get("/?all=1")
    assert "ferry-halted" in desk.at("jonas").get(f"/stories/{newsroom.story}")


@pytest.mark.parametrize("path", ["/?all=1", "/stories/{}", "/stories/{}/presence"])
def test_a_page_waits_for_an_absent_redis_once(desk, newsroom, waits, path):
    assert desk.at("lena").client.get(path.format(newsroom.story)).status_code == 200
    assert len(waits) == 1


def test_so_does_what_says_that_somebody_is_here_or_leaves(desk, waits):
    desk.say("jonas")
    assert len(waits) == 1
    desk.leave("jonas")
    assert len(waits) == 2


class Hints(SimpleQueue):
    """What a held request hears: cursors that move, and then that the process stops."""

    def __init__(self):
        super().__init__()
        for number in range(50):
            self.put(live.Event("", "presence", {"story": 1, "page": {"head": number}}))
        self.put(None)


def test_a_request_that_is_held_open_asks_nothing_when_cursors_move(desk, newsroom, monkeypatch):
    monkeypatch.setattr("newsroom.notifications.live.Hub.join", lambda _hub: Hints())
    answer = desk.at("jonas").client.get(f"/stories/{newsroom.story}/steps?since=0&wait=25")
    assert answer.json == {"version": 0, "steps": []}
    assert int(answer.headers["X-SQL-Queries"]) < 10

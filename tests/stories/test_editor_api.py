"""What the editor in the browser and the server say to each other."""

from dataclasses import replace
from queue import SimpleQueue
from threading import Event, Thread

import pytest

from newsroom.stories import authority, document, queries
from newsroom.stories.shelf import Shelf, shelf
from newsroom.stories.turns import Turns, turns
from tests.stories.samples import typed
from tests.stories.style import put_in_lexicon


@pytest.fixture
def editor(newsroom, browser):
    browser.sign_in("jonas")
    return Editor(newsroom, browser)


class Editor:
    def __init__(self, newsroom, browser):
        self.browser, self.base = browser, f"/stories/{newsroom.story}"

    def get(self, path):
        return self.browser.client.get(self.base + path).json

    def node(self):
        return document.read(self.get("/document")["document"])

    def send(self, version, steps, client="tab-1"):
        body = {"version": version, "client": client, "steps": steps}
        return self.browser.post_json(self.base + "/steps", body)


def test_the_document_comes_with_its_version_and_what_may_be_changed(editor):
    got = editor.get("/document")
    assert (got["version"], got["may"], got["why"]) == (0, {"copy": True, "figures": True}, "")


def test_steps_are_taken_and_can_be_asked_for(editor):
    answer = editor.send(0, typed(editor.node(), "at noon", " sharp"))
    assert (answer.status_code, answer.json) == (200, {"version": 1})
    missed = editor.get("/steps?since=0")
    assert [(s["client"], s["author"]) for s in missed["steps"]] == [("tab-1", "Jonas")]
    assert editor.get("/steps?since=1") == {"version": 1, "steps": []}


def test_a_client_behind_gets_409_with_what_it_missed(editor):
    steps = typed(editor.node(), "at noon", " sharp")
    editor.send(0, steps, "tab-1")
    answer = editor.send(0, steps, "tab-2")
    assert answer.status_code == 409
    assert (answer.json["version"], len(answer.json["steps"])) == (1, 1)


def test_a_client_behind_is_told_so_while_somebody_else_holds_the_story(editor, newsroom):
    steps = typed(editor.node(), "at noon", " sharp")
    editor.send(0, steps, "tab-1")
    with newsroom.change():
        queries.story_for_change(newsroom.lena, newsroom.story)
        answer = Thread(target=lambda: answers.append(editor.send(0, steps, "tab-2")))
        answers = []
        answer.start()
        answer.join()
    assert [one.status_code for one in answers] == [409]


def test_one_who_is_told_by_the_row_that_another_process_came_first_tells_the_others(
    editor, newsroom
):
    steps = typed(editor.node(), "at noon", " sharp")
    kept = newsroom.app.extensions.pop("story_documents", Shelf())
    editor.send(0, steps, "tab-1")
    newsroom.app.extensions["story_documents"] = kept
    assert editor.send(0, steps, "tab-2").status_code == 409
    with newsroom.change():
        queries.story_for_change(newsroom.lena, newsroom.story)
        answers = []
        third = Thread(target=lambda: answers.append(editor.send(0, steps, "tab-3")))
        third.start()
        third.join()
    assert [one.status_code for one in answers] == [409]


def test_who_writes_in_one_story_takes_turns_and_another_story_waits_for_nobody():
    line, began, written = Turns(), Event(), []

    def write():
        began.set()
        with line.of(1):
            written.append("the second")

    second = Thread(target=write)
    with line.of(1):
        second.start()
        began.wait()
        with line.of(2):
            written.append("another story")
        written.append("the first")
    second.join()
    assert written == ["another story", "the first", "the second"]


def test_who_waits_too_long_behind_one_that_is_stuck_is_to_send_again(
    editor, newsroom, monkeypatch
):
    monkeypatch.setattr("newsroom.stories.turns.LONGEST_SECONDS", 0)
    steps = typed(editor.node(), "at noon", " sharp")
    with newsroom.app.app_context(), turns().of(newsroom.story):
        answer = editor.send(0, steps)
    assert (answer.status_code, answer.json["title"]) == (503, "Not now")
    assert editor.send(0, steps).json == {"version": 1}


def test_a_client_that_is_ahead_of_everybody_gets_what_there_is(editor):
    steps = typed(editor.node(), "at noon", " sharp")
    answer = editor.send(7, steps, "tab-1")
    assert (answer.status_code, answer.json) == (409, {"version": 0, "steps": []})


def test_words_are_taken_by_a_process_that_remembers_a_newer_database(editor, newsroom):
    steps = typed(editor.node(), "at noon", " sharp")
    with newsroom.app.app_context():
        for version in (1, 5):
            shelf().put(newsroom.story, version, document.empty())
    assert editor.send(0, steps).json == {"version": 1}
    assert "at noon sharp" in editor.node().text_content


@pytest.fixture
def announced(monkeypatch):
    """What the authority tells the open pages, in turn."""
    told = []
    monkeypatch.setattr(authority, "announce", lambda name, **facts: told.append((name, facts)))
    return told


def test_the_news_of_steps_brings_the_steps(editor, newsroom, announced):
    steps = typed(editor.node(), "at noon", " sharp")
    editor.send(0, steps, "tab-1")
    kept = editor.get("/steps?since=0")["steps"]
    [(name, facts)] = announced
    assert name == "steps"
    assert facts == {
        "story": newsroom.story,
        "version": 1,
        "since": 0,
        "client": "tab-1",
        "steps": [one["step"] for one in kept],
    }


def test_the_news_of_many_steps_leaves_them_to_be_fetched(editor, newsroom, announced):
    editor.send(0, typed(editor.node(), "at noon", " sharp" * authority.MOST_TOLD), "tab-1")
    assert announced == [("steps", {"story": newsroom.story, "version": 1, "since": 0})]


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {},
        {"version": "0", "client": "c", "steps": []},
        {"version": True, "client": "c", "steps": []},
        {"version": 0, "client": 7, "steps": []},
        {"version": 0, "client": "c", "steps": "all"},
        {"version": 0, "client": "c", "steps": [{"stepType": "boom"}]},
    ],
)
def test_what_no_editor_sends_is_refused_with_a_sentence(editor, body):
    answer = editor.browser.post_json(editor.base + "/steps", body)
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    assert answer.json["detail"].endswith((".", "again."))


def test_one_without_the_right_is_told_so(editor, newsroom):
    editor.browser.sign_in("mira")
    got = editor.get("/document")
    assert got["may"] == {"copy": False, "figures": False}
    assert got["why"].startswith("You are neither")
    answer = editor.send(0, typed(editor.node(), "at noon", "!"))
    assert (answer.status_code, answer.json["status"]) == (403, 403)


def test_somebody_signed_out_is_asked_to_sign_in_again(editor):
    steps = typed(editor.node(), "at noon", "!")
    token = editor.browser.token()
    editor.browser.post("/sign-out")
    answer = editor.browser.client.post(
        editor.base + "/steps",
        json={"version": 0, "client": "c", "steps": steps},
        headers={"X-CSRFToken": token},
    )
    assert answer.status_code in {400, 401}
    assert "again" in answer.json["detail"]


def test_a_commit_costs_at_most_eight_statements(editor):
    node = editor.node()
    editor.send(0, typed(node, "at noon", " sharp"))
    answer = editor.send(1, typed(editor.node(), "boat", "s"))
    assert int(answer.headers["X-SQL-Queries"]) <= 8


def test_findings_come_with_their_places_in_the_newest_version(editor, newsroom):
    with newsroom.change():
        put_in_lexicon("Ferrie", "boat")
    newsroom.check()
    [before] = editor.get("/findings")["findings"]
    editor.send(0, typed(editor.node(), "The", "n"))
    [after] = editor.get("/findings")["findings"]
    assert after["from"] == before["from"] + 1
    answer = editor.browser.post_json(f"{editor.base}/findings/{after['id']}/accept", {})
    assert (answer.status_code, answer.json) == (200, {"version": 2})
    assert "last Ferrie" in document.write(editor.node()).replace("ferrie", "Ferrie")


def test_without_a_script_the_forms_of_findings_lead_back_to_the_story(editor, newsroom):
    with newsroom.change():
        put_in_lexicon("Ferrie", "boat")
    newsroom.check()
    [found] = editor.get("/findings")["findings"]
    editor.browser.sign_in("lena")
    page = editor.browser.post(
        f"{editor.base}/findings/{found['id']}/dismiss", {"reason": "A word, not the name"}
    )
    assert "A word, not the name" in page
    assert "Open again" in page


def test_a_long_poll_answers_at_once_where_there_are_steps(editor):
    editor.send(0, typed(editor.node(), "at noon", " sharp"))
    assert editor.get("/steps?since=0&wait=25")["version"] == 1


class GoodbyeOnly(SimpleQueue):
    """What a waiting reader hears from a process that is about to stop."""

    def __init__(self):
        super().__init__()
        self.put(None)

    def get(self, *given, **named):
        assert not self.empty(), "it went on waiting after the goodbye"
        return super().get(*given, **named)


def test_a_long_poll_lets_go_of_a_process_that_stops(editor, monkeypatch):
    monkeypatch.setattr("newsroom.notifications.live.Hub.join", lambda _hub: GoodbyeOnly())
    assert editor.get("/steps?since=0&wait=25") == {"version": 0, "steps": []}


def test_pages_that_wait_for_news_leave_half_of_the_threads_to_those_who_work(
    editor, app, monkeypatch
):
    app.config["NEWSROOM"] = replace(app.config["NEWSROOM"], web_threads=4)
    held = []

    def hold(story, *_):
        """While this answer is held back, another page comes and asks."""
        held.append(story.id)
        if len(held) < 5:
            assert editor.get("/steps?since=0&wait=25") == {"version": 0, "steps": []}
        return story

    monkeypatch.setattr("newsroom.stories.editor_api._await_steps", hold)
    for _ in range(2):
        editor.get("/steps?since=0&wait=25")
        assert len(held) == 2
        del held[:]


def test_a_client_far_behind_gets_the_oldest_steps_first(editor, monkeypatch):
    monkeypatch.setattr("newsroom.stories.editor_api.MOST_STEPS", 2)
    for version, words in enumerate(("a", "b", "c")):
        editor.send(version, typed(editor.node(), "at noon", words))
    first = editor.get("/steps?since=0")
    assert (first["version"], len(first["steps"])) == (3, 2)
    assert len(editor.get("/steps?since=2")["steps"]) == 1


def test_findings_cost_the_same_however_many_wait_to_be_moved(editor, newsroom):
    def queries(body):
        with newsroom.change():
            put_in_lexicon(*body)
        newsroom.check()
        editor.send(editor.get("/document")["version"], typed(editor.node(), "at noon", "!"))
        answer = editor.browser.client.get(editor.base + "/findings")
        return len(answer.json["findings"]), int(answer.headers["X-SQL-Queries"])

    few, cost_of_few = queries(("Vessel", "boat"))
    many, cost_of_many = queries(("Midday", "noon"))
    assert many > few
    assert cost_of_many == cost_of_few


def test_a_commit_too_large_to_be_one_is_refused_with_a_sentence(editor):
    answer = editor.send(0, ["x" * 8_000_001])
    assert (answer.status_code, answer.json["status"]) == (422, 422)
    assert "more than one save can carry" in answer.json["detail"]

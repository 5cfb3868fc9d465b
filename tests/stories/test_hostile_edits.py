"""What no editor's page sends and anybody can: none of it breaks a story or gets into one."""

import math

import pytest

from newsroom.stories import document
from tests.page_client import Browser
from tests.stories.samples import place, typed

HUGE = 10**30


def send(browser, story, version, *steps):
    body = {"version": version, "client": "tab", "steps": list(steps)}
    return browser.post_json(f"/stories/{story}/steps", body)


def heading(node, level):
    at = node.content.size - node.children[-1].node_size
    new = {"type": "heading", "attrs": {"level": level}}
    return {"stepType": "replace", "from": at, "to": at, "slice": {"content": [new]}}


def shown(browser, story):
    return document.read(browser.client.get(f"/stories/{story}/document").json["document"])


@pytest.fixture
def jonas(newsroom, browser):
    browser.sign_in("jonas")
    return browser


NO_LEVEL = "A heading's level is 2, 3 or 4."


@pytest.mark.parametrize(
    ("level", "sentence"),
    [(2.0, NO_LEVEL), (7, NO_LEVEL)]
    + [(odd, document.UNREADABLE) for odd in ([2], {"2": 2}, "2", True, None)],
)
def test_a_heading_of_no_level_is_refused_and_the_page_still_opens(
    newsroom, jonas, level, sentence
):
    answer = send(jonas, newsroom.story, 0, heading(shown(jonas, newsroom.story), level))
    assert answer.status_code == 422
    assert answer.json["detail"] == sentence
    jonas.get(f"/stories/{newsroom.story}")


@pytest.mark.parametrize(
    "unused",
    [
        {"stepType": "addMark", "mark": {"type": "link", "attrs": {"href": {}}}},
        {"stepType": "replace", "slice": {"content": [{"type": "text", "text": "", "marks": {}}]}},
        {"stepType": "replace", "slice": {"content": {}}},
    ],
)
def test_what_a_browser_could_not_read_back_is_refused_also_where_it_changes_nothing(
    newsroom, jonas, unused
):
    answer = send(jonas, newsroom.story, 0, {**unused, "from": 1, "to": 1})
    assert (answer.status_code, answer.json["detail"]) == (422, document.UNREADABLE)


@pytest.mark.parametrize("version", [HUGE, -HUGE, 2**63, 2**31])
def test_a_version_that_no_story_has_is_refused_with_a_sentence(newsroom, jonas, version):
    answer = send(jonas, newsroom.story, version)
    assert (answer.status_code, answer.json["detail"][-1]) == (422, ".")


@pytest.mark.parametrize("since", [HUGE, -HUGE, "x", ""])
def test_steps_since_no_version_are_all_steps(newsroom, jonas, since):
    answer = jonas.client.get(f"/stories/{newsroom.story}/steps?since={since}")
    assert answer.json == {"version": 0, "steps": []}


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
def test_a_client_without_a_printable_name_is_refused(newsroom, jonas, name):
    steps = typed(shown(jonas, newsroom.story), "noon", "!")
    body = {"version": 0, "client": name, "steps": steps}
    answer = jonas.post_json(f"/stories/{newsroom.story}/steps", body)
    assert (answer.status_code, answer.json["detail"]) == (
        422,
        "The page did not say who it is; load it again.",
    )


@pytest.mark.parametrize("name", ["ada", "mira"])
def test_who_may_change_nothing_makes_no_version_with_steps_that_come_to_nothing(
    newsroom, app, name
):
    browser = Browser(app)
    browser.sign_in(name)
    node = shown(browser, newsroom.story)
    at = place(node, "noon")
    same = {"content": [{"type": "text", "text": "noon"}]}
    step = {"stepType": "replace", "from": at, "to": at + 4, "slice": same}
    assert send(browser, newsroom.story, 0, step).status_code == 403
    assert browser.client.get(f"/stories/{newsroom.story}/steps").json["version"] == 0


STRONG = {"type": "strong"}
ONE = {"content": [{"type": "text", "text": "x"}]}
UNREADABLE = {
    "a place that is true": {"stepType": "replace", "from": True, "to": True, "slice": ONE},
    "a mark from true": {"stepType": "addMark", "mark": STRONG, "from": True, "to": 3},
    "an attribute at true": {"stepType": "attr", "pos": True, "attr": "x", "value": 1},
    "an open end that is true": {
        "stepType": "replace",
        "from": 1,
        "to": 1,
        "slice": {**ONE, "openStart": False},
    },
    "a mark set from true": {
        "stepType": "markSet",
        "steps": [{"stepType": "addMark", "mark": STRONG, "from": True, "to": 3}],
    },
    "a mark set that runs backwards": {
        "stepType": "markSet",
        "steps": [{"stepType": "addMark", "mark": STRONG, "from": 5, "to": 3}],
    },
    "a value that is no number": {"stepType": "attr", "pos": 0, "attr": "x", "value": math.nan},
    "an endless value": {"stepType": "attr", "pos": 0, "attr": "x", "value": math.inf},
}


@pytest.mark.parametrize("step", UNREADABLE.values(), ids=UNREADABLE)
def test_a_step_that_no_browser_could_read_is_not_kept_for_the_others(newsroom, jonas, step):
    answer = send(jonas, newsroom.story, 0, step)
    assert (answer.status_code, answer.json["detail"]) == (
        422,
        "This edit cannot be read; the page may be older than the server.",
    )
    assert jonas.client.get(f"/stories/{newsroom.story}/steps").json["steps"] == []


PLACES = (
    "/?after=0_0_{}",
    "/?state=published&after=0_0_{}",
    "/paper?after=1_{}",
    "/lexicon?after={}",
    "/wire/outlets?after={}",
    "/photos?before={}",
    "/audit?before={}&number={}",
)


@pytest.mark.parametrize("path", PLACES)
def test_a_list_asked_to_begin_after_no_row_still_opens(newsroom, app, path):
    browser = Browser(app)
    browser.sign_in("ada")
    browser.get(path.replace("{}", str(HUGE)))
    browser.get(path.replace("{}", "-1"))


@pytest.mark.parametrize("day", ["0001-01-01T00:00", "9999-12-31T23:59"])
@pytest.mark.parametrize("zone", ["Asia/Jerusalem", "America/New_York"])
def test_a_deadline_at_the_end_of_the_calendar_is_refused_beside_its_field(
    newsroom, app, day, zone, in_zone
):
    in_zone(zone)
    browser = Browser(app)
    browser.sign_in("lena")
    address = f"/stories/{newsroom.story}/plan"
    plan = {"slug": "ferry-halted", "desk_id": newsroom.world, "priority": "5"}
    seen = browser.get(address).hidden["seen"]
    page = browser.post(address, {**plan, "seen": seen, "deadline_at": day}, status=422)
    assert "Choose a day from 2000 to 2199." in page


@pytest.fixture
def in_zone(app):
    from dataclasses import replace

    def put(zone):
        app.config["NEWSROOM"] = replace(app.config["NEWSROOM"], timezone=zone)

    return put

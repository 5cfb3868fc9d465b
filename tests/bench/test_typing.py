"""People who type together, without a server: places, versions, and who saw what when."""

import asyncio
import math
from concurrent.futures import ThreadPoolExecutor

from newsroom.stories import document
from tests.bench.exchanges import Browser
from tests.bench.sightings import last_seen, seen_at
from tests.bench.texts import middle, of_length, paragraphs
from tests.bench.typist import Commit, Typist, keystrokes, moved


def typist(place: int) -> Typist:
    return Typist(Browser(0, {}), 1, "mira", 10, place)


def entries(client: str, place: int, number: int):
    return [{"client": client, "step": step} for step in keystrokes(place, number)]


def test_keystrokes_are_steps_that_the_newsroom_takes():
    node = of_length(1_000)
    steps = document.read_steps(keystrokes(middle(node), 3))
    made = document.apply(node, steps, set).document
    assert made.content.size == node.content.size + 3
    assert "eeeThe boats" in made.text_content


def test_a_place_is_the_beginning_of_a_paragraph():
    node = of_length(2_000)
    assert len(paragraphs(node)) == 4
    words = [node.text_between(place, place + 9) for place in paragraphs(node)]
    assert words == ["The boats"] * 4


def test_a_cursor_moves_with_what_is_typed_before_it():
    [step] = keystrokes(20, 1)
    assert [moved(place, step) for place in (19, 20, 21)] == [19, 21, 22]


def test_what_others_typed_is_taken_once_however_often_it_comes():
    mira = typist(place=50)
    news = entries("jonas", 20, 5)
    mira.receive(10, news[:3])
    mira.receive(10, news)
    mira.receive(12, news[2:])
    assert (mira.version, mira.place) == (15, 55)
    assert [version for _, version in mira.advances] == [13, 15]


def test_a_commit_is_taken_when_the_last_of_its_steps_came_back():
    mira = typist(place=50)
    commit, later = Commit("mira", 0.0, 2), Commit("mira", 0.0, 1)
    mira.unsent = [commit, later]
    mira.receive(10, entries("jonas", 20, 1) + entries("mira", 51, 1))
    assert mira.unsent == [commit, later]
    mira.receive(12, entries("mira", 52, 1))
    assert mira.unsent == [later]
    assert (commit.version, mira.place) == (13, 53)
    assert commit.taken > 0


ADVANCES = [(1.0, 11), (2.0, 15), (3.0, 20)]


def test_a_version_is_seen_when_it_or_a_later_one_came():
    assert [seen_at(ADVANCES, version) for version in (10, 11, 12, 15, 20)] == [1, 1, 2, 2, 3]
    assert seen_at(ADVANCES, 21) == math.inf


def test_the_last_of_the_others_counts():
    assert last_seen([ADVANCES, [(9.0, 14)]], 12) == 9.0
    assert last_seen([ADVANCES, []], 12) == math.inf


class Heard(Browser):
    """A browser whose stream says this, and which notes what is fetched."""

    def __init__(self, *news):
        super().__init__(0, {})
        self.news, self.fetched = news, []

    async def follow(self, _port, _path):
        for facts in self.news:
            yield "steps", facts

    async def get(self, path):
        self.fetched.append(path)
        return 200, {"version": 99, "steps": entries("jonas", 20, 89)}


def news(since: int, number: int):
    steps = keystrokes(20, number)
    return {"version": since + number, "since": since, "client": "jonas", "steps": steps}


def followed(*heard) -> Typist:
    mira = Typist(Heard(*heard), 1, "mira", 10, 50)

    async def follow():
        await mira.follow(0, asyncio.Event())
        await asyncio.sleep(0)

    # A thread of its own: where browser tests ran before, this one's loop is running for ever.
    with ThreadPoolExecutor(1) as aside:
        aside.submit(lambda: asyncio.run(follow())).result()
    return mira


def test_steps_that_come_with_their_news_are_not_fetched():
    mira = followed(news(10, 2), news(10, 2), news(12, 1))
    assert (mira.version, mira.place, mira.browser.fetched) == (13, 53, [])


def test_what_is_missing_before_the_news_is_fetched():
    mira = followed(news(11, 2))
    assert mira.browser.fetched == ["/stories/1/steps?since=10"]
    assert mira.version == 99

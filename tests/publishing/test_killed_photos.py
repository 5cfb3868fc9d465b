"""A photo whose agency killed it: each story that has it hears, and the desk sees the article."""

import pytest
from prosemirror.transform import Transform
from sqlalchemy import select

from newsroom.db import db
from newsroom.photos import rendering
from newsroom.publishing import killed_photos
from newsroom.stories.wire_photo_models import Taking, WirePhoto
from newsroom.wire.items import WirePicture
from tests.publishing.conftest import CREDIT
from tests.stories.agency import Agency
from tests.stories.samples import block, figure, steps
from tests.stories.writing import edit

QUAY = (WirePicture("https://coast.example/quay.jpg", caption="Smoke over the quay."),)
SAID = "Coast Press killed the copy of the photo “"


@pytest.fixture
def agency(paper, app, change):
    return Agency(app, change)


@pytest.fixture
def photo(paper, agency):
    """A photo that came with two versions of one item."""
    with paper.change():
        number = paper.add_photo((900, 600))
    for version in ("1", "2"):
        came(paper, agency.sends(pictures=QUAY, version=version), number)
    with paper.app.app_context():
        rendering.render(number)
    return number


def came(paper, item, photo):
    with paper.change():
        db.session.add(WirePhoto(item_id=item, ord=0, state=Taking.TAKEN.value, photo_id=photo))


def shows(number):
    quay = figure("Smoke over the quay on Tuesday.", number, **CREDIT)
    return quay, block("paragraph", "The last boat left at noon.")


def kills_and_tells(paper, agency, times=1):
    agency.kills(pictures=QUAY)
    for _ in range(times):
        with paper.app.app_context():
            killed_photos.tell()


def without_figure(document):
    """The steps that take its first figure out."""
    at = 0
    for child in document.children:
        if child.type.name == "figure":
            return steps(Transform(document).delete(at, at + child.node_size))
        at += child.node_size
    raise AssertionError("it has no figure")


def test_each_story_that_has_a_killed_photo_hears_of_it_once(paper, agency, photo):
    for slug in ("quay-fire", "quay-closed"):
        paper.write(slug, *shows(photo))
    paper.write("ferry-halted")  # with a photo of its own
    kills_and_tells(paper, agency, times=2)
    assert agency.told("wire_photo_killed") == sorted([paper.jonas.id, paper.tomas.id] * 2)
    assert agency.told("photo_killed_live") == []
    assert agency.told("photo_killed") == [paper.pavel.id]
    heard = [facts["slug"] for _, facts in agency.logged("wire.photo_killed")]
    assert sorted(heard) == ["quay-closed", "quay-fire"]


def test_the_desk_is_alerted_to_an_article_that_shows_it_until_a_correction_is_out(
    paper, agency, photo, browser
):
    story = paper.make_ready("quay-fire", *shows(photo))
    paper.publish(story)
    paper.put_out("ferry-halted")
    browser.sign_in("tomas")
    kills_and_tells(paper, agency)
    assert agency.told("photo_killed_live") == sorted([
        paper.jonas.id, paper.tomas.id, paper.pavel.id,
    ])  # fmt: skip
    page = browser.get("/")
    assert page.text.count(SAID) == 1
    assert "which stands on the site in quay-fire. Correct or withdraw the article." in page
    assert "Killed photo" in browser.get("/?state=published")
    assert "killed a photo that stands on the site: correct or withdraw quay-fire" in browser.get(
        "/inbox"
    )
    paper.withdraw(story)
    assert SAID not in browser.get("/")


def test_an_article_that_shows_it_is_told_of_though_its_correction_has_it_no_more(
    paper, agency, photo, browser
):
    story = paper.make_ready("quay-fire", *shows(photo))
    paper.publish(story)
    paper.move(paper.tomas, story, "correct", "The photo was another quay’s.")
    with paper.change():
        edit(paper.tomas, story, without_figure)
    kills_and_tells(paper, agency)
    assert paper.tomas.id in agency.told("photo_killed_live")
    browser.sign_in("tomas")
    assert SAID in browser.get("/")


def test_a_photo_that_its_agency_sent_again_since_is_free(paper, agency, photo, browser):
    story = paper.make_ready("quay-fire", *shows(photo))
    paper.publish(story)
    agency.kills(pictures=QUAY)
    came(paper, agency.sends(guid="again", family="again", pictures=QUAY), photo)
    with paper.app.app_context():
        killed_photos.tell()
    assert agency.told("photo_killed_live") == []
    browser.sign_in("tomas")
    assert SAID not in browser.get("/")


def test_a_spiked_story_is_left_alone(paper, agency, photo):
    story = paper.write("quay-fire", *shows(photo))
    paper.move(paper.tomas, story, "spike")
    kills_and_tells(paper, agency)
    assert agency.told("wire_photo_killed") == []


def test_one_photo_that_breaks_does_not_keep_the_others_from_being_told(
    paper, agency, photo, monkeypatch
):
    paper.write("quay-fire", *shows(photo))
    second = agency.sends(guid="tram-2", family="tram-2", pictures=QUAY)
    came(paper, second, paper.photo)
    agency.kills(pictures=QUAY)
    agency.kills(guid="tram-2", family="tram-2")
    real = killed_photos._tell

    def breaks(number):
        if number == paper.photo:
            raise ValueError("broken")
        real(number)

    monkeypatch.setattr(killed_photos, "_tell", breaks)
    with paper.app.app_context():
        killed_photos.tell()
    assert paper.tomas.id in agency.told("wire_photo_killed")
    with paper.app.app_context():
        untold = select(WirePhoto.photo_id).where(~WirePhoto.kill_told)
        assert list(db.session.scalars(untold)) == [paper.photo]


def test_the_worker_tells_of_photos_with_the_kills_of_copy(paper, agency, photo):
    from workers import stories

    paper.write("quay-fire", *shows(photo))
    agency.kills(pictures=QUAY)
    with paper.app.app_context():
        stories.tell_kills.run()
    assert paper.jonas.id in agency.told("wire_photo_killed")

"""Upload links: sent from the field without an account, told to who made the link, shut in time."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from sqlalchemy import select

from newsroom.db import db, now
from newsroom.notifications.models import InboxEntry
from newsroom.photos import choosing, link_views, upload_intake
from newsroom.photos.models import Photo
from newsroom.photos.upload_models import PhotoUpload, UploadLink
from newsroom.roles import Role
from tests.factories import make_desk, make_person, make_story
from tests.page_client import Browser, Page
from tests.photos import pictures
from tests.photos.test_library import add

PICTURE = pictures.jpeg()


@pytest.fixture(autouse=True)
def _counted_here(monkeypatch):
    link_views._own.cache_clear()
    monkeypatch.setattr(link_views, "_shared", lambda _url: link_views._own())


@pytest.fixture
def desk(browser, change):
    with change():
        make_person("photo", Role.PHOTO_DESK)
    browser.sign_in("photo")
    return browser


@pytest.fixture
def address(desk) -> str:
    form = {"hours": "8", "most_files": "2", "note": "The pier, please."}
    page = desk.post("/photos/links", form)
    assert "It is not shown again" in page
    return page.words.split("http://newsroom.test")[1].split()[0]


@pytest.fixture
def field(app, desk):
    """Somebody with a phone and no account."""
    return Browser(app)


@pytest.fixture
def work(app):
    def _work() -> None:
        with app.app_context():
            for one in db.session.scalars(select(PhotoUpload.id)).all():
                upload_intake.take_in(one)

    return _work


def send(field: Browser, address: str, *files: tuple[str, bytes], **said: str) -> Page:
    form = {"sender": "Noa", "caption": "", **said}
    photos = [(BytesIO(data), name) for name, data in files]
    return Page(field.client.post(address, data={**form, "photos": photos}))


def test_what_is_sent_through_a_link_is_in_the_library_with_who_sent_it(
    desk, field, address, work, app
):
    page = field.get(address)
    assert "Photo asks for photos." in page
    assert "The pier, please." in page
    assert "2 photos may still be sent." in page
    sent = send(field, address, ("quay.jpg", PICTURE), caption="Ferries wait on Tuesday.")
    assert "quay.jpg: sent. Thank you." in sent
    work()
    with app.app_context():
        photo = db.session.scalars(select(Photo)).one()
        assert (photo.sent_by, photo.caption) == ("Noa", "Ferries wait on Tuesday.")
        told = db.session.scalars(select(InboxEntry)).one()
        assert told.kind == "photos_sent"
    assert "by Noa through the link of Photo" in desk.get(f"/photos/{photo.id}")
    assert "Noa sent photos through your upload link" in desk.get("/inbox")
    listed = desk.get(f"/inbox/{told.id}")
    assert "sent by Noa" in listed
    assert "1 of 2" in desk.get("/photos/links")


def test_a_script_sends_in_pieces_with_no_cookie_and_no_form_token(field, address, work, app):
    said = {"name": "quay.jpg", "size": len(PICTURE), "sender": "Noa", "caption": "A quay."}
    nameless = field.client.post(f"{address}/uploads", json={**said, "sender": " "})
    assert (nameless.status_code, nameless.json["detail"]) == (422, "Say who you are first.")
    token = field.client.post(f"{address}/uploads", json=said).json["token"]
    half = len(PICTURE) // 2
    for offset, piece in ((0, PICTURE[:half]), (half, PICTURE[half:])):
        headers = {"Upload-Offset": str(offset)}
        told = field.client.patch(f"{address}/uploads/{token}", data=piece, headers=headers)
        assert told.status_code == 200
    work()
    assert field.client.get(f"{address}/uploads/{token}").json["state"] == "taken"


def test_a_full_an_expired_and_a_closed_link_say_so(desk, field, address, change):
    many = [(f"{n}.jpg", pictures.jpeg((100 + n, 100))) for n in range(3)]
    page = send(field, address, *many)
    assert page.words.count("sent. Thank you.") == 2
    assert "2.jpg: This link is full" in page
    with change():
        db.session.scalars(select(UploadLink)).one().expires_at = now() - timedelta(hours=1)
    assert "This link has expired." in field.get(address)
    begun = field.client.post(
        f"{address}/uploads", json={"name": "late.jpg", "size": 9, "sender": "Noa"}
    )
    assert begun.json["detail"].startswith("This link has expired.")
    desk.post("/photos/links/1/close")
    assert "This link was closed." in field.get(address)


def test_who_guesses_is_shut_out_for_a_while(field, address):
    for _ in range(link_views.GUESSES.amount):
        assert field.client.get("/send/no-such-link").status_code == 404
    assert field.client.get(address).status_code == 429


def test_a_link_that_cannot_be_made_says_why_and_keeps_what_was_typed(desk):
    form = {"hours": "5", "most_files": "900", "note": "At the pier"}
    page = desk.post("/photos/links", form, status=422)
    assert "Choose one of the times." in page
    assert "From 1 to 200." in page
    assert "At the pier" in page.answer.text


def test_a_link_of_a_story_shows_there_what_came_and_tells_so(desk, field, change, work):
    with change():
        story = make_story(make_person("jonas", Role.REPORTER)).id
    assert "Photos sent for it" in desk.get(f"/stories/{story}")
    page = desk.post(f"/stories/{story}/photo-links", {"hours": "1", "most_files": "5"})
    address = page.words.split("http://newsroom.test")[1].split()[0]
    assert "asks for photos for ferry-halted." in field.get(address)
    send(field, address, ("quay.jpg", PICTURE))
    work()
    assert "sent by Noa" in desk.get(f"/stories/{story}/photo-links")
    assert "Noa sent photos for ferry-halted" in desk.get("/inbox")


def link_for(desk, **said) -> str:
    """The address of a link that is made so."""
    page = desk.post("/photos/links", {"hours": "8", "most_files": "2", "note": "", **said})
    return page.words.split("http://newsroom.test")[1].split()[0]


def test_what_comes_through_a_desks_link_goes_to_that_desk_and_its_photo_desk_hears(
    desk, field, change, work, app
):
    with change():
        world, city = make_desk("World").id, make_desk("City").id
        theirs = make_person("noor", Role.PHOTO_DESK, "World").id
        make_person("cora", Role.PHOTO_DESK, "City")
        make_person("reporter", Role.REPORTER, "World")
    address = link_for(desk, desk_id=str(world))
    send(field, address, ("pier.jpg", PICTURE))
    send(field, link_for(desk), ("boat.jpg", pictures.jpeg((64, 48))))  # for no desk
    work()
    assert "World" in desk.get("/photos/links")
    assert "pier" in desk.get(f"/photos?desk={world}")
    assert "boat" not in desk.get(f"/photos?desk={world}")
    assert "pier" not in desk.get(f"/photos?desk={city}")
    with app.app_context():
        wanted = select(InboxEntry.person_id).where(InboxEntry.kind == "photos_sent_to_desk")
        assert list(db.session.scalars(wanted)) == [theirs]
    desk.sign_in("noor")
    assert "Noa sent photos to World through an upload link" in desk.get("/inbox")


@pytest.mark.parametrize("typed", ["77", "x", "0"])
def test_a_link_for_a_desk_that_is_none_is_refused(desk, typed):
    form = {"hours": "8", "most_files": "2", "note": "", "desk_id": typed}
    assert "Choose one of the desks." in desk.post("/photos/links", form, 422)


def test_a_storys_link_begins_with_the_desk_of_the_story(desk, change):
    with change():
        story = make_story(make_person("jonas", Role.REPORTER), "World").id
    page = desk.get(f"/stories/{story}/photo-links").answer.text
    assert "selected>World</option>" in page


@pytest.fixture
def sent_for(desk, field, change, work):
    """`sent_for("ferry", ("quay.jpg", data))` sends through a new link of a story; gives its number."""

    def _sent(slug: str, *files: tuple[str, bytes]) -> int:
        with change():
            story = make_story(make_person(f"of-{slug}", Role.REPORTER), slug=slug).id
        page = desk.post(f"/stories/{story}/photo-links", {"hours": "1", "most_files": "5"})
        send(field, page.words.split("http://newsroom.test")[1].split()[0], *files)
        work()
        return story

    return _sent


def names(page: Page) -> list[str]:
    return re.findall(r'figure-card__caption" dir="auto">([^<]+)<', page.answer.text)


def test_what_was_sent_for_a_story_is_offered_there_before_the_library(desk, sent_for, change):
    add(change, pictures.jpeg((310, 100)), "older.jpg")
    story = sent_for("ferry", ("quay.jpg", pictures.jpeg((320, 100))))
    sent_for("fire", ("smoke.jpg", pictures.jpeg((330, 100))))

    page = desk.get(f"/photos/choose?story={story}")
    assert names(page) == ["quay.jpg", "smoke.jpg", "older.jpg"]
    assert (
        "Sent for this story Being prepared quay.jpg No credit sent by Noa May not run The rest"
        in page.words
    )
    assert "The rest of the library Being prepared smoke.jpg" in page.words
    elsewhere = desk.get("/photos/choose")
    assert names(elsewhere) == ["smoke.jpg", "quay.jpg", "older.jpg"]
    assert "Sent for this story" not in elsewhere


def test_a_search_asks_what_was_sent_too(desk, sent_for):
    story = sent_for(
        "ferry", ("quay.jpg", pictures.jpeg((320, 100))), ("pier.jpg", pictures.jpeg((330, 100)))
    )
    assert names(desk.get(f"/photos/choose?story={story}&q=qua")) == ["quay.jpg"]
    assert "No photo says “fire”." in desk.get(f"/photos/choose?story={story}&q=fire")


def test_a_file_that_the_library_had_is_offered_for_the_story_it_was_sent_for(
    desk, sent_for, change
):
    known = pictures.jpeg((320, 100))
    add(change, known, "archive.jpg")
    add(change, pictures.jpeg((330, 100)), "newer.jpg")
    story = sent_for("ferry", ("again.jpg", known))
    assert names(desk.get(f"/photos/choose?story={story}")) == ["archive.jpg", "newer.jpg"]


def test_the_library_is_as_long_however_much_was_sent(desk, sent_for, change):
    for width in range(choosing.MOST + 2):
        add(change, pictures.png((40 + width, 30)), f"n{width}.png")
    story = sent_for("ferry", ("quay.jpg", PICTURE))
    page = desk.get(f"/photos/choose?story={story}")
    assert names(page)[:2] == ["quay.jpg", f"n{choosing.MOST + 1}.png"]
    assert len(names(page)) == choosing.MOST + 1
    assert int(page.answer.headers["X-SQL-Queries"]) <= 8


def test_the_story_and_the_caption_check_ask_for_their_own_photos(desk, sent_for):
    story = sent_for("ferry", ("quay.jpg", PICTURE))
    assert (
        f'data-choose-url="/photos/choose?story={story}"'
        in desk.get(f"/stories/{story}").answer.text
    )

"""The cleaners' page: their order, lists that a desk keeps, switches, and a trial."""

import pytest

from newsroom.audit.models import AuditEntry
from newsroom.db import db
from newsroom.photos import desk_words, service
from newsroom.photos.facts import Words
from newsroom.roles import Role, machine
from tests.factories import make_person
from tests.photos import pictures

LOUD = pictures.jpeg(
    xmp=pictures.xmp("<photoshop:Credit>DANA PELED/HARBOUR PIX</photoshop:Credit>")
)


@pytest.fixture(autouse=True)
def _people(change) -> None:
    with change():
        make_person("mara", Role.REPORTER)
        make_person("photo", Role.PHOTO_DESK)


def test_the_page_lists_the_cleaners_in_their_order_and_tries_words(browser):
    browser.sign_in("mara")
    page = browser.get("/photos/cleaners?creator=DANA+PELED&credit=REUTERS")
    assert page.words.index("1. Empty-looking words") < page.words.index("5. Noise words")
    assert "Dana Peled (Case of names)" in page
    assert "Dana Peled/Reuters (Agency spellings, Name before an agency that stands alone)" in page
    assert "Switch off" not in page
    browser.post("/photos/cleaners/words", {"list": "noise", "word": "Bureau"}, 403)
    browser.post("/photos/cleaners/noise/off", status=403)


def test_a_desk_adds_and_removes_words_and_each_change_is_in_the_log(browser, app, change):
    browser.sign_in("photo")
    form = {"list": "agencies", "word": "HARBOUR  PIX", "spelling": "Harbour Pictures"}
    page = browser.post("/photos/cleaners/words", form)
    assert "harbour pix own" in page
    refused = browser.post("/photos/cleaners/words", form, 422)
    assert "“HARBOUR PIX” is in the list already." in refused
    assert refused.values["spelling"] == "Harbour Pictures"
    browser.post("/photos/cleaners/words", {"list": "agencies", "word": "X"}, 422)
    browser.post("/photos/cleaners/words/remove", {"list": "noise", "word": "stringer"})
    with change():
        photo = service.add_photo(machine("an import"), "a.jpg", LOUD)
        assert photo.credit == "Dana Peled/Harbour Pictures"
        assert photo.originals["credit"].was == "DANA PELED/HARBOUR PIX"
        assert desk_words.cleaned(Words(creator="Stringer")).words.creator == "Stringer"
    browser.post("/photos/cleaners/words/remove", {"list": "agencies", "word": "harbour pix"})
    browser.post("/photos/cleaners/words", {"list": "noise", "word": "Stringer"})
    browser.post("/photos/cleaners/words/remove", {"list": "noise", "word": "nobody"}, 404)
    with app.app_context():
        assert desk_words.cleaned(Words(creator="Stringer")).words.creator == ""
        events = [one.event for one in db.session.query(AuditEntry).order_by(AuditEntry.id)]
    assert [one for one in events if one.startswith("photo_word")] == [
        "photo_word.added",
        "photo_word.removed",
        "photo_word.removed",
        "photo_word.added",
    ]


def test_a_cleaner_is_switched_off_and_on_again(browser, app):
    browser.sign_in("photo")
    assert "Switch on Case of names" in browser.post("/photos/cleaners/names/off")
    with app.app_context():
        assert desk_words.cleaned(Words(creator="DANA PELED")).words.creator == "DANA PELED"
    assert "Switch on" not in browser.post("/photos/cleaners/names/on")
    browser.post("/photos/cleaners/nothing/off", status=404)
    with app.app_context():
        assert desk_words.switched_off() == frozenset()

"""The desks of the newsroom and what administrators set for each."""

import pytest

from newsroom.accounts import desks, queries
from newsroom.accounts.desks import DeskFacts, add_desk
from newsroom.audit.queries import history_of
from newsroom.errors import Invalid, NotFound
from newsroom.roles import machine
from tests.factories import make_desk, make_person
from tests.page_client import Browser

OFFICE = machine("office")


@pytest.fixture
def admin(browser: Browser, change) -> Browser:
    with change():
        make_person("administrator")
    browser.sign_in("administrator")
    return browser


def test_an_empty_newsroom_offers_its_first_desk(admin: Browser):
    assert "Add the first desk" in admin.get("/desks")


def test_desks_stand_in_the_order_they_were_given(admin: Browser):
    admin.post("/desks/new", {"name": "World", "slug": "world", "position": "2"})
    admin.post("/desks/new", {"name": "Photo", "slug": "photo", "position": "3"})
    page = admin.post("/desks/new", {"name": "National", "slug": "national", "position": "1"})
    listed = page.words.partition("Who passes copy")[2]
    assert listed.index("National") < listed.index("World") < listed.index("Photo")


def test_letting_editors_pass_their_own_copy_is_written_down(admin: Browser, app, change):
    with change():
        desk = make_desk("Night")
    form = {"name": "Night", "slug": "night", "position": "0", "self_pass": "y"}
    assert "an editor, also their own" in admin.post(f"/desks/{desk.id}", form)
    with app.app_context():
        assert queries.desk(desk.id).self_pass
        last = history_of("desk", desk.id)[-1]
    assert last.sentence == "changed the desk Night: self pass no → yes"
    assert last.actor_name == "Administrator"


def test_editors_begin_by_suggesting_where_the_page_of_their_desk_says_so(admin: Browser, app):
    form = {"name": "Night", "slug": "night", "position": "0", "editors_suggest": "y"}
    admin.post("/desks/new", form)
    with app.app_context():
        desk = queries.desk_named("night")
        assert desk.editors_suggest
    del form["editors_suggest"]
    admin.post(f"/desks/{desk.id}", form)
    with app.app_context():
        assert not queries.desk(desk.id).editors_suggest


@pytest.mark.parametrize("path", ["/desks/new", "/desks/{night}"], ids=["new", "renamed"])
def test_a_desk_name_taken_at_the_same_moment_is_refused(
    admin: Browser, change, monkeypatch, path: str
):
    with change():
        make_desk("World")
        night = make_desk("Night")
    monkeypatch.setattr(desks, "_taken", lambda *_: None)  # looked before the other had it
    form = {"name": "World", "slug": "world", "position": "0"}
    page = admin.post(path.format(night=night.id), form, status=422)
    assert "Another desk took that name a moment ago." in page


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (DeskFacts("World", "elsewhere"), "name"),
        (DeskFacts("Elsewhere", "world"), "slug"),
        (DeskFacts("Sport", "sport pages"), "slug"),
        (DeskFacts(" ", "sport"), "name"),
    ],
)
def test_a_desk_without_a_name_of_its_own_is_refused(change, facts: DeskFacts, field: str):
    with change():
        make_desk("World")
        with pytest.raises(Invalid) as refusal:
            add_desk(OFFICE, facts)
    assert field in refusal.value.fields


def test_a_desk_is_found_by_its_name_or_its_slug(change):
    with change():
        night = make_desk("Night Desk")
        assert queries.desk_named("night desk") is night
        assert queries.desk_named("night-desk") is night
        with pytest.raises(NotFound, match="There is no desk Sport; there are: Night Desk"):
            queries.desk_named("Sport")


def test_a_desk_that_is_not_there_is_a_page_that_says_so(admin: Browser):
    assert "There is no such desk." in admin.get("/desks/404", status=404)


def test_how_a_desk_writes_is_set_and_written_down(admin: Browser, app, change):
    with change():
        desk = make_desk("Night")
    form = {"name": "Night", "slug": "night", "position": "0", "quotes": "low", "language": "de"}
    admin.post(f"/desks/{desk.id}", form)
    with app.app_context():
        last = history_of("desk", desk.id)[-1]
    assert last.sentence == "changed the desk Night: quotes typed → low, language en → de"
    assert "Write it as browsers do" in admin.post(
        f"/desks/{desk.id}", {**form, "language": "German"}, status=422
    )
    admin.post(f"/desks/{desk.id}", {**form, "quotes": "straight"}, status=422)
    with app.app_context():
        assert (queries.desk(desk.id).quotes, queries.desk(desk.id).language) == ("low", "de")

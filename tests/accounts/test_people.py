"""What administrators do with people: add, change, close, give and take roles."""

import re
from threading import Barrier, Thread

import pytest
from flask import Flask

from newsroom.accounts import grants, queries, service
from newsroom.accounts.service import Named
from newsroom.audit.queries import history_of
from newsroom.db import dialect, transaction
from newsroom.errors import Conflict, Invalid, NotAllowed
from newsroom.roles import Actor, Permission, Role, machine
from tests.factories import make_desk, make_person
from tests.page_client import PASSWORD, Browser, Page

OFFICE = machine("office")


@pytest.fixture
def admin(browser: Browser, change) -> Browser:
    with change():
        make_person("administrator")
        make_person("miriam", "reporter", "World")
        make_person("daniel", "editor", "National")
    browser.sign_in("administrator")
    return browser


def _id(app: Flask, name: str) -> int:
    with app.app_context():
        return queries.person_named(name).id


def _events(app: Flask, name: str) -> list[str]:
    person_id = _id(app, name)
    with app.app_context():
        return [e.event for e in history_of("person", person_id)]


def test_the_list_shows_everybody_with_their_roles(admin: Browser):
    page = admin.get("/people")
    assert "Miriam" in page
    assert "Reporter on World" in page
    assert "Editor on National" in page


def test_a_new_person_gets_a_password_that_is_shown_once_and_works_once(admin: Browser, app):
    form = {"full_name": "Noa Adler", "name": "Noa.Adler", "email": "NOA@gazette.test"}
    page = admin.post("/people/new", form)
    password = re.search(r"\b\w{4}-\w{4}-\w{4}\b", page.words).group()
    assert password not in admin.get(f"/people/{_id(app, 'noa.adler')}").words
    newcomer = Browser(app)
    newcomer.sign_in("noa.adler", password)
    assert "Choose a password of your own first." in newcomer.get("/sessions")
    assert _events(app, "noa.adler") == ["person.added"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": "miriam"}, "Somebody else has that already."),
        ({"email": "miriam@gazette.test"}, "Somebody else has that already."),
        ({"name": "no blanks"}, "2 to 60 small letters"),
        ({"email": "nowhere"}, "That is not an e-mail address."),
        ({"full_name": " "}, "Type the full name."),
    ],
)
def test_a_person_that_cannot_be_called_so_is_refused_beside_the_field(
    admin: Browser, wrong: dict[str, str], sentence: str
):
    form = {"full_name": "Noa Adler", "name": "noa", "email": "noa@gazette.test", **wrong}
    page = admin.post("/people/new", form, status=422)
    assert sentence in page


def test_changing_a_person_writes_what_changed_and_nothing_where_nothing_did(admin, app):
    path = f"/people/{_id(app, 'miriam')}"
    form = {"full_name": "Miriam Katz", "name": "miriam", "email": "miriam@gazette.test"}
    admin.post(path, form)
    admin.post(path, form)
    with app.app_context():
        last = history_of("person", _id(app, "miriam"))[-1]
    assert last.facts["changes"] == "full name Miriam → Miriam Katz"
    assert _events(app, "miriam") == ["person.added", "role.granted", "person.changed"]


def test_roles_are_given_and_taken_and_each_leaves_one_entry(admin: Browser, app: Flask):
    person_id = _id(app, "miriam")
    page = admin.post(f"/people/{person_id}/grants", {"role": "photo_desk", "desk": "0"})
    assert "Miriam now has the role: Photo desk on all desks." in page
    again = admin.post(f"/people/{person_id}/grants", {"role": "photo_desk", "desk": "0"})
    assert "Miriam has that role there already." in again
    with app.app_context():
        held = queries.person(person_id).grants[-1].id
    admin.post(f"/people/{person_id}/grants/{held}/revoke")
    assert _events(app, "miriam")[-2:] == ["role.granted", "role.revoked"]
    assert len(_events(app, "miriam")) == 4


def test_a_role_that_does_not_exist_is_refused(admin: Browser, app: Flask):
    form = {"role": "owner", "desk": "0"}
    page = admin.post(f"/people/{_id(app, 'miriam')}/grants", form, status=422)
    assert "Choose a role and a desk from the lists." in page


def test_closing_an_account_ends_its_sign_ins_and_keeps_its_history(admin, app: Flask):
    miriam = Browser(app)
    miriam.sign_in("miriam")
    page = admin.post(f"/people/{_id(app, 'miriam')}/deactivate")
    assert "account closed" in page
    assert miriam.client.get("/sessions").status_code == 302
    assert "do not belong together" in miriam.sign_in("miriam")
    assert _events(app, "miriam")[-1] == "person.deactivated"
    admin.post(f"/people/{_id(app, 'miriam')}/reactivate")
    miriam.sign_in("miriam")
    assert miriam.client.get("/sessions").status_code == 200


def test_an_administrator_signs_somebody_out_everywhere(admin: Browser, app: Flask):
    desk, phone = Browser(app), Browser(app)
    for browser in (desk, phone):
        browser.sign_in("miriam")
    admin.post(f"/people/{_id(app, 'miriam')}/end-sign-ins")
    assert desk.client.get("/sessions").status_code == 302
    assert phone.client.get("/sessions").status_code == 302
    with app.app_context():
        last = history_of("person", _id(app, "miriam"))[-1]
    assert last.sentence == "signed Miriam out: 2 browsers"


def test_a_reset_password_replaces_the_old_one_and_ends_all_sign_ins(admin, app: Flask):
    miriam = Browser(app)
    miriam.sign_in("miriam")
    page = admin.post(f"/people/{_id(app, 'miriam')}/reset-password")
    password = re.search(r"\b\w{4}-\w{4}-\w{4}\b", page.words).group()
    assert miriam.client.get("/sessions").status_code == 302
    assert "do not belong together" in miriam.sign_in("miriam")
    miriam.sign_in("miriam", password)
    assert "Choose a password of your own first." in miriam.get("/sessions")


def test_the_last_administrator_cannot_be_removed(admin: Browser, app: Flask):
    person_id = _id(app, "administrator")
    with app.app_context():
        held = queries.person(person_id).grants[0].id
    sentence = "This is the last administrator on all desks."
    assert sentence in admin.post(f"/people/{person_id}/grants/{held}/revoke")
    assert sentence in admin.post(f"/people/{person_id}/deactivate")
    assert "Administrator" in admin.get("/people")


def test_one_of_two_administrators_can_be_removed(admin: Browser, app: Flask):
    miriam = _id(app, "miriam")
    admin.post(f"/people/{miriam}/grants", {"role": "administrator", "desk": "0"})
    page = admin.post(f"/people/{miriam}/deactivate")
    assert "The account of Miriam is closed" in page


def test_an_administrator_of_one_desk_cannot_reach_beyond_it(change):
    with change():
        world, national = make_desk("World"), make_desk("National")
        miriam = make_person("miriam", "reporter", world)
        local = Actor(99, "Local", frozenset({(Role.ADMINISTRATOR, world.id)}))
        assert local.may(Permission.MANAGE_PEOPLE)
        grants.grant(local, miriam, Role.EDITOR, world)
        for forbidden in (
            lambda: grants.grant(local, miriam, Role.EDITOR, national),
            lambda: grants.grant(local, miriam, Role.ADMINISTRATOR, None),
            lambda: service.reset_password(local, miriam),
            lambda: service.deactivate(local, miriam),
            lambda: service.change_person(local, miriam, Named("m", "M", "m@gazette.test")),
        ):
            with pytest.raises(NotAllowed):
                forbidden()


def test_closing_a_closed_account_is_refused(change):
    with change():
        make_person("administrator")
        miriam = make_person("miriam", "reporter")
        service.deactivate(OFFICE, miriam)
        with pytest.raises(Conflict, match="closed already"):
            service.deactivate(OFFICE, miriam)


def test_a_weak_password_is_not_taken_for_a_new_person(app: Flask):
    named = Named("noa", "Noa Adler", "noa@gazette.test")
    with app.app_context(), pytest.raises(Invalid), transaction():
        service.add_person(OFFICE, named, "short", temporary=False)
    assert Page(Browser(app).client.get("/sign-in")).status == 200
    assert PASSWORD


@pytest.mark.parametrize(
    "path", ["/people/new", "/people/{miriam}"], ids=["a new person", "a person renamed"]
)
def test_a_name_that_somebody_takes_at_the_same_moment_is_refused(
    admin: Browser, app: Flask, monkeypatch, path: str
):
    monkeypatch.setattr(service, "_taken", lambda *_: None)  # looked before the other had it
    form = {"full_name": "Daniel Again", "name": "daniel", "email": "again@gazette.test"}
    page = admin.post(path.format(miriam=_id(app, "miriam")), form, status=422)
    assert "Somebody else took that name or address a moment ago." in page


def test_of_two_last_administrators_who_go_at_the_same_moment_one_stays(app: Flask, change):
    with change():
        if dialect() == "sqlite":
            pytest.skip("SQLite lets one write at a time anyway")
        leaving = [make_person(name, "administrator").id for name in ("ada", "ben")]
    both_began, refused = Barrier(2), []

    def leave(person_id: int) -> None:
        try:
            with app.app_context(), transaction():
                person = queries.person_to_change(person_id)
                both_began.wait(10)
                service.deactivate(OFFICE, person)
        except Conflict as error:
            refused.append(error.sentence)

    threads = [Thread(target=leave, args=[one]) for one in leaving]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(refused) == 1
    assert refused[0].startswith("This is the last administrator")

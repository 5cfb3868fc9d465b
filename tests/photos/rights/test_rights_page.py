"""The page of a photo's rights: one click for the usual, a field for each thing that must be said."""

import pytest
from sqlalchemy import select

from newsroom.audit.models import AuditEntry
from newsroom.db import db
from newsroom.photos.facts import Words
from newsroom.photos.rights import queries, service
from newsroom.photos.rights.models import PhotoLease
from newsroom.photos.service import change_facts
from newsroom.roles import Role
from newsroom.wire.models import OutletRow, RegistryVersion
from newsroom.wire.service import load_outlets
from tests.factories import TEST_SET_UP, give_rights, make_person
from tests.photos import pictures
from tests.photos.test_library import add

MAY_NOT = "May not run today."


@pytest.fixture(autouse=True)
def _people(change) -> None:
    with change():
        make_person("mara", Role.REPORTER)
        make_person("photo", Role.PHOTO_DESK)


@pytest.fixture
def desk(browser):
    browser.sign_in("photo")
    return browser


def photo_of(change, credit, width=40) -> int:
    photo = add(change, pictures.png((width, 40)), f"n{width}.png").id
    with change():
        change_facts(TEST_SET_UP, photo, Words(credit=credit), 1)
    return photo


def logged(change, event):
    with change():
        wanted = select(AuditEntry).where(AuditEntry.event == event).order_by(AuditEntry.id)
        return [(one.actor_name, one.facts) for one in db.session.scalars(wanted)]


def test_a_photo_may_run_once_somebody_says_with_one_click_that_it_is_our_own(desk, change):
    photo = photo_of(change, "Mara Ellis")
    page = desk.get(f"/photos/{photo}")
    assert f"{MAY_NOT} Nobody has said by which right it may run: choose its rights." in page
    assert "May not run" in desk.get("/photos")
    page = desk.post(f"/photos/{photo}/rights", {"kind": "staff"})
    assert "May run today." in page
    assert "Own staff, free" in page
    assert "May not run" not in desk.get("/photos")
    assert logged(change, "photo.rights_set") == [
        ("Photo", {"name": "n40.png", "rights": "Own staff"})
    ]


def test_each_kind_asks_for_its_own_fields_and_what_was_typed_stays(desk, change):
    photo = photo_of(change, "Mara Ellis")
    address = f"/photos/{photo}/rights"
    page = desk.get(f"{address}?kind=commons")
    assert {"licence", "source", "owner", "link"} <= set(page.values)
    assert "supplier" not in page.values
    form = {"kind": "commons", "licence": "CC BY 4.0", "link": "commons.example/1"}
    page = desk.post(address, form, 422)
    assert "Name who owns the rights." in page
    assert "A whole address begins with https://" in page
    assert page.values["licence"] == "CC BY 4.0"
    form |= {"link": "https://commons.example/1", "owner": "Ada Park", "source": "Commons"}
    page = desk.post(address, form)
    assert "May run today." in page
    assert "CC BY 4.0" in page
    assert "Its licence is named beside the picture, with a link" in page
    assert "Choose by which right" in desk.post(address, {"kind": "stolen"}, 422)


def test_who_starts_from_older_rights_is_told_and_keeps_what_they_wrote(desk, change):
    photo = photo_of(change, "Mara Ellis")
    with change():
        give_rights(photo)
    form = {"kind": "handout", "given_by": "The harbour office", "revision": "0"}
    page = desk.post(f"/photos/{photo}/rights", form, 409)
    assert "Somebody changed these rights while you wrote." in page
    assert page.values["given_by"] == "The harbour office"
    page = desk.post(f"/photos/{photo}/rights", {**form, "revision": page.hidden["revision"]})
    assert "The harbour office" in page


def test_an_agencys_photo_runs_by_the_contract_with_its_outlet(desk, change):
    photo = photo_of(change, "Avi Roccah/Flash90")
    with change():
        load_outlets(TEST_SET_UP)
    assert "under contract" not in desk.get(f"/photos/{photo}")
    desk.post(f"/photos/{photo}/rights", {"kind": "contract", "supplier": "Flash90"})
    page = desk.get(f"/photos/{photo}")
    assert f"{MAY_NOT} There is no contract with Flash90." in page
    with change():
        row = db.session.scalars(select(OutletRow).where(OutletRow.key == "flash90")).one()
        row.photo_contract = True
        row.contract_until = queries.use_now().at.date()
        RegistryVersion.grow()
    page = desk.get(f"/photos/{photo}")
    assert "May run today." in page
    assert "It may run until" in page
    other = photo_of(change, "Avi Roccah/Flash90", 41)
    assert "Flash90, under contract" in desk.get(f"/photos/{other}")


def test_a_choice_that_is_remembered_is_made_for_every_later_photo_of_that_credit(desk, change):
    first = photo_of(change, "Noa Berg/Gazette")
    desk.post(f"/photos/{first}/rights", {"kind": "staff"})
    page = desk.post(f"/photos/{first}/rights/remember")
    assert "get these rights by themselves since Photo said so" in page
    second, other = (
        photo_of(change, credit, width)
        for credit, width in (("Emil Sand/Gazette", 41), ("Emil Sand/AP", 42))
    )
    assert "May run today." in desk.get(f"/photos/{second}")
    assert MAY_NOT in desk.get(f"/photos/{other}")
    assert logged(change, "photo.rights_set")[-1][0] == "The choice of Photo"
    desk.post(f"/photos/{first}/rights/forget")
    third = photo_of(change, "Mara Ellis/Gazette", 43)
    assert MAY_NOT in desk.get(f"/photos/{third}")


def test_what_must_be_said_of_each_photo_is_not_remembered(desk, change):
    photo = photo_of(change, "Mara Ellis")
    form = {"kind": "handout", "given_by": "The harbour office"}
    desk.post(f"/photos/{photo}/rights", form)
    assert "Remember this choice" not in desk.get(f"/photos/{photo}/rights")
    page = desk.post(f"/photos/{photo}/rights/remember", status=422)
    assert "said of each photo by itself" in page


def test_the_desk_stops_a_photo_with_its_reason_and_ends_that_again(desk, change):
    photo = photo_of(change, "Mara Ellis")
    with change():
        give_rights(photo)
    address = f"/photos/{photo}/rights"
    page = desk.post(f"{address}/leases", {"lets": "deny", "channel": "", "why": " "}, 422)
    assert "Say why; it stands beside the photo and in the log." in page
    backwards = {"since": "2030-05-02", "until": "2030-05-01", "why": "So."}
    form = {"lets": "deny", "channel": "", "why": "A court said so."}
    assert "end before it begins" in desk.post(f"{address}/leases", form | backwards, 422)
    page = desk.post(f"{address}/leases", form)
    assert f"{MAY_NOT} Photo stopped it: A court said so." in page
    with change():
        lease = db.session.scalars(select(PhotoLease.id)).one()
    assert "May run today." in desk.post(f"{address}/leases/{lease}/end")
    desk.post(f"{address}/leases/{lease}/end")
    assert len(logged(change, "photo.lease_ended")) == 1
    assert logged(change, "photo.stopped") == [
        ("Photo", {"name": "n40.png", "reason": "A court said so."})
    ]


def test_a_reporter_says_the_rights_of_their_own_photo_and_of_no_other(browser, change):
    photo = photo_of(change, "Mara Ellis")
    browser.sign_in("mara")
    assert "Own staff" not in browser.get(f"/photos/{photo}")
    browser.post(f"/photos/{photo}/rights", {"kind": "staff"}, 403)
    browser.post(f"/photos/{photo}/rights/leases", {"lets": "allow", "why": "So."}, 403)
    with change():
        assert queries.rights(photo) is None
        assert not service.can_be_remembered(service.Kind.UNKNOWN)

"""One right set for many photos: shown first, then set; what changed meanwhile is left and told."""

import pytest

from newsroom.audit import Event
from newsroom.audit.models import AuditEntry
from newsroom.db import db
from newsroom.photos.rights import queries, service
from newsroom.photos.rights.categories import Detail, Kind
from newsroom.photos.rights.service import Given
from tests.factories import TEST_SET_UP
from tests.photos import pictures
from tests.photos.test_library import add

PREVIEW = "/photos/rights/preview"
HANDOUT = {
    "kind": "handout",
    "given_by": "The harbour office",
    "ends_on": "2031-05-03",
    "embargo_until": "2026-05-03T06:00",
    "countries": "Israel, Cyprus",
    "channels": ["site", "feed"],
}


@pytest.fixture
def three(change) -> list[int]:
    """The first has rights already, the last those that will be asked for."""
    numbers = [add(change, pictures.png((n, 40)), f"{n}.png").id for n in (40, 50, 60)]
    set_rights(change, numbers[0], Given(Kind.RESTRICTED, owned("Ada Park"), countries="Israel"))
    set_rights(change, numbers[2], Given(Kind.STAFF))
    return numbers


def owned(owner):
    return {Detail.OWNER: owner, Detail.RESTRICTION: "No cover."}


def set_rights(change, photo, given, revision=0):
    with change():
        service.set_rights(TEST_SET_UP, photo, given, revision)


def kinds(app, photos):
    with app.app_context():
        found = queries.rights_of(photos)
        return [(found[one].kind, found[one].revision) for one in photos if one in found]


def test_photos_chosen_in_the_library_get_one_right_after_a_preview(app, desk, three):
    assert "Set rights" in desk.get("/photos")
    page = desk.post("/photos/chosen", {"do": "rights", "photo": three})
    assert "Rights of 3 photos" in page
    page = desk.get("/photos/rights?kind=handout&" + "&".join(f"photo={one}" for one in three))
    assert {"given_by", "ends_on", "embargo_until", "countries"} <= set(page.values)
    preview = desk.post(PREVIEW, {"photo": three, **HANDOUT})
    for words in (
        "Restricted → Handout",
        "empty → Handout",
        "Own staff → Handout",
        "Ada Park → empty",
        "empty → The harbour office",
        "empty → 3 May 2031",
        "empty → 3 May 2026, 06:00",
        "Israel → Israel, Cyprus",
        "empty → The site, The site’s feed",
        "Set the rights of 3 photos",
    ):
        assert words in preview
    done = desk.post("/photos/rights", {**preview.hidden, "channels": ["site", "feed"]})
    assert "3 photos were changed." in done
    assert kinds(app, three) == [("handout", 2), ("handout", 1), ("handout", 2)]
    with app.app_context():
        row = queries.rights(three[1])
        assert (row.given_by, row.countries) == ("The harbour office", "Israel, Cyprus")
        assert row.channels == "feed site"
        entries = db.session.query(AuditEntry).filter_by(event=Event.PHOTO_RIGHTS_SET.value)
        assert sorted(one.subject_id for one in entries if one.actor_name == "Photo") == three


def test_what_has_the_right_already_is_shown_so_and_not_set_again(app, desk, three):
    preview = desk.post(PREVIEW, {"photo": three, "kind": "staff"})
    assert "Has these rights already." in preview
    assert "Set the rights of 2 photos" in preview
    assert "2 photos were changed." in desk.post("/photos/rights", preview.hidden)
    again = desk.post(PREVIEW, {"photo": three, "kind": "staff"})
    assert "Nothing would change." in again
    assert kinds(app, three) == [("staff", 2), ("staff", 1), ("staff", 1)]


def test_one_whose_rights_somebody_set_since_the_preview_is_told_and_left(app, change, desk, three):
    preview = desk.post(PREVIEW, {"photo": three, "kind": "staff"})
    set_rights(change, three[1], Given(Kind.RESTRICTED, owned("Theirs")))
    done = desk.post("/photos/rights", preview.hidden)
    assert "One photo was changed." in done
    assert "50.png: Somebody changed it meanwhile, so it was left as it is." in done
    assert kinds(app, three) == [("staff", 2), ("restricted", 1), ("staff", 1)]


def test_what_was_typed_comes_back_with_what_is_missing(app, desk, three):
    form = {"photo": three, "kind": "commons", "licence": "CC BY 4.0", "link": "commons.example/1"}
    page = desk.post(PREVIEW, form, 422)
    assert "Name who owns the rights." in page
    assert "A whole address begins with https://" in page
    assert page.values["licence"] == "CC BY 4.0"
    assert "Rights of 3 photos" in page
    assert "Not a valid date value." in desk.post(
        PREVIEW, {**HANDOUT, "photo": three, "ends_on": "x"}, 422
    )
    forged = {**form, f"revision-{three[0]}": "1"}
    assert desk.post("/photos/rights", forged, 422).values["licence"] == "CC BY 4.0"
    stolen = desk.post(PREVIEW, {"photo": three, "kind": "stolen"}, 422)
    assert "Choose by which right the photos may run." in stolen
    assert "Choose by which right" in desk.post("/photos/rights", {"kind": "stolen"}, 422)
    assert kinds(app, three) == [("restricted", 1), ("staff", 1)]


def test_from_the_preview_one_goes_back_to_the_form_as_it_was_typed(desk, three):
    preview = desk.post(PREVIEW, {"photo": three, **HANDOUT})
    back = desk.post("/photos/rights/form", {**preview.hidden, "channels": ["site", "feed"]})
    assert back.values["given_by"] == "The harbour office"
    assert back.values["ends_on"] == "2031-05-03"
    other = desk.post("/photos/rights/form", {**preview.hidden, "kind": "pr"})
    assert other.values["given_by"] == "The harbour office", "kept for another kind that asks it"
    for address in (PREVIEW, "/photos/rights/form"):
        assert "Choose one or more photos first." in desk.post(address, HANDOUT)


def test_a_reporter_sets_the_rights_of_their_own_only(app, desk, three):
    desk.sign_in("mara")
    preview = desk.post(PREVIEW, {"photo": three, "kind": "staff"})
    assert "You did not add it, so it is left as it is." in preview
    assert "Nothing would change." in preview
    forged = {"kind": "staff", f"revision-{three[1]}": "0"}
    assert "You may set the rights only of photos that you added." in desk.post(
        "/photos/rights", forged
    )
    assert kinds(app, three) == [("restricted", 1), ("staff", 1)]
    assert "Choose one or more photos first." in desk.get("/photos/rights?photo=x")

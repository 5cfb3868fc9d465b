"""Crops of a photo: named ratios, a focal point, and nothing that moves under an approval."""

import pytest

from newsroom.audit.models import AuditEntry
from newsroom.db import db
from newsroom.errors import Conflict, Invalid
from newsroom.photos import crops, parts, queries, rendering
from newsroom.photos.crops import Typed
from newsroom.photos.parts import ALL, Part, Point
from newsroom.photos.rights.categories import Kind
from newsroom.roles import Role
from tests.factories import give_rights, make_person
from tests.photos import pictures
from tests.photos.rights.test_licences import COMMONS
from tests.photos.test_library import ADMIN, add


@pytest.fixture
def photo(change, sent):
    return add(change, pictures.jpeg((1600, 1000), exif=pictures.exif(Artist="Mara Ellis")))


def stands(app, photo):
    with app.app_context():
        return queries.photo(photo.id)


def crop(change, photo, name="wide", revision=1, **sides):
    with change():
        return crops.set_crop(ADMIN, photo.id, name, Typed(**sides), revision)


def test_a_crop_around_the_focal_point_is_the_largest_that_the_photo_has():
    wide, tall = parts.BY_NAME["wide"], parts.BY_NAME["portrait"]
    assert parts.around(Point(5000, 5000), wide, 1600, 1000) == Part(0, 500, 10000, 9000)
    assert parts.around(Point(0, 0), tall, 1600, 1000) == Part(0, 0, 5000, 10000)
    assert parts.around(Point(10000, 10000), tall, 1600, 1000) == Part(5000, 0, 5000, 10000)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("10,0,50,100", Part(1000, 0, 5000, 10000)),
        ("12.5,0.25,75,99", Part(1250, 25, 7500, 9900)),
        ("60,0,50,50", Part(6000, 0, 4000, 5000)),
        ("0,0,100,100", None),
        ("0,0,0,50", None),
        ("0,0,50", None),
        ("a,0,50,50", None),
        ("1e9,0,5,5", None),
    ],
)
def test_a_box_is_read_as_documents_write_it(text, part):
    assert parts.read(text) == part
    if part and "60" not in text:
        assert part.text == text


def test_even_the_least_box_has_a_pixel():
    assert Part(9999, 9999, 1, 1).pixels(10, 10) == (9, 9, 1, 1)
    assert ALL.pixels(7, 5) == (0, 0, 7, 5)


def test_a_crop_is_made_in_both_formats_and_carries_the_credit(app, change, photo):
    crop(change, photo, "square", left="10", top="0", width="62.5", height="100")
    with app.app_context():
        rendering.render(photo.id)
    found = stands(app, photo)
    (made,) = found.standing_crops
    shown = {one.name: one for one in found.renditions if one.part == made.part.text}
    assert {name: (one.width, one.height) for name, one in shown.items()} == {
        f"crop-{made.id}": (1000, 1000),
        f"crop-{made.id}-1200.webp": (1000, 1000),
        f"crop-{made.id}-600.webp": (600, 600),
    }
    with app.app_context():
        data = queries.rendition_file(photo.id, f"crop-{made.id}").path.read_bytes()
    assert b"Mara Ellis" in data


def test_the_height_follows_from_the_ratio_and_nothing_at_all_means_the_focal_point(
    app, change, photo
):
    crop(change, photo, left="0", top="10", width="80")
    crop(change, photo, "social", revision=2)
    boxes = {one.name: one.part.text for one in stands(app, photo).standing_crops}
    assert boxes == {"wide": "0,10,80,72", "social": "0,0,100,84"}


def test_a_new_box_retires_the_one_before_which_goes_on_being_made(app, change, photo):
    crop(change, photo, left="0", top="0", width="100", height="90")
    crop(change, photo, revision=2, left="0", top="10", width="100", height="90")
    with app.app_context():
        rendering.render(photo.id)
    found = stands(app, photo)
    assert [one.part.text for one in found.standing_crops] == ["0,10,100,90"]
    assert {one.part for one in found.renditions} >= {"0,0,100,90", "0,10,100,90"}


def test_cropping_has_the_renditions_made_again_and_is_written_down(app, change, photo):
    with app.app_context():
        rendering.render(photo.id)
    crop(change, photo)
    found = stands(app, photo)
    assert (found.status, found.revision) == ("pending", 2)
    crop(change, photo, revision=2)
    assert stands(app, photo).revision == 2, "the same box again changes nothing"
    with app.app_context():
        events = [one.event for one in db.session.query(AuditEntry).all()]
    assert events.count("photo.cropped") == 1


@pytest.mark.parametrize(
    ("name", "sides", "field", "sentence"),
    [
        ("wide", {"left": "0", "top": "0", "width": "100", "height": "50"}, "height", "90 % high"),
        ("free", {"left": "x", "top": "0", "width": "9", "height": "9"}, "left", "A per cent"),
        ("free", {"left": "0", "top": "0", "width": "2", "height": "50"}, "width", "Only 32 ×"),
        ("free", {"left": "100", "top": "0", "width": "5", "height": "5"}, "width", "nothing"),
        ("free", {}, "left", "A per cent"),
        ("cinema", {}, "name", "Choose one"),
    ],
)
def test_a_crop_that_cannot_print_is_refused_beside_its_field(
    app, change, photo, name, sides, field, sentence
):
    with pytest.raises(Invalid) as refused:
        crop(change, photo, name, **sides)
    assert sentence in refused.value.fields[field]
    assert stands(app, photo).crops == []


def test_two_people_who_crop_at_once_do_not_overwrite_each_other(change, photo):
    crop(change, photo)
    with pytest.raises(Conflict):
        crop(change, photo, "square")


def test_the_focal_point_moves_the_card_of_other_sites(app, change, photo):
    def card():
        with app.app_context():
            rendering.render(photo.id)
        return stands(app, photo).rendition("social").part

    before = card()
    with change():
        crops.set_focus(ADMIN, photo.id, "50", "100", 1)
    assert (before, card()) == ("0,0,100,84", "0,16,100,84")
    with change(), pytest.raises(Invalid) as refused:
        crops.set_focus(ADMIN, photo.id, "101", "", 2)
    assert set(refused.value.fields) == {"x", "y"}


def test_a_card_of_other_sites_is_cut_as_its_crop_says_while_that_stands(app, change, photo):
    def card():
        with app.app_context():
            rendering.render(photo.id)
        return stands(app, photo).rendition("social").part

    crop(change, photo, "social", left="20", top="10", width="50")
    assert card() == "20,10,50,42"
    with change():
        crops.remove_crop(ADMIN, photo.id, "social", 2)
    assert card() == "0,0,100,84"


@pytest.fixture
def seen(app, change, browser, photo):
    """What a figure with that box shows, and how long it may be kept."""
    with change():
        make_person("photo", Role.PHOTO_DESK)
    browser.sign_in("photo")

    def _seen(box):
        answer = browser.client.get(f"/photos/{photo.id}/renditions/{box}", buffered=True)
        assert answer.status_code == 200
        return answer.data, answer.headers["Cache-Control"]

    return _seen


def test_a_figure_shows_its_crop_at_once_and_sharper_once_that_was_made(app, change, photo, seen):
    with change():
        give_rights(photo.id, Kind.COMMONS, details=COMMONS)
    with app.app_context():
        rendering.render(photo.id)
    crop(change, photo, "square", 2, left="0", top="0", width="62.5")
    soon, kept = seen("0,0,62.5,100")
    assert pictures.opened(soon).size == (1000, 1000)
    assert kept == "private, no-cache"
    assert b"Mara Ellis" in soon, "no picture leaves without its credit"
    assert b"CC BY 4.0" in soon, "nor without its licence"
    with app.app_context():
        rendering.render(photo.id)
    made, kept = seen("0,0,62.5,100")
    assert pictures.opened(made).size == (1000, 1000)
    assert "max-age" in kept


def test_a_box_of_the_whole_photo_or_of_nothing_shows_the_whole(app, photo, seen):
    with app.app_context():
        rendering.render(photo.id)
    for box in ("0,0,100,100", "100,0,50,50", "a,b,c,d"):
        assert pictures.opened(seen(box)[0]).size == (1600, 1000)


def test_a_crop_of_a_photo_that_nobody_can_look_at_yet_is_not_found(browser, photo, seen):
    path = f"/photos/{photo.id}/renditions/0,0,50,100"
    assert browser.client.get(path).status_code == 404


def test_the_page_crops_without_a_script(app, change, browser, photo):
    with change():
        make_person("photo", Role.PHOTO_DESK)
    browser.sign_in("photo")
    address = f"/photos/{photo.id}/crops"
    eye = {"x": "50", "y": "40"}
    asked = {"name": "square", "left": "10", "top": "0", "width": "62.5", "revision": "1"} | eye

    refused = browser.post(address, asked | {"height": "50"}, status=422)
    assert "At this width a crop of 1:1 is 100 % high." in refused
    assert '<details class="fold" open>' in refused.answer.text, "the number is in sight"
    kept = browser.post(address, asked | {"height": "", "do": "keep"})
    assert "Remove 1:1" in kept
    assert stands(app, photo).standing_crops[0].part.text == "10,0,62.5,100"
    late = browser.post(address, asked | {"left": "0", "height": ""}, status=409)
    assert "Somebody changed this photo while you worked on it." in late

    browser.post(address, {"name": "", "x": "20", "y": "30", "revision": "2"})
    assert stands(app, photo).focus == Point(2000, 3000)
    assert len(stands(app, photo).standing_crops) == 1, "the focal point alone makes no crop"
    gone = browser.post(address, {"name": "square", "do": "remove", "revision": "3"})
    assert "None yet." in gone
    assert "1:1" in browser.get("/photos/1/crops")


def test_crop_and_focal_point_are_kept_together_or_not_at_all(app, change, browser, photo):
    with change():
        make_person("photo", Role.PHOTO_DESK)
    browser.sign_in("photo")
    address = f"/photos/{photo.id}/crops"
    both = {"name": "portrait", "x": "10", "y": "50", "revision": "1"}

    page = browser.post(address, both | {"left": "x", "top": "0", "width": "9"}, status=422)
    assert page.values["x"] == "10"
    assert stands(app, photo).focus == parts.HEADS
    kept = browser.post(address, both)
    assert "Kept. The sizes are being made." in kept
    found = stands(app, photo)
    assert (found.focus, found.standing_crops[0].part.text) == (Point(1000, 5000), "0,0,50,100")
    again = browser.post(address, both | {"revision": str(found.revision)})
    assert "Nothing was changed" in again


def test_who_crops_for_a_figure_finds_the_way_back_to_it(change, browser, photo):
    with change():
        make_person("photo", Role.PHOTO_DESK)
    browser.sign_in("photo")
    address = f"/photos/{photo.id}/crops?story=7&figure=2"
    assert "/captions/7/2" in browser.get(address).links
    form = {"name": "wide", "x": "50", "y": "40", "revision": "1"}
    assert "/captions/7/2" in browser.post(address, form).links
    assert "Back to the figure" not in browser.get(f"/photos/{photo.id}/crops?story=7")


def test_who_may_not_change_a_photo_sees_its_crops_and_no_form(change, browser, photo):
    with change():
        make_person("mara", Role.REPORTER)
    browser.sign_in("mara")
    assert "Crop and focal point" not in browser.get(f"/photos/{photo.id}/crops")
    answer = browser.post(f"/photos/{photo.id}/crops", {"name": "wide", "revision": "1"}, 403)
    assert "only where you added it" in answer

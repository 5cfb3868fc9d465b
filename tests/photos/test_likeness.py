"""Which pictures look alike: their 64 bits, and finding those that differ in few of them."""

import random

import pytest
from PIL import Image, ImageDraw, ImageEnhance

from newsroom.db import db
from newsroom.photos import filling_in, likeness, looks, rendering
from newsroom.photos.library_models import Likeness
from newsroom.roles import Role
from tests.factories import make_person
from tests.photos import pictures
from tests.photos.test_library import add


def market(shift: int = 0) -> Image.Image:
    """Stalls under a sky; another day's with a shift."""
    image = Image.new("RGB", (600, 400), (120, 160, 220))
    draw = ImageDraw.Draw(image)
    dice = random.Random(5 + shift)
    for _ in range(14):
        left, top = dice.randrange(500), dice.randrange(100, 350)
        colour = tuple(dice.randrange(256) for _ in range(3))
        draw.rectangle((left, top, left + dice.randrange(40, 200), top + 90), fill=colour)
    return image


def look(image: Image.Image, **options: int) -> int:
    return looks.look_of(pictures.saved(image, "JPEG", **options))


def test_size_compression_and_light_leave_a_look_nearly_as_it_is():
    first = look(market())
    for other in (
        look(market(), quality=20),
        look(market().resize((1500, 1000))),
        look(market().resize((150, 100))),
        look(ImageEnhance.Brightness(market()).enhance(1.1)),
        look(market().convert("L")),
    ):
        assert likeness.distance(first, other) <= likeness.NEAR
    for other in (look(market(1)), look(pictures.scene()), look(market().rotate(180))):
        assert likeness.distance(first, other) > likeness.SIMILAR


def test_no_look_within_the_distance_slips_between_the_bands():
    dice = random.Random(3)
    for most in (likeness.NEAR, likeness.SIMILAR):
        for _ in range(60):
            one = dice.getrandbits(likeness.BITS)
            other = one
            for bit in dice.sample(range(likeness.BITS), most):
                other ^= 1 << bit
            pairs = zip(likeness.bands_of(one), likeness.bands_of(other), strict=True)
            assert any(there in likeness.probes(here, most) for here, there in pairs)
            assert likeness.unsigned(likeness.signed(one)) == one


@pytest.fixture
def rendered(app, change):
    def _rendered(image: Image.Image, name: str, **options: int) -> int:
        number = add(change, pictures.saved(image, "JPEG", **options), name).id
        with app.app_context():
            rendering.render(number)
        return number

    return _rendered


def test_a_photo_is_shown_beside_the_older_one_that_it_looks_like(change, browser, rendered):
    with change():
        make_person("photo", Role.PHOTO_DESK)
    first = rendered(market(), "market.jpg")
    rendered(market(1), "another-day.jpg")
    again = rendered(market().resize((900, 600)), "market-large.jpg", quality=60)
    browser.sign_in("photo")
    page = browser.get(f"/photos/{again}")
    assert "Looks like market.jpg, which is in no story yet." in page
    assert "Similar photos" in page
    assert f"/photos/{first}" in page.links
    assert "Looks like" not in browser.get(f"/photos/{first}")
    assert "Similar photos" in browser.get(f"/photos/{first}")
    table = browser.get("/photos")
    assert f"Looks like number {first}" in table
    found = browser.get(f"/photos?q=similar:{first}")
    assert "market-large.jpg" in found
    assert "another-day.jpg" not in found
    assert "market.jpg" not in found
    assert "No photo says" in browser.get("/photos?q=similar:99999999999999")


def test_photos_of_before_are_looked_at_once_and_a_missing_file_is_no_end(app, change, rendered):
    number, other = rendered(market(), "a.jpg"), rendered(market(1), "b.jpg")
    with change():
        kept = db.session.get(Likeness, number).bits
        db.session.query(Likeness).delete()
    with app.app_context():
        place = rendering.Photo.rendition(db.session.get(rendering.Photo, other), "thumb").place
        looks_at = filling_in.renditions(filling_in.current_settings().data_path)
        looks_at.remove(place)
        db.session.rollback()
        assert filling_in.fill_in() == 2
        assert filling_in.fill_in() == 0
        bits = {one.photo_id: one.bits for one in db.session.query(Likeness)}
    assert bits == {number: kept, other: None}

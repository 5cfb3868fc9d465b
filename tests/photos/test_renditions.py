"""The renditions of a photo: their sizes, what comes along, and what never does."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PIL import Image, ImageCms

from newsroom.errors import Invalid
from newsroom.photos import by_pillow, metadata, pixels
from newsroom.photos.credit_block import credit_block
from newsroom.photos.facts import LIMITS, PhotoFacts, Words
from newsroom.photos.formats import Format, judge
from newsroom.photos.renditions import NAMES, WEBP, Made, make
from tests.photos import pictures

FACTS = PhotoFacts(
    words=Words(
        creator="Mara Ellis",
        credit="Mara Ellis/Harbour Pictures",
        caption="Ferries wait at the quay <today> & tomorrow.\nA second line.",
        alt="Three white ferries at a stone quay",
        headline="Πλοία & “quays”",
        copyright="© 2026 Harbour Pictures",
        usage_terms="Editorial use only",
        source="Harbour Pictures",
        instructions="No archive use",
    ),
    taken_at=datetime(2026, 11, 3, 6, 15, tzinfo=UTC),
    digital_source="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
)


@pytest.fixture(autouse=True, params=["libvips", "Pillow"])
def maker(request, monkeypatch):
    """Each test is held against both ways of making sizes."""
    if request.param == "Pillow":
        monkeypatch.setattr(pixels, "_makers", lambda: iter([by_pillow.make]))
    return request.param


def made_of(data: bytes, facts: PhotoFacts = FACTS, orientation: int = 1) -> dict[str, Made]:
    return {one.name: one for one in make(data, judge(data), orientation, credit_block(facts))}


def sizes(made: dict[str, Made]) -> dict[str, tuple[int, int]]:
    return {name: pictures.opened(one.data).size for name, one in made.items()}


def test_a_large_photo_is_made_in_every_size_the_site_needs():
    assert sizes(made_of(pictures.jpeg((3000, 2000)))) == {
        "large": (2048, 1365),
        "medium": (1200, 800),
        "thumb": (400, 267),
        "large.webp": (1600, 1066),
        "medium.webp": (800, 533),
        "thumb.webp": (400, 267),
        "social": (1200, 630),
    }


def test_a_small_photo_is_never_blown_up():
    assert sizes(made_of(pictures.jpeg((300, 200)))) == {
        **dict.fromkeys(NAMES, (300, 200)),
        "social": (300, 158),
    }


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 3)])
def test_even_a_sliver_has_all_its_renditions(size):
    assert len(made_of(pictures.jpeg(size))) == len(NAMES)


@pytest.mark.parametrize(
    "data",
    [pictures.jpeg(), pictures.png(), pictures.webp()],
    ids=["JPEG", "PNG", "WebP"],
)
def test_every_rendition_of_a_photo_is_a_jpeg_or_a_webp(data):
    for name, one in made_of(data).items():
        shown = pictures.opened(one.data)
        assert one.format is (Format.WEBP if name.endswith(WEBP) else Format.JPEG)
        assert (one.format.value.upper(), (one.width, one.height)) == (shown.format, shown.size)
        assert one.format is Format.WEBP or shown.info["progressive"]


@pytest.mark.parametrize("kind", [Format.PNG, Format.WEBP])
def test_what_can_be_seen_through_stays_what_it_was_but_for_the_social_card(kind):
    made = made_of(pictures.saved(pictures.see_through(), kind.value.upper()))
    assert [made[name].format for name in ("large", "medium", "thumb")] == [kind] * 3
    assert pictures.opened(made["thumb"].data).getchannel("A").getextrema()[0] < 10
    assert made["social"].format is Format.JPEG


def test_an_alpha_channel_that_hides_nothing_is_no_reason_to_stay_a_png():
    made = made_of(pictures.png(mode="RGBA"))
    assert made["large"].format is Format.JPEG


def test_a_grey_picture_that_can_be_seen_through_keeps_its_tones():
    data = pictures.saved(Image.new("LA", (1200, 630), (90, 128)), "PNG")
    made = made_of(data)
    assert pictures.opened(made["large"].data).convert("RGBA").getpixel((5, 5)) == (90, 90, 90, 128)
    assert abs(pictures.opened(made["social"].data).convert("L").getpixel((5, 5)) - 172) < 4


def test_a_transparent_ground_becomes_white_on_the_social_card():
    data = pictures.saved(Image.new("RGBA", (1200, 630), (0, 0, 0, 0)), "PNG")
    assert pictures.opened(made_of(data)["social"].data).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_shown_upright_whichever_way_the_camera_was_held(orientation):
    upright = Image.new("RGB", (600, 400), "black")
    upright.paste("red", (0, 0, 300, 200))  # only its upper left quarter is red
    turn_back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = upright.transpose(turn_back[orientation]) if orientation > 1 else upright
    data = pictures.saved(stored, "JPEG", exif=pictures.exif(Orientation=orientation))
    assert metadata.read(judge(data).blocks, ZoneInfo("UTC")).orientation == orientation

    seen = pictures.opened(made_of(data, orientation=orientation)["large"].data)
    assert seen.size == (600, 400)
    corners = [seen.getpixel(at)[0] > 128 for at in ((50, 50), (550, 50), (50, 350), (550, 350))]
    assert corners == [True, False, False, False]
    assert not seen.getexif(), "turned twice by who reads the orientation again"


@pytest.mark.parametrize(
    "data",
    [
        pictures.jpeg(),
        pictures.saved(pictures.see_through(), "PNG"),
        pictures.saved(pictures.see_through(), "WEBP"),
    ],
    ids=["JPEG", "PNG", "WebP"],
)
def test_a_credit_is_never_dropped(data):
    for one in made_of(data).values():
        read = metadata.read(judge(one.data).blocks, ZoneInfo("UTC"))
        assert read == FACTS


LEAST_NEEDED = {"place": "", "keywords": "", "extended_alt": ""}
"""What a rendition does without where there is not room for all."""


def test_words_of_any_length_still_fit_beside_the_picture():
    longest = Words(**{name: "&" * limit for name, limit in LIMITS.items()})
    made = made_of(pictures.jpeg(), PhotoFacts(longest))
    read = metadata.read(judge(made["thumb"].data).blocks, ZoneInfo("UTC")).words
    assert read == replace(longest, **LEAST_NEEDED)


def test_place_comment_thumbnail_and_maker_do_not_come_along():
    block = Image.Exif()
    block[0x010F] = "Secret Camera Works"
    block.get_ifd(0x8825).update({1: "N", 2: (31.0, 46.0, 0.0), 3: "E", 4: (35.0, 14.0, 0.0)})
    data = pictures.jpeg(
        exif=block.tobytes(),
        comment=b"<script>alert(1)</script>",
        xmp=pictures.xmp("<photoshop:City>Jaffa</photoshop:City>"),
    )
    assert b"<script>" in data
    for one in made_of(data, PhotoFacts()).values():
        seen = pictures.opened(one.data)
        seen.load()
        assert not seen.getexif()
        assert not {"comment", "exif", "photoshop", "icc_profile"} & seen.info.keys()
        assert b"<script>" not in one.data
        assert b"Secret" not in one.data
        assert b"Jaffa" not in one.data


def test_a_wide_colour_space_becomes_what_every_screen_shows():
    """In ProPhoto-like numbers a pure sRGB red is dull; converted it must be bright again."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    srgb = ImageCms.createProfile("sRGB")
    red = Image.new("RGB", (60, 40), (220, 30, 40))
    as_lab = ImageCms.profileToProfile(red, srgb, lab, outputMode="LAB")
    from newsroom.photos import colour

    as_lab.info["icc_profile"] = lab.tobytes()
    shown = colour.standard(as_lab).getpixel((5, 5))
    assert all(abs(a - b) < 6 for a, b in zip(shown, (220, 30, 40), strict=True))


def test_a_broken_colour_profile_is_as_good_as_none():
    data = pictures.jpeg(icc_profile=b"no profile at all" * 20)
    assert sizes(made_of(data))["large"] == (600, 400)


def test_a_cmyk_photo_for_print_is_shown_in_rgb():
    made = made_of(pictures.saved(pictures.scene().convert("CMYK"), "JPEG"))
    assert pictures.opened(made["large"].data).mode == "RGB"


@pytest.mark.parametrize("mode", ["L", "1", "P", "LA", "I;16"])
def test_pictures_of_every_depth_are_shown(mode):
    image = pictures.scene().convert("L") if mode == "I;16" else pictures.scene().convert(mode)
    if mode == "I;16":
        image = image.convert("I").point(lambda v: v * 256).convert("I;16")
    made = made_of(pictures.saved(image, "PNG"))
    low, high = pictures.opened(made["large"].data).convert("L").getextrema()
    assert low < 40
    assert high > 215


def test_a_photo_whose_pixels_are_damaged_is_refused_with_a_sentence():
    data = bytearray(pictures.png())
    at = data.index(b"IDAT")
    length = int.from_bytes(data[at - 4 : at], "big")
    rotten = pictures.chunk(b"IDAT", bytes(length))
    with pytest.raises(Invalid, match="cannot be shown whole"):
        made_of(bytes(data[: at - 4]) + rotten + bytes(data[at + 8 + length :]))


def test_a_photo_with_two_sizes_is_refused():
    data = pictures.jpeg()
    at = data.index(b"\xff\xc0")
    length = int.from_bytes(data[at + 2 : at + 4], "big")
    other = bytearray(data[at : at + 2 + length])
    other[5:9] = (9000).to_bytes(2, "big") * 2
    with pytest.raises(Invalid, match="cannot be shown whole"):
        made_of(data[: at + 2 + length] + bytes(other) + data[at + 2 + length :])


def test_the_same_original_gives_the_same_bytes():
    data = pictures.jpeg()
    assert [one.data for one in made_of(data).values()] == [
        one.data for one in made_of(data).values()
    ]

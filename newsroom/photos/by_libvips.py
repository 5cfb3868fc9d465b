"""Making sizes by libvips: in a third of the time, for eight-bit RGB and grey, which most photos are."""

import logging
from typing import Any

import pyvips

from newsroom.photos.formats import Format
from newsroom.photos.pixels import Bare, CannotError, Order, Wanted

# What it warns of is told by its failing, or was read and noted elsewhere.
logging.getLogger("pyvips").setLevel(logging.CRITICAL)

# Loaders of drawings, documents and scientific files stay shut, whatever a file looks like.
pyvips.block_untrusted_set(True)
pyvips.cache_set_max(0)  # what was read for one photo is no use for the next

SAVING: dict[Format, dict[str, Any]] = {
    Format.JPEG: {"Q": 82, "optimize_coding": True, "interlace": True},
    Format.PNG: {"compression": 6},
    Format.WEBP: {"Q": 80, "effort": 1, "smart_subsample": False},
}
SUFFIXES = {Format.JPEG: ".jpg", Format.PNG: ".png", Format.WEBP: ".webp"}
READ = frozenset({Format.JPEG, Format.PNG, Format.WEBP, Format.TIFF})
"""The two of phones turn themselves, and each library has its own idea of when."""

LARGE_PIXELS = 2_000_000
"""From here on a JPEG is not made progressive: that takes as long as reading the original."""

MODES = {1: "L", 3: "RGB", 4: "RGBA"}
WHITE = [255, 255, 255]


def make(data: bytes, order: Order) -> list[Bare]:
    """Raises CannotError for what is not eight-bit RGB or grey, and for what it cannot read."""
    try:
        base = _base(data, order)
        seen_through = _see_through(base)
        if base.hasalpha() and not seen_through:
            base = base.flatten(background=WHITE)
        larger = base
        made = []
        for one in sorted(order.wanted, key=lambda one: -one.width):
            small = _sized(base if one.part else larger, one)
            if one.part is None:
                larger = small
            made.append(_saved(small, one, order.saved_as(one, seen_through)))
    except pyvips.Error as error:
        raise CannotError(str(error)) from error
    return made


def _base(data: bytes, order: Order) -> pyvips.Image:
    """The pixels, upright, in sRGB or grey, as large as is needed."""
    if order.format not in READ:
        raise CannotError
    header = pyvips.Image.new_from_buffer(data, "", access="sequential")
    if (header.width, header.height) != order.size or not _plain(header):
        raise CannotError
    whole = pyvips.Image.new_from_buffer(data, "", **_reading(order))
    read = whole.thumbnail_image(order.base, height=order.base, size="down", no_rotate=True)
    read = read.copy_memory()
    profile = _profile(header)
    return _upright(_by_profile(read, profile) if profile else read, order.orientation)


def _reading(order: Order) -> dict[str, Any]:
    """A JPEG is read at a half, a quarter or an eighth where that is still enough."""
    options: dict[str, Any] = {"access": "sequential", "fail_on": "error"}
    if order.format is Format.JPEG:
        options["shrink"] = next(
            (one for one in (8, 4, 2) if max(order.size) >= one * order.base), 1
        )
    return options


def _plain(image: pyvips.Image) -> bool:
    return image.format == "uchar" and image.interpretation in {"srgb", "b-w"}


def _profile(image: pyvips.Image) -> bytes:
    name = "icc-profile-data"
    return bytes(image.get(name)) if image.get_typeof(name) else b""


def _by_profile(image: pyvips.Image, profile: bytes) -> pyvips.Image:
    """By Pillow's little CMS, which takes a fifth of the time of libvips' own."""
    if image.bands not in MODES:
        raise CannotError
    # Only now: loading it costs a tenth of what a photo costs, and most have no profile.
    from PIL import Image

    from newsroom.photos import colour

    pixels = Image.frombuffer(
        MODES[image.bands], (image.width, image.height), image.write_to_memory()
    )
    pixels.info["icc_profile"] = profile
    shown = colour.standard(pixels)
    bands = len(shown.getbands())
    made = pyvips.Image.new_from_memory(shown.tobytes(), shown.width, shown.height, bands, "uchar")
    return made.copy(interpretation="b-w" if bands == 1 else "srgb")


def _upright(image: pyvips.Image, orientation: int) -> pyvips.Image:
    if orientation == 1:
        return image
    turned = image.copy()
    turned.set_type(pyvips.GValue.gint_type, "orientation", orientation)
    return turned.autorot().copy_memory()


def _see_through(image: pyvips.Image) -> bool:
    return bool(image.hasalpha() and image[image.bands - 1].min() < 255)  # noqa: PLR2004 - opaque


def _sized(image: pyvips.Image, one: Wanted) -> pyvips.Image:
    if one.part is not None:
        image = image.crop(*one.part.pixels(image.width, image.height))
        if one.opaque:
            return _exactly(image, one).copy_memory()
    return image.thumbnail_image(one.width, height=one.height, size="down").copy_memory()


def _exactly(image: pyvips.Image, one: Wanted) -> pyvips.Image:
    """Of its very sides, or smaller in their ratio where there are fewer pixels."""
    factor = min(1, image.width / one.width, image.height / one.height)
    sides = max(1, round(one.width * factor)), max(1, round(one.height * factor))
    return image.thumbnail_image(sides[0], height=sides[1], size="force")


def _saved(image: pyvips.Image, one: Wanted, kind: Format) -> Bare:
    options = dict(SAVING[kind])
    if kind is Format.JPEG:
        options["interlace"] = image.width * image.height < LARGE_PIXELS
        if image.hasalpha():
            image = image.flatten(background=WHITE)
    data = image.write_to_buffer(SUFFIXES[kind], keep=0, **options)
    return Bare(one.name, kind, image.width, image.height, data)

"""The sizes a photo is shown in: made anew from its pixels, upright, with its credit and no more.

What the original carries beside pixels (place, comment, thumbnail, hidden files) does not come
along; the facts are written into each rendition afresh.
"""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pi_heif
from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from newsroom.errors import Invalid
from newsroom.photos import colour
from newsroom.photos.formats import MAX_PIXELS, Format, Picture


@dataclass(frozen=True)
class Box:
    """Pixels that a rendition fits into; it is never made larger than its original."""

    name: str
    width: int
    height: int


LARGE = Box("large", 2048, 2048)
MEDIUM = Box("medium", 1200, 1200)
THUMB = Box("thumb", 400, 400)
SOCIAL = Box("social", 1200, 630)
"""Cropped to its box: what social networks and Open Graph readers ask for."""

NAMES = tuple(box.name for box in (LARGE, MEDIUM, THUMB, SOCIAL))

SAVING: dict[Format, dict[str, Any]] = {
    Format.JPEG: {"quality": 82, "optimize": True, "progressive": True},
    Format.PNG: {"optimize": True},
    Format.WEBP: {"quality": 85, "method": 4},
}

HEADS = (0.5, 0.4)
"""Where a crop is centred: people's heads stand above the middle of a picture."""

UPRIGHT = 1

TURNS: dict[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a picture upright, by its EXIF orientation."""

# Above this Pillow warns of a picture that unfolds without end; a warning is a refusal here.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS

pi_heif.register_heif_opener()

WHITE = (255, 255, 255)


@dataclass(frozen=True)
class Made:
    """One rendition, ready to be stored."""

    name: str
    format: Format
    width: int
    height: int
    data: bytes


def make(data: bytes, picture: Picture, orientation: int, packet: bytes) -> Iterator[Made]:
    """All renditions of an original, each from the next larger one, with `packet` as their XMP.

    Raises Invalid where the pixels cannot be read, and MemoryError where they do not fit.
    """
    large = _decoded(data, picture, orientation)
    kept = _format_for(large, picture.format)
    medium = _within(large, MEDIUM)
    yield _saved(LARGE, large, kept, packet)
    yield _saved(MEDIUM, medium, kept, packet)
    yield _saved(THUMB, _within(medium, THUMB), kept, packet)
    yield _saved(SOCIAL, _cropped(large), Format.JPEG, packet)


def _decoded(data: bytes, picture: Picture, orientation: int) -> Image.Image:
    """The pixels at the largest size, upright, in sRGB or grey."""
    with warnings.catch_warnings():
        # It also warns of damaged metadata, which has been read and noted elsewhere.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with _opened(data, picture) as image:
                resizable = colour.resizable(image)
                resizable.thumbnail((LARGE.width, LARGE.height), Image.Resampling.LANCZOS)
                resizable.load()  # a small picture has not been, and its file closes here
                if picture.format is Format.TIFF:
                    orientation = UPRIGHT  # Pillow has turned it
                return _upright(colour.standard(resizable), orientation)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - damaged pixels raise whatever they like inside Pillow
            raise Invalid(
                "The picture's data is damaged: it opens, but cannot be shown whole. "
                "Fetch it again from where it came from."
            ) from None


def _opened(data: bytes, picture: Picture) -> Image.Image:
    """Open it as what it was judged to be: Pillow would also try forty formats nobody asked for."""
    image: Image.Image = Image.open(BytesIO(data), formats=[picture.format.value.upper()])
    if picture.format is Format.AVIF:
        image = ImageOps.exif_transpose(image)  # of this family Pillow turns only HEIC itself
    if sorted(image.size) != sorted(picture.size):
        raise ValueError("two headers that contradict each other")
    return image


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    turn = TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def _format_for(image: Image.Image, original: Format) -> Format:
    """JPEG, but for what can be seen through: that stays what it was."""
    if not colour.see_through(image):
        return Format.JPEG
    return original if original in SAVING else Format.WEBP


def _within(image: Image.Image, box: Box) -> Image.Image:
    smaller = image.copy()
    smaller.thumbnail((box.width, box.height), Image.Resampling.LANCZOS)
    return smaller


def _cropped(image: Image.Image) -> Image.Image:
    factor = min(1, image.width / SOCIAL.width, image.height / SOCIAL.height)
    size = (max(1, round(SOCIAL.width * factor)), max(1, round(SOCIAL.height * factor)))
    return ImageOps.fit(image, size, Image.Resampling.LANCZOS, centering=HEADS)


def _saved(box: Box, image: Image.Image, kind: Format, packet: bytes) -> Made:
    options = dict(SAVING[kind])
    if kind is Format.PNG:
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", packet.decode("utf-8"))
    else:
        options["xmp"] = packet
    buffer = BytesIO()
    _bare(image, kind).save(buffer, kind.value.upper(), **options)
    return Made(box.name, kind, image.width, image.height, buffer.getvalue())


def _bare(image: Image.Image, kind: Format) -> Image.Image:
    """Its pixels alone: Pillow would carry a comment, and more, from the original along."""
    seen_through = colour.see_through(image)
    mode = "RGBA" if seen_through else ("L" if image.mode == "L" else "RGB")
    if kind is Format.JPEG and seen_through:
        bare = Image.new("RGB", image.size, WHITE)
        bare.paste(image, mask=image.getchannel("A"))
        return bare
    bare = Image.new(mode, image.size)
    bare.paste(image.convert(mode))
    return bare

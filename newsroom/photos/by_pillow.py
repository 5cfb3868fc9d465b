"""Making sizes by Pillow: what libvips is not for, and everything where there is no libvips."""

import warnings
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps

from newsroom.errors import Invalid
from newsroom.photos import colour
from newsroom.photos.formats import MAX_PIXELS, Format
from newsroom.photos.pixels import DAMAGED, Bare, Order, Wanted

SAVING: dict[Format, dict[str, Any]] = {
    Format.JPEG: {"quality": 82, "optimize": True, "progressive": True},
    Format.PNG: {"optimize": True},
    Format.WEBP: {"quality": 80, "method": 2},
}

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

UPRIGHT = 1
"""The orientation of a picture that needs no turning."""

# Above this Pillow warns of a picture that unfolds without end; a warning is a refusal here.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS

WHITE = (255, 255, 255)


def make(data: bytes, order: Order) -> list[Bare]:
    """Raises Invalid where the pixels cannot be read, and MemoryError where they do not fit."""
    base = _base(data, order)
    seen_through = colour.see_through(base)
    larger = base
    made = []
    for one in sorted(order.wanted, key=lambda one: -one.width):
        small = _sized(base if one.part else larger, one)
        if one.part is None:
            larger = small
        made.append(_saved(small, one, order.saved_as(one, seen_through)))
    return made


def _base(data: bytes, order: Order) -> Image.Image:
    """The pixels, upright, in sRGB or grey, as large as is needed."""
    with warnings.catch_warnings():
        # It also warns of damaged metadata, which has been read and noted elsewhere.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with _opened(data, order) as image:
                resizable = colour.resizable(image)
                resizable.thumbnail((order.base, order.base), Image.Resampling.LANCZOS)
                resizable.load()  # a small picture has not been, and its file closes here
                # Pillow has turned a TIFF by itself.
                turn = UPRIGHT if order.format is Format.TIFF else order.orientation
                return _upright(colour.standard(resizable), turn)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - damaged pixels raise whatever they like inside Pillow
            raise Invalid(DAMAGED) from None


def _opened(data: bytes, order: Order) -> Image.Image:
    """Open it as what it was judged to be: Pillow would also try forty formats nobody asked for."""
    if order.format is Format.HEIF:
        import pi_heif

        pi_heif.register_heif_opener()
    image: Image.Image = Image.open(BytesIO(data), formats=[order.format.value.upper()])
    if order.format is Format.AVIF:
        image = ImageOps.exif_transpose(image)  # of this family Pillow turns only HEIC itself
    if sorted(image.size) != sorted(order.size):
        raise ValueError("two headers that contradict each other")
    return image


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    turn = TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def _sized(image: Image.Image, one: Wanted) -> Image.Image:
    if one.part is not None:
        left, top, width, height = one.part.pixels(*image.size)
        image = image.crop((left, top, left + width, top + height))
        if one.opaque:
            return _exactly(image, one)
    smaller = image.copy()
    smaller.thumbnail((one.width, one.height), Image.Resampling.LANCZOS)
    return smaller


def _exactly(image: Image.Image, one: Wanted) -> Image.Image:
    """Of its very sides, or smaller in their ratio where there are fewer pixels."""
    factor = min(1, image.width / one.width, image.height / one.height)
    sides = max(1, round(one.width * factor)), max(1, round(one.height * factor))
    return image.resize(sides, Image.Resampling.LANCZOS)


def _saved(image: Image.Image, one: Wanted, kind: Format) -> Bare:
    buffer = BytesIO()
    bare = _bare(image, kind)
    bare.save(buffer, kind.value.upper(), **SAVING[kind])
    return Bare(one.name, kind, bare.width, bare.height, buffer.getvalue())


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

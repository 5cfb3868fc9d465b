"""A picture on a page: the browser picks its size, the crop is kept, the place is held free."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from newsroom.photos import renditions
from newsroom.publishing import addresses
from newsroom.publishing.article import Picture, Size
from newsroom.publishing.blocks import Crop, Figure

CUT = renditions.SOCIAL
"""A rendition that shows less than the photo: for cards elsewhere, never on our own pages."""
USUAL = 1200
"""Pixels wide: what a reader gets who cannot choose."""


@dataclass(frozen=True)
class Slot:
    """A place for pictures on a page of ours."""

    widths: str
    """How wide it is, as the attribute `sizes` says it."""
    loading: str = "lazy"
    """`eager` for what is seen at once."""


TOP = Slot("(max-width: 1000px) 100vw, 1000px", "eager")
INSIDE = Slot("(max-width: 680px) 100vw, 640px")
LEAD = Slot("(max-width: 900px) 100vw, 800px", "eager")
BESIDE = Slot("(max-width: 640px) 34vw, (max-width: 1000px) 50vw, 290px")
SECTION = Slot("(max-width: 640px) 34vw, 340px")
RIVER = Slot("(max-width: 640px) 34vw, 200px")


def whole_sizes(picture: Picture) -> list[Size]:
    """The sizes that show the photo whole, for every reader: narrowest first, one of each width."""
    return _ladder(one for one in picture.sizes if not one.part and not _modern(one))


def shown_sizes(figure: Figure, picture: Picture) -> list[Size]:
    """The sizes of what the figure prints: its crop where that was made, else the whole photo."""
    if figure.crop is None:
        return whole_sizes(picture)
    box = figure.crop.text
    cut = _ladder(one for one in picture.sizes if one.part == box and not _modern(one))
    return [one for one in cut if one.name != CUT] or whole_sizes(picture)


def modern_sizes(figure: Figure, picture: Picture) -> list[Size]:
    """The same as WebP, which nearly all browsers know and which is half as heavy."""
    box = figure.crop.text if figure.crop else ""
    return _ladder(one for one in picture.sizes if one.part == box and _modern(one))


def _modern(size: Size) -> bool:
    return size.name.endswith(renditions.WEBP)


def _ladder(sizes: Iterable[Size]) -> list[Size]:
    by_width = {one.width: one for one in sizes if one.name != CUT}
    return [by_width[width] for width in sorted(by_width)]


def usual_size(picture: Picture) -> Size | None:
    """The widest that is not too heavy for everybody."""
    sizes = whole_sizes(picture)
    return next((one for one in reversed(sizes) if one.width <= USUAL), sizes[0] if sizes else None)


def stands_upright(figure: Figure, picture: Picture) -> bool:
    """Whether what it shows is higher than wide."""
    size, crop = usual_size(picture), figure.crop
    if size is None:
        return False
    part = (crop.width, crop.height) if crop else (1, 1)
    return size.height * part[1] > size.width * part[0]


def image(figure: Figure, picture: Picture, slot: Slot, base: str = "") -> Markup:
    sizes = shown_sizes(figure, picture)
    if not sizes:
        return Markup("")
    usual = next((one for one in reversed(sizes) if one.width <= USUAL), sizes[0])
    if figure.crop and usual.part != figure.crop.text:
        return _cropped(figure, figure.crop, usual, base + addresses.rendition(picture, usual))
    shown = Markup(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" loading="{}"'
        ' decoding="async">'
    ).format(
        base + addresses.rendition(picture, usual),
        _choice(picture, sizes, base),
        slot.widths,
        usual.width,
        usual.height,
        figure.alt,
        slot.loading,
    )
    modern = modern_sizes(figure, picture)
    if not modern:
        return shown
    return Markup('<picture><source type="{}" srcset="{}" sizes="{}">{}</picture>').format(
        modern[0].media_type, _choice(picture, modern, base), slot.widths, shown
    )


def _choice(picture: Picture, sizes: list[Size], base: str) -> str:
    return ", ".join(f"{base}{addresses.rendition(picture, one)} {one.width}w" for one in sizes)


def _cropped(figure: Figure, crop: Crop, size: Size, address: str) -> Markup:
    """The crop as a window, where no rendition of it was made: a page without inline style has no
    other way to show a part."""
    left, width = (int(size.width * part // 100) for part in (crop.left, crop.width))
    top, height = (int(size.height * part // 100) for part in (crop.top, crop.height))
    return Markup(
        '<svg viewBox="{} {} {} {}" role="img" aria-label="{}">'
        '<image href="{}" width="{}" height="{}"/></svg>'
    ).format(left, top, max(width, 1), max(height, 1), figure.alt, address, size.width, size.height)

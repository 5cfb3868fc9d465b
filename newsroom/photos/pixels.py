"""Making the sizes of one picture, by libvips where it can and by Pillow otherwise.

Both know pixels alone: what they give carries no word and no fact of the original.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from newsroom.errors import Invalid
from newsroom.photos.formats import MAX_PIXELS, MAX_SIDE, Format
from newsroom.photos.parts import Part

MOST_BASE = 4096
"""Pixels of the longer side that all sizes are made from: a crop of a third is still sharp."""

DAMAGED = (
    "The picture's data is damaged: it opens, but cannot be shown whole. "
    "Fetch it again from where it came from."
)
TOO_LARGE = "The picture has more than 100 million pixels; save it smaller and add it again."

KEEPS_ALPHA = frozenset({Format.PNG, Format.WEBP})


@dataclass(frozen=True)
class Wanted:
    """One size: it fits into width and height in pixels and is never larger than its original.

    `part` is what it shows, the whole photo without; `opaque` puts white behind what is clear.
    """

    name: str
    format: Format
    width: int
    height: int
    part: Part | None = None
    opaque: bool = False


@dataclass(frozen=True)
class Order:
    """What the file was judged to be, and all that is to be made of it."""

    format: Format
    size: tuple[int, int]
    orientation: int
    wanted: tuple[Wanted, ...]

    @property
    def base(self) -> int:
        """Pixels of the longer side that are enough for all that is wanted."""
        sharpest = max(
            max(one.width * 10_000 / one.part.width, one.height * 10_000 / one.part.height)
            if one.part
            else max(one.width, one.height)
            for one in self.wanted
        )
        return min(MOST_BASE, max(self.size), round(sharpest))

    def saved_as(self, one: Wanted, see_through: bool) -> Format:  # noqa: FBT001 - a fact of the picture
        """JPEG cannot be seen through: such a picture stays what it was, or becomes a PNG."""
        if one.format is not Format.JPEG or one.opaque or not see_through:
            return one.format
        return self.format if self.format in KEEPS_ALPHA else Format.PNG


def order_from(told: dict[str, Any]) -> Order:
    """An order that `asdict` made plain, to be read by another process."""
    wanted = (
        Wanted(
            **one | {"format": Format(one["format"]), "part": one["part"] and Part(**one["part"])}
        )
        for one in told["wanted"]
    )
    width, height = told["size"]
    return Order(Format(told["format"]), (width, height), told["orientation"], tuple(wanted))


@dataclass(frozen=True)
class Bare:
    """One size, encoded, with nothing beside its pixels."""

    name: str
    format: Format
    width: int
    height: int
    data: bytes


class CannotError(Exception):
    """This way of making sizes is not for this picture; another may be."""


class Maker(Protocol):
    """One way of making sizes; raises CannotError where another should try."""

    def __call__(self, data: bytes, order: Order) -> list[Bare]: ...


def make_bare(data: bytes, order: Order) -> Iterator[Bare]:
    """All that was ordered; raises Invalid for a broken picture, MemoryError for want of memory."""
    width, height = order.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise Invalid(TOO_LARGE)
    for maker in _makers():
        try:
            yield from maker(data, order)
        except CannotError:
            continue
        return
    raise Invalid(DAMAGED)


def _makers() -> Iterator[Maker]:
    """Loaded when they are needed: whoever only looks at the library needs neither."""
    try:
        from newsroom.photos import by_libvips
    except (ImportError, OSError):
        pass  # a machine without libvips: slower, and no worse
    else:
        yield by_libvips.make
    from newsroom.photos import by_pillow

    yield by_pillow.make

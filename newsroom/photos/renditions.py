"""The sizes a photo is shown in: which there are, and how each is made with its credit and no more.

What the original carries beside pixels (place, comment, thumbnail, hidden files) does not come
along; the facts are written into each rendition afresh.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from newsroom.photos import parts
from newsroom.photos.credit_block import CreditBlock, write_into
from newsroom.photos.formats import Format, Picture
from newsroom.photos.parts import HEADS, Part, Point
from newsroom.photos.pixels import Bare, Order, Wanted, make_bare

WEBP = ".webp"
"""The ending of a rendition's name that says: the same for browsers that know WebP."""

SIZES: tuple[Wanted, ...] = (
    Wanted("large", Format.JPEG, 2048, 2048),
    Wanted("medium", Format.JPEG, 1200, 1200),
    Wanted("thumb", Format.JPEG, 400, 400),
    Wanted(f"large{WEBP}", Format.WEBP, 1600, 1600),
    Wanted(f"medium{WEBP}", Format.WEBP, 800, 800),
    Wanted(f"thumb{WEBP}", Format.WEBP, 400, 400),
)
"""Pixels that each fits into. WebP has a ladder of its own: each step costs as much as five JPEGs,
and twice the pixels a step is what screens ask for."""

CUT_SIZES = (("", Format.JPEG, 1200), (f"-1200{WEBP}", Format.WEBP, 1200), (f"-600{WEBP}", Format.WEBP, 600))  # fmt: skip
"""What each crop is made in: the end of its name, its format, and its longer side."""

SOCIAL = "social"
SOCIAL_SIDES = (1200, 630)
"""What social networks and Open Graph readers ask for."""

NAMES = (*(one.name for one in SIZES), SOCIAL)


@dataclass(frozen=True)
class Cut:
    """A crop that somebody made: its number in the database, the ratio it is for, its box."""

    id: int
    name: str
    part: Part
    stands: bool = True
    """Whether it is still offered; one that is not goes on being made for who prints it."""


@dataclass(frozen=True)
class Made:
    """One rendition, ready to be stored; `part` is the box it shows, empty for the whole photo."""

    name: str
    format: Format
    width: int
    height: int
    data: bytes
    part: str = ""


Decode = Callable[[bytes, Order], Iterator[Bare]]


def make(
    data: bytes,
    picture: Picture,
    orientation: int,
    credit: CreditBlock,
    cuts: Sequence[Cut] = (),
    focus: Point = HEADS,
    decode: Decode = make_bare,
) -> Iterator[Made]:
    """All renditions of an original, each with its credit block.

    Raises Invalid where the pixels cannot be read, and MemoryError where they do not fit.
    """
    order = order_of(picture, orientation, cuts, focus)
    yield from credited(order, decode(data, order), credit)


def order_of(
    picture: Picture, orientation: int, cuts: Sequence[Cut] = (), focus: Point = HEADS
) -> Order:
    """What is to be made of it, in words that another process understands."""
    width, height = (max(1, side) for side in picture.size)
    sides = (height, width) if orientation >= parts.ON_ITS_SIDE else (width, height)
    social = next((one.part for one in cuts if one.stands and one.name == SOCIAL), None)
    card = social or parts.around(focus, parts.BY_NAME[SOCIAL], *sides)
    wanted = [*SIZES, Wanted(SOCIAL, Format.JPEG, *SOCIAL_SIDES, part=card, opaque=True)]
    for cut in cuts:
        wanted += [
            Wanted(f"crop-{cut.id}{end}", kind, side, side, part=cut.part)
            for end, kind, side in CUT_SIZES
        ]
    return Order(picture.format, picture.size, orientation, tuple(wanted))


def credited(order: Order, bare: Iterator[Bare], credit: CreditBlock) -> Iterator[Made]:
    """The same with the credit in each, and the box that it shows beside it."""
    shown = {one.name: one.part for one in order.wanted}
    for one in bare:
        part = shown[one.name]
        yield Made(
            one.name,
            one.format,
            one.width,
            one.height,
            write_into(one.data, one.format, credit),
            part.text if part else "",
        )

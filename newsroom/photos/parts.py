"""The parts of a photo that are shown alone: named ratios, and boxes on the upright picture."""

import re
from dataclasses import dataclass

ON_ITS_SIDE = 5
"""From this EXIF orientation on, what is stored as width is seen as height."""

WHOLE = 10_000
"""A side of the photo: boxes and focal points are told in hundredths of a per cent of it."""

HUNDREDTHS = 100

WRITTEN = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?")
ALIKE = 0.015
"""How far, of itself, a box's ratio may be from the one it is named after."""


@dataclass(frozen=True)
class Ratio:
    """`width` to `height`, and the places that ask for it."""

    name: str
    label: str
    width: int
    height: int
    used_for: str

    @property
    def value(self) -> float:
        return self.width / self.height


RATIOS: tuple[Ratio, ...] = (
    Ratio("wide", "16:9", 16, 9, "the top of an article, film-shaped places"),
    Ratio("standard", "3:2", 3, 2, "the site’s lists and figures"),
    Ratio("portrait", "4:5", 4, 5, "phones and picture networks"),
    Ratio("square", "1:1", 1, 1, "teasers and apps"),
    Ratio("social", "1.91:1", 1200, 630, "the cards of other sites (Open Graph)"),
)
FREE = "free"
NAMES = (*(one.name for one in RATIOS), FREE)
BY_NAME = {one.name: one for one in RATIOS}
SOCIAL = "social"


@dataclass(frozen=True)
class Point:
    """Where the eye should rest; from the left and from the top."""

    x: int = 5_000
    y: int = 4_000


HEADS = Point()
"""Where nobody has said: people's heads stand above the middle of a picture."""


@dataclass(frozen=True)
class Part:
    """A box on the upright photo, in hundredths of a per cent of its sides."""

    left: int
    top: int
    width: int
    height: int

    @property
    def text(self) -> str:
        """As documents and forms say it: left, top, width, height in per cent."""
        return ",".join(per_cent(one) for one in (self.left, self.top, self.width, self.height))

    def ratio(self, width: int, height: int) -> float:
        """Width by height of what it shows of a photo with these sides in pixels."""
        return self.width * width / (self.height * height)

    def pixels(self, width: int, height: int) -> tuple[int, int, int, int]:
        """left, top, width, height in pixels of a picture with these sides; one at least."""
        left = min(round(self.left * width / WHOLE), width - 1)
        top = min(round(self.top * height / WHOLE), height - 1)
        wide = round((self.left + self.width) * width / WHOLE) - left
        high = round((self.top + self.height) * height / WHOLE) - top
        return left, top, min(max(wide, 1), width - left), min(max(high, 1), height - top)


ALL = Part(0, 0, WHOLE, WHOLE)


def per_cent(hundredths: int) -> str:
    return f"{hundredths / HUNDREDTHS:.2f}".rstrip("0").rstrip(".")


def hundredths(text: str) -> int | None:
    """Of a per cent written with two decimals at most; None for anything else."""
    found = WRITTEN.fullmatch(text.strip().replace(",", "."))
    if found is None:
        return None
    return int(found[1]) * HUNDREDTHS + int((found[2] or "").ljust(2, "0"))


def read(text: str) -> Part | None:
    """The part of "left,top,width,height"; None where that is none, or all of the photo."""
    sides = [hundredths(one) for one in text.split(",")]
    left, top, width, height = (sides + [None] * 4)[:4]
    if len(sides) != len(("left", "top", "width", "height")) or None in sides:
        return None
    part = within(left or 0, top or 0, width or 0, height or 0)
    return None if part == ALL or part.width <= 0 or part.height <= 0 else part


def within(left: int, top: int, width: int, height: int) -> Part:
    """The box, cut where it would reach beyond the photo."""
    return Part(left, top, min(width, WHOLE - left), min(height, WHOLE - top))


def fits(part: Part, ratio: Ratio, width: int, height: int) -> bool:
    """Whether it has this ratio on a photo with these sides; a pixel more or less is no matter."""
    found = part.ratio(width, height)
    pixel = 1 / max(1, min(part.pixels(width, height)[2:]))
    return abs(found / ratio.value - 1) <= max(ALIKE, pixel)


def around(point: Point, ratio: Ratio, width: int, height: int) -> Part:
    """The largest part of that ratio, as near around the point as the photo's edges allow."""
    factor = ratio.value * height / width
    wide, high = (WHOLE, round(WHOLE / factor)) if factor > 1 else (round(WHOLE * factor), WHOLE)
    wide, high = max(1, min(wide, WHOLE)), max(1, min(high, WHOLE))
    return Part(_start(point.x, wide), _start(point.y, high), wide, high)


def _start(middle: int, length: int) -> int:
    return max(0, min(middle - length // 2, WHOLE - length))

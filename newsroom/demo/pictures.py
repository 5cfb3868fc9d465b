"""Pictures of the fictional town, drawn here, each with its credit inside the file."""

import io
import math
import random
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFilter

from newsroom.photos.facts import PhotoFacts, Words
from newsroom.photos.metadata.xmp_writer import packet
from newsroom.photos.rights.categories import Detail, Kind
from newsroom.photos.rights.service import Given

SIZE = (1800, 1200)
PAPER = "Gazette"


@dataclass(frozen=True)
class Scene:
    """What a picture shows: colours from the top of the sky to the water, and its words."""

    name: str
    sky: tuple[str, str]
    water: tuple[str, str]
    creator: str
    agency: str
    caption: str
    alt: str
    seed: int = 1

    @property
    def right(self) -> Given:
        """Its own photographers are the paper's staff; others worked for it."""
        if self.agency == PAPER:
            return Given(Kind.STAFF)
        return Given(Kind.COMMISSIONED, {Detail.OWNER: self.agency})

    @property
    def credit(self) -> str:
        return f"{self.creator}/{self.agency}"


SCENES = (
    Scene(
        "harbour-dawn.jpg",
        ("#33476b", "#f0b07d"),
        ("#8a6f78", "#22304a"),
        "Noa Berg",
        "Gazette",
        "Fishing boats lie in the old harbour shortly before sunrise on Monday.",
        "A row of small boats on still water under an orange sky.",
        3,
    ),
    Scene(
        "ridge-storm.jpg",
        ("#2a3038", "#8b949c"),
        ("#5b666b", "#1e2526"),
        "Emil Sand",
        "Coastline Photo",
        "Clouds gather over the ridge above the town on Sunday afternoon.",
        "Dark clouds over a line of hills, with grey water below.",
        7,
    ),
    Scene(
        "bay-noon.jpg",
        ("#3f7fc4", "#cfe6f2"),
        ("#4fa0b5", "#175a72"),
        "Noa Berg",
        "Gazette",
        "The bay lies still at noon on Tuesday, seen from the lighthouse road.",
        "A wide blue bay under a clear sky, hills on the far side.",
        11,
    ),
    Scene(
        "town-night.jpg",
        ("#0d1226", "#3b2f52"),
        ("#1d2038", "#090b16"),
        "Ilya Marsh",
        "Coastline Photo",
        "Lights shine in the upper town on Thursday, the night of the vote.",
        "Hills at night with a few lights, mirrored in dark water.",
        19,
    ),
)


def draw(scene: Scene) -> bytes:
    """A JPEG with the scene's words as XMP, as an agency would deliver it."""
    image = Image.new("RGB", SIZE)
    pen = ImageDraw.Draw(image)
    width, height = SIZE
    shore = int(height * 0.62)
    _wash(pen, scene.sky, 0, shore, width)
    _wash(pen, scene.water, shore, height, width)
    chance = random.Random(scene.seed)  # noqa: S311 - the same picture every time, no secret
    for depth in range(3):
        _hills(pen, chance, shore, depth, scene.water[1])
    for _ in range(26):
        _ripple(pen, chance, shore, scene.sky[1])
    out = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(1.2)).save(
        out, "JPEG", quality=88, xmp=packet(_facts(scene))
    )
    return out.getvalue()


def _facts(scene: Scene) -> PhotoFacts:
    words = Words(
        creator=scene.creator,
        credit=scene.credit,
        caption=scene.caption,
        copyright=f"© {scene.agency}",
        source=scene.agency,
    )
    return PhotoFacts(words)


def _wash(
    pen: ImageDraw.ImageDraw, colours: tuple[str, str], top: int, end: int, width: int
) -> None:
    first, last = (_rgb(colour) for colour in colours)
    for y in range(top, end):
        share = (y - top) / (end - top)
        mixed = tuple(round(a + (b - a) * share) for a, b in zip(first, last, strict=True))
        pen.line([(0, y), (width, y)], fill=mixed)


def _hills(
    pen: ImageDraw.ImageDraw, chance: random.Random, shore: int, depth: int, colour: str
) -> None:
    width = SIZE[0]
    heights = [chance.uniform(40, 220 - 50 * depth) for _ in range(4)]
    phases = [chance.uniform(0, math.tau) for _ in heights]
    points = [(0.0, float(shore))]
    for x in range(0, width + 1, 12):
        swell = sum(
            abs(math.sin(x / width * (number + 1.5) + phase)) * tall / 4
            for number, (tall, phase) in enumerate(zip(heights, phases, strict=True))
        )
        points.append((float(x), shore - swell))
    points.append((float(width), float(shore)))
    shade = tuple(max(0, part - 12 + 10 * depth) for part in _rgb(colour))
    pen.polygon(points, fill=shade)


def _ripple(pen: ImageDraw.ImageDraw, chance: random.Random, shore: int, colour: str) -> None:
    x, y = chance.uniform(0, SIZE[0]), chance.uniform(shore + 12, SIZE[1])
    length = chance.uniform(40, 240)
    pen.line([(x, y), (x + length, y)], fill=_rgb(colour), width=2)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)

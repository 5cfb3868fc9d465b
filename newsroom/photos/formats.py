"""Which picture a file really holds: judged by its content, never by its name."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from newsroom.errors import Invalid
from newsroom.photos import strangers
from newsroom.photos.containers import (
    Blocks,
    BrokenOffError,
    CrowdedError,
    RawFileError,
    UnknownKindError,
    heif,
    jpeg,
    png,
    tiff,
    webp,
)

MAX_BYTES = 60 * 1024 * 1024
MAX_PIXELS = 100_000_000
MAX_SIDE = 65_500
"""Pixels; what a JPEG can state. PNG can state more, which only a hostile file does."""


class Format(StrEnum):
    """The formats that are taken; the value is what Pillow calls them, in small letters."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    AVIF = "avif"
    HEIF = "heif"
    TIFF = "tiff"

    @property
    def media_type(self) -> str:
        return f"image/{self.value}"

    @property
    def suffix(self) -> str:
        return ENDINGS[self][0]

    @property
    def label(self) -> str:
        return {"webp": "WebP", "heif": "HEIC"}.get(self.value, self.value.upper())


ENDINGS = {
    Format.JPEG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    Format.PNG: (".png",),
    Format.WEBP: (".webp",),
    Format.AVIF: (".avif",),
    Format.HEIF: (".heic", ".heif", ".hif"),
    Format.TIFF: (".tif", ".tiff"),
}
"""How their files are called; the first is what the newsroom calls its own."""

READERS = {
    Format.JPEG: jpeg.read,
    Format.PNG: png.read,
    Format.WEBP: webp.read,
    Format.AVIF: heif.read,
    Format.HEIF: heif.read,
    Format.TIFF: tiff.read,
}


UNREADABLE: dict[type[Exception], str] = {
    BrokenOffError: "The {} file is damaged or breaks off before its picture ends. "
    "Fetch it again from where it came from.",
    UnknownKindError: "The file starts like a {}, but its header is none that can be shown. "
    "Save it anew from the program it came from.",
    CrowdedError: "The {} file is made of more pieces than any picture needs. "
    "Save it anew from the program it came from.",
    RawFileError: strangers.RAW,
}
"""What the person who sent it is told, by what its reader ran into."""


@dataclass(frozen=True)
class Picture:
    """A file found to be one still picture of bearable size."""

    format: Format
    blocks: Blocks

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, as stored: not yet turned upright."""
        return self.blocks.width, self.blocks.height


def judge(data: bytes) -> Picture:
    """Say what the file holds without decoding its pixels; raises Invalid with the reason."""
    if not data:
        raise Invalid("The file is empty.")
    if len(data) > MAX_BYTES:
        raise Invalid(f"The file has {len(data) >> 20} MB; the library takes 60 MB at most.")
    kind = _by_signature(data)
    if kind is None:
        raise Invalid(strangers.sentence(data))
    try:
        blocks = READERS[kind](data)
    except tuple(UNREADABLE) as error:
        raise Invalid(UNREADABLE[type(error)].format(kind.label)) from None
    if blocks.moving:
        raise Invalid("The picture moves; the library takes still pictures. Save one frame of it.")
    passenger = strangers.passenger(data[blocks.end :])
    if passenger:
        raise Invalid(
            f"{passenger} is hidden behind the picture. "
            "Open the picture, save it anew and add the new file."
        )
    pixels = max(blocks.width * blocks.height, blocks.largest)
    if pixels > MAX_PIXELS or max(blocks.width, blocks.height) > MAX_SIDE:
        raise Invalid(
            "The picture has more than 100 million pixels; save it smaller and add it again."
        )
    return Picture(kind, blocks)


def doubts(picture: Picture, file_name: str, size: int) -> tuple[str, ...]:
    """What is odd about a file that was taken, a sentence each, for the photo's page."""
    found = []
    ending = PurePosixPath(file_name).suffix.lower()
    if ending and ending not in ENDINGS[picture.format]:
        found.append(f"The file is called {ending} but holds a {picture.format.label}.")
    if size > picture.blocks.end:
        behind = size - picture.blocks.end
        found.append(f"{behind:,} bytes stand behind the picture; its renditions leave them out.")
    if picture.blocks.pages > 1:
        found.append(f"The file has {picture.blocks.pages} pages; the first one was taken.")
    return tuple(found)


def _by_signature(data: bytes) -> Format | None:
    if data.startswith(jpeg.SIGNATURE):
        return Format.JPEG
    if data.startswith(png.SIGNATURE):
        return Format.PNG
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Format.WEBP
    if data[:4] in tiff.BYTE_ORDERS:
        return Format.TIFF
    return _by_brand(heif.brands(data[:512]))


def _by_brand(brands: tuple[bytes, ...]) -> Format | None:
    """The first brand decides; one that only names the family leaves it to those beside it."""
    telling = brands if set(brands[:1]) <= heif.NEUTRAL_BRANDS else brands[:1]
    if heif.AVIF_BRANDS & set(telling):
        return Format.AVIF
    return Format.HEIF if heif.HEIC_BRANDS & set(telling) else None

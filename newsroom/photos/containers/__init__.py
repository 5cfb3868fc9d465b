"""How picture files are put together: where their blocks lie, and where the picture ends."""

from newsroom.photos.containers import heif, jpeg, png, tiff, webp
from newsroom.photos.containers.blocks import (
    Blocks,
    BrokenOffError,
    CrowdedError,
    RawFileError,
    UnknownKindError,
)

__all__ = [
    "Blocks",
    "BrokenOffError",
    "CrowdedError",
    "RawFileError",
    "UnknownKindError",
    "heif",
    "jpeg",
    "png",
    "tiff",
    "webp",
]

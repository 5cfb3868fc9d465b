"""How picture files are put together: where their blocks lie, and where the picture ends."""

from newsroom.photos.containers import jpeg, png, webp
from newsroom.photos.containers.blocks import (
    Blocks,
    BrokenOffError,
    CrowdedError,
    UnknownKindError,
)

__all__ = ["Blocks", "BrokenOffError", "CrowdedError", "UnknownKindError", "jpeg", "png", "webp"]

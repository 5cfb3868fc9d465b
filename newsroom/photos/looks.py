"""Which photos look alike: each one's look is kept when its renditions are made, and looked up."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image
from sqlalchemy import or_, select

from newsroom.db import db
from newsroom.photos import likeness
from newsroom.photos.library_models import Likeness

MOST_CANDIDATES = 5_000
"""Of a thousand grey walls not each is compared."""

SEEN_IN = "thumb"
"""The rendition that is looked at."""

BANDS = (Likeness.band0, Likeness.band1, Likeness.band2, Likeness.band3)


@dataclass(frozen=True)
class Alike:
    """A photo, and how many bits its look differs in."""

    photo_id: int
    distance: int


def look_of(picture: bytes) -> int:
    """The 64 bits of a picture of our own making, which Pillow can surely read."""
    with Image.open(BytesIO(picture)) as image:
        image.draft("L", (likeness.SIDE * 4, likeness.SIDE * 4))
        side = (likeness.SIDE, likeness.SIDE)
        flat = Image.new("RGB", image.size, "white") if image.mode in {"RGBA", "LA"} else None
        if flat is not None:
            flat.paste(image, mask=image.getchannel("A"))
        small = (flat or image).convert("L").resize(side, Image.Resampling.BOX)
    return likeness.bits_of(small.tobytes())


def keep(photo_id: int, look: int | None) -> None:
    """Once; a photo's picture never changes. None where it cannot be read."""
    if db.session.get(Likeness, photo_id) is not None:
        return
    row = Likeness(photo_id=photo_id)
    if look is not None:
        row.bits = likeness.signed(look)
        row.band0, row.band1, row.band2, row.band3 = likeness.bands_of(look)
        older = (one for one in near(look, likeness.NEAR) if one.photo_id < photo_id)
        row.twin_id = next((one.photo_id for one in older), None)
    db.session.add(row)


def similar(photo_id: int, limit: int, most: int = likeness.SIMILAR) -> list[Alike]:
    """The photos that look like this one, the likest first, without itself."""
    bits = db.session.scalar(select(Likeness.bits).where(Likeness.photo_id == photo_id))
    if bits is None:
        return []
    found = near(likeness.unsigned(bits), most)
    return [one for one in found if one.photo_id != photo_id][:limit]


def near(look: int, most: int) -> Sequence[Alike]:
    """Those at most so many bits away, the likest and then the newest first."""
    bands = zip(BANDS, likeness.bands_of(look), strict=True)
    close = or_(*(column.in_(likeness.probes(band, most)) for column, band in bands))
    rows = select(Likeness.photo_id, Likeness.bits).where(close, Likeness.bits.is_not(None))
    alike = [
        Alike(number, likeness.distance(look, likeness.unsigned(bits or 0)))
        for number, bits in db.session.execute(rows.limit(MOST_CANDIDATES))
    ]
    within = (one for one in alike if one.distance <= most)
    return sorted(within, key=lambda one: (one.distance, -one.photo_id))


def twins(photo_ids: Sequence[int]) -> dict[int, int]:
    """Of these photos those that an older one looks the same as, and which."""
    rows = select(Likeness.photo_id, Likeness.twin_id).where(
        Likeness.photo_id.in_(photo_ids), Likeness.twin_id.is_not(None)
    )
    return {number: twin for number, twin in db.session.execute(rows) if twin} if photo_ids else {}

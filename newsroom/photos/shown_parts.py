"""What a figure shows of a photo by its box: the crop's file, or the part cut while one waits for it."""

from newsroom.errors import Invalid, NotFound
from newsroom.photos import by_pillow, parts, queries
from newsroom.photos.credit_block import credit_block
from newsroom.photos.formats import Format
from newsroom.photos.models import Photo, Rendition
from newsroom.photos.parts import SOCIAL, Part
from newsroom.photos.pixels import Order, Wanted
from newsroom.photos.rendering import licensed
from newsroom.photos.renditions import Made, credited
from newsroom.photos.rights import queries as rights

WHOLE = "large"
LONGER_SIDE = 1200


def rendition_of(photo: Photo, box: str) -> Rendition | None:
    """Of a box that shows all of the photo, or nothing, the whole; None where no file was made."""
    part = parts.read(box)
    if part is None:
        return photo.rendition(WHOLE)
    cut = (one for one in photo.renditions if one.part == part.text and one.name != SOCIAL)
    return next((one for one in cut if one.format is Format.JPEG), None)


def cut_now(photo: Photo, box: str) -> Made:
    """From the largest file of our own, so no stranger's bytes are opened; raises NotFound.

    A crop that was just made waits for a worker, and a box may have come without a crop.
    """
    part, large = parts.read(box), photo.rendition(WHOLE)
    if part is None or large is None:
        raise NotFound("There is no such picture, or it has not been made yet.")
    data = queries.rendition_file(photo.id, WHOLE).path.read_bytes()
    order = _order(large, part)
    licence = rights.licence(rights.rights(photo.id))
    block = credit_block(licensed(photo.facts, licence))
    try:
        return next(credited(order, iter(by_pillow.make(data, order)), block))
    except Invalid as error:
        raise NotFound(error.sentence) from error


def _order(large: Rendition, part: Part) -> Order:
    wanted = Wanted("part", Format.JPEG, LONGER_SIDE, LONGER_SIDE, part=part)
    return Order(large.format, (large.width, large.height), 1, (wanted,))

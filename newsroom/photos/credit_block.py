"""The credit block of a photo, and how it is put into an encoded picture without encoding it again."""

from dataclasses import dataclass

from newsroom.photos.containers import splicing
from newsroom.photos.facts import PhotoFacts
from newsroom.photos.formats import Format
from newsroom.photos.metadata import iim_writer, xmp_writer


@dataclass(frozen=True)
class CreditBlock:
    """The facts twice over: as XMP, and as Photoshop's resources with the older IIM."""

    xmp: bytes
    photoshop: bytes


def credit_block(facts: PhotoFacts) -> CreditBlock:
    return CreditBlock(xmp_writer.packet(facts), iim_writer.block(facts))


def write_into(data: bytes, kind: Format, credit: CreditBlock) -> bytes:
    """The encoded picture with the block in it; WebP and PNG have room for the XMP alone."""
    match kind:
        case Format.JPEG:
            return splicing.into_jpeg(data, credit.xmp, credit.photoshop)
        case Format.WEBP:
            return splicing.into_webp(data, credit.xmp)
        case Format.PNG:
            return splicing.into_png(data, credit.xmp)
        case _:
            raise ValueError(f"no rendition is a {kind.label}")

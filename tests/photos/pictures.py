"""Pictures made on the spot, and metadata written into them by other means than the product's."""

import hashlib
import struct
import zlib
from io import BytesIO

from PIL import Image
from PIL.ExifTags import Base as Tag

SIZE = (600, 400)

RDF = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:xmpNote="http://ns.adobe.com/xmp/note/"
 xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
 xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
><rdf:Description rdf:about="">{}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def scene(size: tuple[int, int] = SIZE, mode: str = "RGB") -> Image.Image:
    """A quay at dusk, more or less: something that is different in each corner."""
    image = Image.linear_gradient("L").resize(size)
    turned = Image.linear_gradient("L").rotate(90).resize(size)
    return Image.merge("RGB", (image, turned, image.point(lambda v: 255 - v))).convert(mode)


def jpeg(size: tuple[int, int] = SIZE, **options: object) -> bytes:
    return saved(scene(size), "JPEG", **options)


def png(size: tuple[int, int] = SIZE, mode: str = "RGB", **options: object) -> bytes:
    return saved(scene(size, mode), "PNG", **options)


def webp(size: tuple[int, int] = SIZE, **options: object) -> bytes:
    return saved(scene(size), "WEBP", **options)


def avif(size: tuple[int, int] = SIZE, **options: object) -> bytes:
    return saved(scene(size), "AVIF", speed=10, **options)


def tiff(size: tuple[int, int] = SIZE, **options: object) -> bytes:
    return saved(scene(size), "TIFF", **options)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def see_through(size: tuple[int, int] = SIZE) -> Image.Image:
    image = scene(size, "RGBA")
    image.putalpha(Image.linear_gradient("L").resize(size))
    return image


def xmp(properties: str) -> bytes:
    return RDF.format(properties).encode()


def exif(**values: object) -> bytes:
    """EXIF with tags by their names; those of the camera's block are put there."""
    block = Image.Exif()
    for name, value in values.items():
        tag = Tag[name]
        camera = name in {"DateTimeOriginal", "OffsetTimeOriginal"}
        (block.get_ifd(0x8769) if camera else block)[tag] = value
    return block.tobytes()


def iim(*datasets: tuple[int, int, bytes], digest: str | None = None) -> bytes:
    """A Photoshop block with IIM datasets; `digest` "right" or "stale" adds one of the IIM."""
    block = b"".join(
        struct.pack(">BBBH", 0x1C, record, number, len(body)) + body
        for record, number, body in datasets
    )
    resources = resource(0x0404, block)
    if digest:
        marked = block if digest == "right" else b"as it was before"
        resources += resource(0x0425, hashlib.md5(marked, usedforsecurity=False).digest())
    return resources


def resource(number: int, body: bytes) -> bytes:
    return b"8BIM" + struct.pack(">HHI", number, 0, len(body)) + body + b"\x00" * (len(body) % 2)


def with_segment(data: bytes, marker: int, body: bytes) -> bytes:
    """The JPEG with a segment put right behind its start."""
    return data[:2] + struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body + data[2:]


def with_iim(data: bytes, photoshop: bytes) -> bytes:
    return with_segment(data, 0xED, b"Photoshop 3.0\x00" + photoshop)


def with_xmp(data: bytes, packet: bytes) -> bytes:
    return with_segment(data, 0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + packet)


def with_extended_xmp(data: bytes, packet: bytes, guid: str, parts: int) -> bytes:
    step = -(-len(packet) // parts)
    for offset in range(0, len(packet), step):
        head = guid.encode() + struct.pack(">II", len(packet), offset)
        prefix = b"http://ns.adobe.com/xmp/extension/\x00"
        data = with_segment(data, 0xE1, prefix + head + packet[offset : offset + step])
    return data


def chunk(kind: bytes, body: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + check


def with_chunk(data: bytes, kind: bytes, body: bytes) -> bytes:
    """The PNG with a chunk put before its end."""
    return data[:-12] + chunk(kind, body) + data[-12:]


def claiming(width: int, height: int) -> bytes:
    """A small PNG whose header claims to be huge."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\x00" * 1000)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def bare_tiff(
    *tags: tuple[int, int, bytes], size: tuple[int, int] = (40, 30), following: int = 0
) -> bytes:
    """One strip of grey; `tags` as (tag, type, four bytes), `following` where more would stand."""
    entries = {
        256: (4, size[0].to_bytes(4, "little")),
        257: (4, size[1].to_bytes(4, "little")),
        258: (3, (8).to_bytes(4, "little")),
        262: (3, (1).to_bytes(4, "little")),
        273: (4, (8).to_bytes(4, "little")),
        279: (4, (1).to_bytes(4, "little")),
    } | {tag: (kind, value) for tag, kind, value in tags}
    body = b"".join(
        struct.pack("<HHI", tag, kind, 1) + value for tag, (kind, value) in sorted(entries.items())
    )
    head = b"II*\x00\x08\x00\x00\x00" + struct.pack("<H", len(entries))
    return head + body + struct.pack("<I", following)

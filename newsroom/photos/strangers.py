"""Files that are not photos: what they are called and what to do, and what hides behind photos."""

import re

TAKEN = "JPEG, PNG, WebP, AVIF, HEIC or TIFF"
"""The formats that are taken, as people are told of them."""

ADVICE = f"Save it as {TAKEN} and add that."

RAW = (
    "This is a camera’s raw file, which is no picture yet. "
    "Develop it, save it as JPEG or TIFF and add that."
)

KNOWN: tuple[tuple[bytes, str], ...] = (
    (rb"GIF8[79]a", f"This is a GIF. {ADVICE}"),
    (rb"II\+\x00|MM\x00\+", f"This is a BigTIFF, made for pictures of gigabytes. {ADVICE}"),
    (rb"II(R[OS]|U\x00)|MMO[RS]|FUJIFILMCCD-RAW|\x00MRM|FOVb|.{4}ftypcrx", RAW),
    (rb".{4}ftyp(mif|msf|miaf)", f"This is a picture of a kind that cannot be read here. {ADVICE}"),
    (rb".{4}ftyp", f"This is a film, not a photo. {ADVICE}"),
    (rb"BM.{4}\x00\x00\x00\x00", f"This is a Windows bitmap. {ADVICE}"),
    (rb"8BPS", f"This is a Photoshop file. {ADVICE}"),
    (rb"%!PS|\xc5\xd0\xd3\xc6", f"This is a PostScript file. {ADVICE}"),
    (rb"(\x00\x00\x00\x0cJXL |\xff\x0a)", f"This is a JPEG XL picture. {ADVICE}"),
    (rb"\x00\x00\x00\x0cjP  |\xff\x4f\xff\x51", f"This is a JPEG 2000 picture. {ADVICE}"),
    (rb"%PDF", "This is a PDF, not a photo."),
    (rb"PK\x03\x04", "This is a ZIP archive or an office document, not a photo."),
    (rb"(MZ|\x7fELF|\xcf\xfa\xed\xfe)", "This is a program, not a photo."),
    (rb"RIFF.{4}(AVI |WAVE)", "This is a film or a sound, not a photo."),
)
"""A pattern for the first bytes, and the sentence for who sent it. The first that fits counts."""

TEXTUAL: tuple[tuple[bytes, str], ...] = (
    (rb"<svg[\s>]", f"This is an SVG drawing; the library takes photos. {ADVICE}"),
    (
        rb"<(!doctype\s+html|html|head|body|script)[\s>]",
        "This is a web page, not a photo. Save the picture itself, not the page around it.",
    ),
    (rb"<\?xml|<x:xmpmeta", "This is an XML file, not a photo."),
)
"""The same for what starts as text, looked for near the beginning."""

BEFORE_TEXT = b"\xef\xbb\xbf\xff\xfe \t\r\n"
"""Byte order marks and blanks; a text in UTF-16 is looked at without its zeros."""

HEAD = 4096
"""Bytes that are looked at; comments and declarations may stand before the telling word."""

PASSENGERS: tuple[tuple[bytes, str], ...] = (
    (rb"PK\x05\x06", "A ZIP archive"),
    (rb"%PDF-", "A PDF"),
    (rb"Rar!\x1a\x07", "A RAR archive"),
    (rb"7z\xbc\xaf\x27\x1c", "A 7z archive"),
    (rb"(?i)<(!doctype|html|script|svg|iframe|body)[\s>]", "A web page"),
    (rb"(?i)<\?php", "A script"),
)
"""What may not stand behind a picture. Other bytes may: phones put films and depth maps there."""


def sentence(data: bytes) -> str:
    """What a file of none of the formats that are taken is, told to the person who sent it."""
    for pattern, said in KNOWN:
        if re.match(pattern, data[:64], re.DOTALL):
            return said
    head = data[:HEAD].replace(b"\x00", b"").lstrip(BEFORE_TEXT)
    for pattern, said in TEXTUAL if head.startswith(b"<") else ():
        if re.search(pattern, head, re.IGNORECASE):
            return said
    return f"This is not a picture that the library knows. Add a {TAKEN}."


def passenger(tail: bytes) -> str | None:
    """What known kind of file stands behind the picture; None where nothing known does."""
    for pattern, name in PASSENGERS:
        if re.search(pattern, tail):
            return name
    return None

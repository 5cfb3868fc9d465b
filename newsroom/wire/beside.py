"""Pictures that lie beside their item: which file an address names, and what is no address of one.

A file is only ever looked up by its name among those that lie in the folder: no address is followed.
"""

from unicodedata import normalize
from urllib.parse import unquote

KEPT = "beside:"
"""Begins the address of a picture whose file was taken from the folder; no agency's own is kept."""
FIRST_BYTES = 16
"""Of a file, which say whether it is a picture."""

_MARKS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\x00", b"MM\x00*")
_BRANDS = frozenset({b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"})


def looks_like_a_picture(beginning: bytes) -> bool:
    """By its first bytes, whatever it is called; whether it can be shown the library judges."""
    if beginning.startswith(_MARKS):
        return True
    if beginning[:4] == b"RIFF" and beginning[8:12] == b"WEBP":
        return True
    return beginning[4:8] == b"ftyp" and beginning[8:12] in _BRANDS


def file_named(href: str) -> str:
    """The name of the file beside it that an address names; empty where it names no such."""
    name = unquote(href).removeprefix("./")
    whole = name.isprintable() and not any(sign in name for sign in "/\\:")
    return same_name(name) if whole and not name.startswith(".") else ""


def same_name(name: str) -> str:
    """Computers write one name with letters and accents together, or apart."""
    return normalize("NFC", name)


def kept_as(sha256: str, name: str) -> str:
    """The address of a picture whose bytes lie on the shelf under that fingerprint."""
    return f"{KEPT}{sha256}/{name}"


def kept_file(href: str) -> tuple[str, str] | None:
    """Fingerprint and name of such an address; None for any other."""
    if not href.startswith(KEPT):
        return None
    sha256, _, name = href.removeprefix(KEPT).partition("/")
    return sha256, name

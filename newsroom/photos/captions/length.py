"""The rules on the caption as a whole: there, no file's name, neither too short nor too long."""

import re
from collections.abc import Iterator

from newsroom.photos.captions.material import Breach, Field, Material, about, at
from newsroom.photos.captions.sentences import sentences
from newsroom.photos.captions.table import Rule

FEWEST_CHARACTERS = 30
FEWEST_WORDS = 5
MOST_SENTENCES = 2

_SUFFIX = re.compile(r"\.(?:jpe?g|jpe|png|tiff?|heic|heif|webp|avif|gif|bmp|raw|cr[23]|nef|arw|dng|psd)$", re.IGNORECASE)  # fmt: skip
_CAMERA = re.compile(
    r"^(?:img|image|dsc[nf]?|dscf|pxl|mvi|gopr|dji|p\d|photo|picture|screen ?shot|whatsapp image|"
    r"f|scan|untitled|file)[ _\-.()]*\d[\w \-.():]*$",
    re.IGNORECASE,
)
_ONE_WORD = re.compile(r"^(?=.*[\d_])[\w\-.()]+$")
_COMMONS = re.compile(r"^File:\S")


def breaches(material: Material) -> Iterator[Breach]:
    caption = material.caption
    if not caption:
        yield about(Rule.CAPTION_MISSING, Field.CAPTION)
        return
    whole = (0, len(caption))
    if is_file_name(caption, material.photo.file_name):
        yield at(Rule.FILE_NAME, caption, whole)
        return
    words = [one for one in caption.split() if any(c.isalnum() for c in one)]
    if len(caption.strip()) < FEWEST_CHARACTERS or len(words) < FEWEST_WORDS:
        counted = f"{len(caption.strip())} characters, {len(words)} words."
        yield at(Rule.TOO_SHORT, caption, whole, counted)
    spans = sentences(caption)
    if len(spans) > MOST_SENTENCES:
        evidence = f"It has {len(spans)} sentences."
        yield at(Rule.TOO_LONG, caption, (spans[MOST_SENTENCES][0], spans[-1][1]), evidence)


def is_file_name(caption: str, file_name: str = "") -> bool:
    said = caption.strip().rstrip(".") if not _SUFFIX.search(caption.strip()) else caption.strip()
    if _SUFFIX.search(said) or _COMMONS.match(said) or _CAMERA.match(said) or _ONE_WORD.match(said):
        return True
    return bool(file_name) and _plain(said) in {
        _plain(file_name),
        _plain(_SUFFIX.sub("", file_name)),
    }


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))

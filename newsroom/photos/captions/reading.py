"""Everything in a figure that the caption check asks about."""

from collections.abc import Iterator

from newsroom.photos.captions import alt_text, credit_line, dates, length, names
from newsroom.photos.captions.levels import Levels
from newsroom.photos.captions.material import Breach, Field, Material, about, at
from newsroom.photos.captions.table import Rule
from newsroom.photos.captions.tense import past_verb
from newsroom.photos.captions.where import says_where
from newsroom.photos.captions.who import says_who_or_what

HOUSE_LEVELS = Levels()


def breaches(material: Material, levels: Levels = HOUSE_LEVELS) -> list[Breach]:
    """Those of rules that are not off, in the order in which a desk mends them."""
    found = [
        *_photo(material),
        *credit_line.breaches(material),
        *length.breaches(material),
        *_sentence(material),
        *alt_text.breaches(material),
    ]
    return [one for one in found if levels.severity(one.rule)]


def _photo(material: Material) -> Iterator[Breach]:
    if material.used_before is not None:
        evidence = f"It is in figure {material.used_before}."
        yield about(Rule.PHOTO_TWICE, Field.PHOTO, evidence=evidence)
    if material.whose:
        evidence = (
            f"The library has it for {material.whose}; this photo may have been put in later."
        )
        yield about(Rule.OTHER_PHOTO, Field.PHOTO, evidence=evidence)
    if not material.leads:
        yield about(Rule.LEAD_FIGURE, Field.PHOTO)


def _sentence(material: Material) -> Iterator[Breach]:
    """What only a caption can be asked: of a file's name nothing more is said."""
    caption = material.caption
    if not caption or length.is_file_name(caption, material.photo.file_name):
        return
    if not says_who_or_what(caption):
        yield about(Rule.NO_SUBJECT, Field.CAPTION)
    if not says_where(caption, (*material.photo.places, _town(material.dateline))):
        yield about(Rule.NO_PLACE, Field.CAPTION)
    yield from dates.breaches(material)
    past = past_verb(caption)
    if past:
        yield at(Rule.PAST_TENSE, caption, past)
    yield from names.breaches(material)


def _town(dateline: str) -> str:
    """ "HAIFA, Israel (AP)" is Haifa."""
    return dateline.partition(",")[0].partition("(")[0].strip(" —–-")

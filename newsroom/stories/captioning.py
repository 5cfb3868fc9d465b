"""What the caption check finds in a document: at words of a caption, or at a figure as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from newsroom.housestyle.in_force import HouseStyle
from newsroom.housestyle.matches import Kind
from newsroom.housestyle.passages import Passage
from newsroom.photos.captions.levels import Levels
from newsroom.photos.captions.material import NOTHING_SAID, Breach, Field, Material, PhotoSays
from newsroom.photos.captions.reading import breaches
from newsroom.photos.captions.table import BY_RULE, PREFIX
from newsroom.stories.found import FIGURE, Found
from newsroom.stories.passages import Block
from newsroom.stories.summary import Figure, Summary

IN_CAPTION = "caption_words"
"""The kind of a finding about words of a caption; one about a figure as a whole has FIGURE."""

TEXT = frozenset({"headline", "standfirst", "byline", "paragraph", "heading"})
"""Blocks that confirm a name; another caption does not."""


def captions(
    blocks: Sequence[Block],
    summary: Summary,
    photos: Mapping[int, PhotoSays],
    whose: Mapping[int, str],
    day: date,
    levels: Levels,
) -> list[Found]:
    """`day` is the story's own; `photos` say what is known of each by its number, and `whose` of
    which other photo the caption of a figure is, by the figure's number.
    """
    texts = {block.start: block for block in blocks if block.kind == "caption"}
    found: list[Found] = []
    for figure in summary.figures:
        block = texts.get(figure.position + 1)
        material = _material(figure, block, blocks, summary, photos, day)
        material = replace(material, whose=whose.get(figure.number, ""))
        found += (_found(one, figure, block, levels) for one in breaches(material, levels) if _is_told_here(one))  # fmt: skip
    return found


def _is_told_here(one: Breach) -> bool:
    """What no figure may lack is a guard's: it refuses at once, also before any check has read."""
    return not BY_RULE[one.rule].fixed


def _material(
    figure: Figure,
    block: Block | None,
    blocks: Sequence[Block],
    summary: Summary,
    photos: Mapping[int, PhotoSays],
    day: date,
) -> Material:
    earlier = summary.figures[: figure.number - 1]
    used = next((one.number for one in earlier if one.photo and one.photo == figure.photo), None)
    first_text = next((one.start for one in blocks if one.kind == "paragraph"), None)
    late = figure.number == 1 and first_text is not None and first_text < figure.position
    return Material(
        caption=block.text if block else "",
        creator=figure.creator,
        credit=figure.credit,
        alt=figure.alt,
        photo=photos.get(figure.photo or 0, NOTHING_SAID),
        story=tuple(one.text for one in blocks if one.kind in TEXT or one.quoted),
        dateline=summary.dateline,
        day=day,
        used_before=used,
        leads=not late,
    )


def _found(one: Breach, figure: Figure, block: Block | None, levels: Levels) -> Found:
    detail: dict[str, Any] = {"reason": one.evidence, "field": one.field.value}
    if block is None or one.start is None or one.end is None:
        # It holds on to the figure's opening: text typed before or in it leaves that as it is.
        start, end, kind = figure.position, figure.position + 1, FIGURE
    else:
        start, end, kind = block.begin(one.start), block.end(one.end), IN_CAPTION
        detail["context"] = block.around(one.start, one.end)
    # A decision about a photo is about that photo.
    words = f"photo {figure.photo}" if one.field is Field.PHOTO else one.words
    return Found(
        rule=f"{PREFIX}{one.rule}",
        start=start,
        end=end,
        words=words,
        kind=kind,
        severity=levels.severity(one.rule) or "note",
        place="caption",
        suggestion=one.suggestion,
        detail=detail,
    )


def in_house_style(photo: PhotoSays, style: HouseStyle) -> PhotoSays:
    """Its texts as the house spells them: an agency's Jerusalem confirms the house's Yerushalayim."""
    texts = tuple(_respelled(text, style) for text in photo.texts)
    return replace(photo, texts=texts, places=tuple(_respelled(one, style) for one in photo.places))


def _respelled(text: str, style: HouseStyle) -> str:
    if not text:
        return text
    matches = style.read([Passage(text, 0, False, "caption")]).matches
    for one in sorted(matches, key=lambda one: -one.start):
        if one.kind is Kind.KNOWN:
            text = text[: one.start] + one.suggestion + text[one.end :]
    return text

"""Changing one figure from a form: its photo, caption and credits become ordinary steps."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from prosemirror.model import Fragment, Node, Slice
from prosemirror.transform import AttrStep, ReplaceStep, Step

from newsroom.errors import Conflict, NotFound
from newsroom.notifications.live import announce
from newsroom.roles import Actor
from newsroom.stories import authority, documents, queries, reconcile, suggestions
from newsroom.stories.document import SCHEMA
from newsroom.stories.models import Story
from newsroom.stories.summary import Figure, summarise


@dataclass(frozen=True)
class FigureWords:
    """What a form says of a figure."""

    photo: int | None
    caption: str
    creator: str
    credit: str
    alt: str
    crop: str = ""
    """The box of the photo that prints; empty for the whole."""


def figure(story: Story, number: int) -> Figure:
    """The story's figure of that number, from 1 in print order; raises NotFound."""
    found = summarise(documents.current(story.id, story.version)).figures
    if not 1 <= number <= len(found):
        raise NotFound("The story has no such figure.")
    return found[number - 1]


class FigureClash(Conflict):
    """Somebody else changed the same words; `merged` has theirs wherever this person changed none."""

    def __init__(self, sentence: str, merged: FigureWords) -> None:
        super().__init__(sentence)
        self.merged = merged


def change_figure(
    actor: Actor, story_id: int, position: int, seen: int, words: FigureWords
) -> Story:
    """Make the figure that stood at `position` in version `seen` say this.

    Edits of others since then are kept: raises FigureClash where both changed the same words, and
    Conflict where the figure itself is gone.
    """
    story = queries.story_for_change(actor, story_id)
    if not 0 <= seen <= story.version:
        raise Conflict("The page shows a version that the story does not have; load it again.")
    shown = _figure_at(documents.at(story.id, seen), position)
    if shown is None:
        raise Conflict("The page shows a figure that the story does not have; load it again.")
    mapping = documents.mapping_between(story.id, seen, story.version)
    start, _end, deleted = reconcile.moved(mapping, position, position + 1)
    found = None if deleted else _figure_at(documents.at(story.id, story.version), start)
    if found is None:
        raise Conflict("Somebody removed this figure while you worked on it.")
    merged = _merged(_words_of(shown), _words_of(found), _tidied(words))
    if merged.photo != _words_of(found).photo and merged.crop == _words_of(found).crop:
        merged = replace(merged, crop="")  # it was a part of the photo that is gone
    if merged.caption != _words_of(found).caption and suggestions.listed(found):
        raise Conflict(
            "Somebody suggested a change to this caption; accept or reject it in the text first."
        )
    steps = _attribute_steps(found, start, merged) + _caption_steps(found, start, merged.caption)
    authority.take(actor, story, authority.SERVER, steps)
    announce("panel", story=story.id)
    return story


def _figure_at(document: Node, position: int) -> Node | None:
    if not 0 <= position < document.content.size:
        return None
    found = document.node_at(position)
    return found if found is not None and found.type.name == "figure" else None


def _words_of(found: Node) -> FigureWords:
    attrs: Any = found.attrs
    caption = suggestions.standing(found).text_content
    return _tidied(
        FigureWords(
            attrs["photo"],
            caption,
            attrs["creator"],
            attrs["credit"],
            attrs["alt"],
            attrs["crop"] or "",
        )
    )


def _tidied(words: FigureWords) -> FigureWords:
    """As a form sends words back that nobody touched: browsers make each line break two."""
    creator, credit, alt = (
        one.replace("\r\n", "\n").strip() for one in (words.creator, words.credit, words.alt)
    )
    caption = " ".join(words.caption.split())
    return FigureWords(words.photo, caption, creator, credit, alt, words.crop)


def _merged(shown: FigureWords, present: FigureWords, wanted: FigureWords) -> FigureWords:
    """What this person changed, on top of what others changed meanwhile."""
    was, is_now, asked = asdict(shown), asdict(present), asdict(wanted)
    mine = {name: value for name, value in asked.items() if value != was[name]}
    clashes = [name for name in mine if is_now[name] != was[name] and is_now[name] != asked[name]]
    merged = replace(present, **mine)
    if clashes:
        theirs = ", ".join(f"{SAID_AS[name]} “{is_now[name] or 'none'}”" for name in clashes)
        raise FigureClash(
            f"Somebody else changed this meanwhile to: {theirs}. Your own words are still in the "
            "form; keep the figure again to put them in the place of theirs.",
            merged,
        )
    return merged


SAID_AS = {
    "photo": "photo",
    "caption": "caption",
    "creator": "creator",
    "credit": "credit line",
    "alt": "alt text",
    "crop": "crop",
}


BLANK = {"crop": None}
"""What the document holds where the form's answer is empty, for those where that is not the same."""


def _attribute_steps(found: Node, start: int, words: FigureWords) -> list[Step]:
    """Only for what differs: what nobody touched is left as it was written."""
    present, wanted = asdict(_words_of(found)), asdict(words)
    return [
        AttrStep(start, name, wanted[name] or BLANK.get(name, wanted[name]))
        for name in ("photo", "creator", "credit", "alt", "crop")
        if wanted[name] != present[name]
    ]


def _caption_steps(found: Node, start: int, caption: str) -> list[Step]:
    """Replaced whole only where its words differ: marks in an unchanged caption stay."""
    if caption == _words_of(found).caption:
        return []
    content = Fragment.from_(SCHEMA.text(caption)) if caption else Fragment.empty
    inner = start + 1
    return [ReplaceStep(inner, inner + found.content.size, Slice(content, 0, 0))]

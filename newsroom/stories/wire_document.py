"""The document that a piece of agency copy becomes, by the rules of a new story from text; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from prosemirror.model import Node

from newsroom.photos.credit import take_credit
from newsroom.stories import document
from newsroom.stories.intake import BlockKind, BodyBlock, FigureText, Taken, as_document
from newsroom.stories.intake.copy_credit import split_credit
from newsroom.stories.intake.datelines import END_MARK, run_in
from newsroom.stories.values import FORBIDDEN, MAX_ATTRIBUTE
from newsroom.wire.creditline import LEAD

_BY = re.compile(r"by\b:?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Picture:
    """What an item says of a picture; the picture itself is still to come."""

    caption: str
    creator: str
    credit: str
    alt: str


@dataclass(frozen=True)
class Copy:
    """The words of an item; `credit` is its agency's name as the agency asks to be credited."""

    headline: str
    standfirst: str
    byline: str
    dateline: str
    paragraphs: Sequence[str]
    pictures: Sequence[Picture]
    credit: str


def taken(copy: Copy) -> Taken:
    """The parts of the copy, each on its line and without what no document can hold."""
    paragraphs = [words for one in copy.paragraphs if (words := _line(one))]
    dateline = END_MARK.sub("", _line(copy.dateline))
    opening = run_in(paragraphs[0]) if paragraphs else None
    if opening is not None and opening.dateline:
        dateline = dateline or opening.dateline
        paragraphs[0] = opening.paragraph
    return Taken(
        headline=_line(copy.headline),
        standfirst=_line(copy.standfirst),
        byline=byline(_line(copy.byline), copy.credit),
        dateline=dateline,
        figures=tuple(_figure(one, copy.credit) for one in copy.pictures),
        body=tuple(BodyBlock(BlockKind.PARAGRAPH, words) for words in paragraphs),
        set_aside=(),
        notes=(),
    )


def document_of(copy: Copy) -> Node:
    parts = taken(copy)
    body, own = split_credit(parts.body)
    made = as_document(replace(parts, body=body))
    line = credit_line(own, copy.credit)
    if line:
        made["content"][-1]["content"] = [{"type": "text", "text": line}]
    figures = (node for node in made["content"] if node["type"] == "figure")
    for node, picture in zip(figures, copy.pictures, strict=True):
        node["attrs"]["alt"] = _line(picture.alt)[:MAX_ATTRIBUTE]
    return document.read(made)


def byline(written: str, agency: str) -> str:
    """ "By Jane Doe, Reuters"; "By Reuters" where the copy names nobody."""
    name = _BY.sub("", written, count=1) if _BY.match(written) else written
    bare = agency.casefold().removeprefix("the ")
    if not name or not agency:
        return f"By {name or agency}" if name or agency else ""
    return f"By {name}" if bare in name.casefold() else f"By {name}, {agency}"


def credit_line(own: str, agency: str) -> str:
    """What the copy credits itself, and its agency where that is not among it."""
    if not agency or agency.casefold() in own.casefold():
        return own
    if not own:
        return f"{LEAD} {agency}"
    return f"{own}{'' if own.endswith('.') else '.'} {LEAD} {agency}."


def _figure(picture: Picture, agency: str) -> FigureText:
    creator = _line(picture.creator) or take_credit(_line(picture.credit)).creator
    credit = _line(picture.credit) or "/".join(filter(None, (creator, agency)))
    return FigureText(
        _line(picture.caption), creator[:MAX_ATTRIBUTE], agency, credit[:MAX_ATTRIBUTE]
    )


def _line(text: str) -> str:
    return " ".join(FORBIDDEN.sub("", text).split())

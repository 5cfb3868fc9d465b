"""The document of a story, made from the parts of a text."""

from dataclasses import replace
from itertools import groupby
from typing import Any

from newsroom.stories.intake.copy_credit import split_credit
from newsroom.stories.intake.lists import NUMBER, number_of
from newsroom.stories.intake.order import in_order
from newsroom.stories.intake.parts import BlockKind, BodyBlock, FigureText, SetAside, Taken

Json = dict[str, Any]
Printed = BodyBlock | FigureText
LEVEL = 2
"""Headings in copy are of one level, the first under the headline."""


def as_document(taken: Taken) -> Json:
    """The ProseMirror JSON; figures stand where their captions were found."""
    body, credit_line = split_credit(taken.body)
    parts = (one for _, one in in_order(replace(taken, body=body)))
    printed = [one for one in parts if not isinstance(one, SetAside)]
    blocks = [
        node
        for kind, run in groupby(printed, _list_kind)
        for node in ([_list(kind, list(run))] if kind else map(_node, run))
    ]
    return {
        "type": "doc",
        "content": [
            _text_block("headline", taken.headline),
            _text_block("standfirst", taken.standfirst),
            _text_block("byline", taken.byline),
            _text_block("dateline", taken.dateline),
            *(blocks or [_text_block("paragraph", "")]),
            _text_block("credit_line", credit_line),
        ],
    }


def _list_kind(block: Printed) -> str:
    """The list that a block is an item of; "" where it is none."""
    if not isinstance(block, BodyBlock) or block.kind is not BlockKind.LIST_ITEM:
        return ""
    return "ordered_list" if number_of(block.text) else "bullet_list"


def _node(block: Printed) -> Json:
    if isinstance(block, FigureText):
        attributes = {"photo": None, "alt": "", "creator": block.creator, "credit": block.credit}
        return _text_block("figure", block.caption) | {"attrs": attributes | {"crop": None}}
    if block.kind is BlockKind.HEADING:
        return _text_block("heading", block.text) | {"attrs": {"level": LEVEL}}
    if block.kind is BlockKind.BLOCKQUOTE:
        return {"type": "blockquote", "content": [_text_block("paragraph", block.text)]}
    return _text_block("paragraph", block.text)


def _list(kind: str, run: list[Printed]) -> Json:
    """A list that counts from 1 needs its numbers no more; another keeps them as they are."""
    texts = [block.text for block in run if isinstance(block, BodyBlock)]
    counts = [number_of(text) for text in texts] == list(range(1, len(texts) + 1))
    if counts:
        texts = [NUMBER.sub("", text, count=1) for text in texts]
    items = [{"type": "list_item", "content": [_text_block("paragraph", text)]} for text in texts]
    return {"type": kind if counts else "bullet_list", "content": items}


def _text_block(name: str, text: str) -> Json:
    return {"type": name, "content": [{"type": "text", "text": text}]} if text else {"type": name}

"""An article as text: one form, the same bytes for the same article, and back again."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from newsroom.photos.rights.licences import Licence
from newsroom.publishing.article import Correction, Facts, FrozenArticle, Picture, Size
from newsroom.publishing.blocks import (
    Block,
    Crop,
    Figure,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Quotation,
    Run,
)
from newsroom.publishing.bylines import Author

Json = dict[str, Any]

FORM = 1
"""Raised when what is written changes, so that articles written before can still be read."""

PLAIN = ("language", "headline", "standfirst", "byline", "dateline", "credit_line")


def write(article: FrozenArticle) -> str:
    whole = asdict(article) | {"form": FORM, "body": [_block(one) for one in article.body]}
    return json.dumps(
        whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_moment
    )


def fingerprint(text: str) -> str:
    """SHA-256 in hex of the text's UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def write_shown(figure: Figure, picture: Picture) -> str:
    """One picture with its credit, for lists that show nothing else of the article."""
    return json.dumps(
        {"figure": asdict(figure), "picture": asdict(picture)},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def read_shown(text: str) -> tuple[Figure, Picture]:
    whole: Json = json.loads(text)
    return _read_figure(whole["figure"]), _read_picture(whole["picture"])


def read(text: str) -> FrozenArticle:
    """The article that was written so."""
    whole: Json = json.loads(text)
    if whole["form"] != FORM:
        raise ValueError(f"an article of form {whole['form']} cannot be read")
    return FrozenArticle(
        facts=_read_facts(whole["facts"]),
        authors=tuple(Author(**one) for one in whole["authors"]),
        body=tuple(_read_block(one) for one in whole["body"]),
        pictures=tuple(_read_picture(one) for one in whole["pictures"]),
        **{name: whole[name] for name in PLAIN},
    )


def _moment(value: object) -> str:
    if not isinstance(value, datetime):
        raise TypeError(f"{value!r} is no part of an article")
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def _block(one: Block) -> Json:
    written = {"kind": KINDS[type(one)]} | asdict(one)
    if isinstance(one, Listing):
        written["items"] = [[_block(inner) for inner in item] for item in one.items]
    return written


def _read_block(one: Json) -> Block:
    return READERS[one["kind"]](one)


def _inline(runs: list[Json]) -> Inline:
    return tuple(Run(**run) for run in runs)


def _read_listing(one: Json) -> Block:
    items = (tuple(_read_block(inner) for inner in item) for item in one["items"])
    return Listing(one["ordered"], tuple(items))


def _read_figure(one: Json) -> Figure:
    return Figure(
        one["photo"],
        _inline(one["caption"]),
        one["creator"],
        one["credit"],
        one["alt"],
        Crop(**one["crop"]) if one["crop"] else None,
    )


KINDS: dict[type[Block], str] = {
    Paragraph: "paragraph",
    Heading: "heading",
    Quotation: "quotation",
    Listing: "list",
    Figure: "figure",
}

READERS: dict[str, Callable[[Json], Block]] = {
    "paragraph": lambda one: Paragraph(_inline(one["text"])),
    "heading": lambda one: Heading(one["level"], _inline(one["text"])),
    "quotation": lambda one: Quotation(tuple(_inline(text) for text in one["paragraphs"])),
    "list": _read_listing,
    "figure": _read_figure,
}


def _read_facts(one: Json) -> Facts:
    corrections = tuple(
        Correction(each["text"], datetime.fromisoformat(each["at"])) for each in one["corrections"]
    )
    return Facts(
        **one
        | {
            "corrections": corrections,
            "first_published_at": datetime.fromisoformat(one["first_published_at"]),
            "published_at": datetime.fromisoformat(one["published_at"]),
        }
    )


def _read_picture(one: Json) -> Picture:
    sizes = tuple(Size(**size) for size in one["sizes"])
    return Picture(
        one["photo"],
        sizes,
        one["copyright"],
        one.get("label", ""),
        one.get("source_type", ""),
        Licence(**one.get("licence", {})),
    )

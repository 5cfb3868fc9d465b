"""Slugs: one proposed from a headline, and the first that is still free today."""

import re
from collections.abc import Container
from itertools import chain, count
from unicodedata import normalize

from sqlalchemy import select

from newsroom.db import db, now
from newsroom.stories.models import Story

FORM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LENGTH = 80
LOOKED_AT = 1_000
"""Characters of a headline; putting the marks of a pasted megabyte in order would take minutes."""
LIGHT = frozenset(
    """
    a after against an and as at before but by for from in into is it its of on or over report says
    the to was wants were with
    """.split()  # noqa: SIM905 - thirty quoted words would hide what the list says
)
"""Words that a slug leaves out."""


def is_slug(text: str) -> bool:
    return len(text) <= LENGTH and FORM.fullmatch(text) is not None


def slug_of(headline: str, words: int = 5) -> str:
    """A slug proposed from a headline: its first words of weight, in plain letters."""
    plain = normalize("NFKD", headline[:LOOKED_AT]).encode("ascii", "ignore").decode().lower()
    heavy = [w for w in re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain)) if w not in LIGHT]
    return "-".join(heavy[:words])[:LENGTH].strip("-")


def free_slug(slug: str) -> str:
    """The slug, or the first of slug-2, slug-3 … that no story of today has."""
    stem = slug[: LENGTH - 4].rstrip("-")
    today = select(Story.slug).where(Story.slug_day == now().date(), Story.slug.startswith(stem))
    return first_free(slug, set(db.session.scalars(today)), stem)


def first_free(name: str, taken: Container[str], stem: str = "") -> str:
    """The name, or where it is taken the first free of name-2, name-3 …, made of the stem if given."""
    numbered = (f"{stem or name}-{number}" for number in count(2))
    return next(one for one in chain([name], numbered) if one not in taken)

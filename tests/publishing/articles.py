"""A frozen article in words of a fictional paper, for the tests of forms."""

from dataclasses import replace
from datetime import UTC, datetime

from newsroom.photos.rights.licences import Licence
from newsroom.publishing.article import Correction, Facts, FrozenArticle, Picture, Size, freeze
from newsroom.publishing.site import Site
from tests.stories.samples import block, figure, story, text

NOON = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
SITE = Site("The Harbour Gazette", "https://gazette.test")

FACTS = Facts(
    story=7,
    version=12,
    edition=1,
    path="2026/11/03/ferry-halted",
    copy_version=11,
    captions_version=12,
    first_published_at=NOON,
    published_at=NOON,
)

QUAY = Picture(
    photo=3,
    sizes=(
        Size("large", 2048, 1365, "image/jpeg", 400_000, "aaaaaaaaaaaa"),
        Size("medium", 1200, 800, "image/jpeg", 150_000, "bbbbbbbbbbbb"),
        Size("social", 1200, 630, "image/jpeg", 120_000, "cccccccccccc"),
        Size("thumb", 400, 267, "image/jpeg", 20_000, "dddddddddddd"),
    ),
    copyright="© 2026 Mara Ellis",
)

BY = "https://creativecommons.org/licenses/by/4.0/"
COMMONS = Licence("CC BY 4.0", BY, "Wikimedia Commons", "https://commons.example/quay?a&b")
AI = "trainedAlgorithmicMedia"
MADE = replace(QUAY, label="Picture made with AI", source_type=AI, licence=COMMONS)
"""Made by a machine, and free under a public licence."""

CREDITED = {"creator": "Mara Ellis", "credit": "Harbour Pictures", "alt": "An empty quay at dusk"}

PLAIN = (
    figure("The quay on Tuesday evening.", 3, **CREDITED),
    block("paragraph", "The last boat left at noon."),
    block("paragraph", "Nobody expects another before Friday."),
)


def article(*body, facts=FACTS, pictures=None, **heads) -> FrozenArticle:
    node = story(*(body or PLAIN), **{"credit_line": "With reporting by Coastal Wire", **heads})
    return freeze(node, facts, {3: QUAY} if pictures is None else pictures)


def corrected() -> FrozenArticle:
    later = datetime(2026, 11, 4, 9, 30, tzinfo=UTC)
    note = Correction("The boat left at noon, not at one.", later)
    return article(facts=replace(FACTS, edition=2, published_at=later, corrections=(note,)))


def marked(words: str, *marks: str, href: str = "") -> dict:
    made = [{"type": mark} for mark in marks]
    if href:
        made.append({"type": "link", "attrs": {"href": href}})
    return {"type": "paragraph", "content": [text(words, *made)]}

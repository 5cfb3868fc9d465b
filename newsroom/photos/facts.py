"""What a photo says of itself: who made it, whom to credit, what it shows, how it may be used."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime

LIMITS = {
    "creator": 200,
    "credit": 200,
    "caption": 4000,
    "alt": 1000,
    "headline": 300,
    "copyright": 500,
    "usage_terms": 2000,
    "source": 200,
    "instructions": 2000,
    "people": 1000,
    "place": 1000,
    "event": 300,
    "title": 300,
    "keywords": 2000,
    "extended_alt": 2000,
}
"""Characters that are kept of each; those that renditions carry fit a JPEG's XMP block of 64 KB."""

LISTS = frozenset({"people", "place", "keywords"})
"""Those that hold one thing on each line."""

PARAGRAPHS = LISTS | {"caption", "alt", "usage_terms", "instructions", "extended_alt"}
"""Those that may run over several lines."""

LABELS = {
    "creator": "Creator",
    "credit": "Credit line",
    "caption": "Caption",
    "alt": "Alt text",
    "headline": "Headline",
    "copyright": "Copyright",
    "usage_terms": "Usage terms",
    "source": "Source",
    "instructions": "Instructions",
    "people": "People shown",
    "place": "Place shown",
    "event": "Event",
    "title": "Title",
    "keywords": "Keywords",
    "extended_alt": "Extended description",
}

NEEDED = ("creator", "credit", "caption", "alt")
"""Without these a photo cannot pass the caption check."""


@dataclass(frozen=True)
class Words:
    """The facts that people may set right; the names are those of the IPTC photo standard."""

    creator: str = ""
    credit: str = ""
    caption: str = ""
    alt: str = ""
    headline: str = ""
    copyright: str = ""
    usage_terms: str = ""
    source: str = ""
    instructions: str = ""
    people: str = ""
    place: str = ""
    event: str = ""
    title: str = ""
    keywords: str = ""
    extended_alt: str = ""

    def missing(self) -> tuple[str, ...]:
        """The needed ones that are empty, by name."""
        return tuple(name for name in NEEDED if not getattr(self, name).strip())


WORDS = tuple(one.name for one in fields(Words))


@dataclass(frozen=True)
class Place:
    """Where something is, from the small to the large."""

    sublocation: str = ""
    city: str = ""
    state: str = ""
    country: str = ""
    code: str = ""

    @property
    def in_words(self) -> str:
        """One line; the country by its code where its name is not given."""
        parts = (self.sublocation, self.city, self.state, self.country or self.code)
        return ", ".join(filter(None, parts))


@dataclass(frozen=True)
class Licensor:
    """Who sells the right to use the picture, and where."""

    name: str = ""
    url: str = ""


@dataclass(frozen=True)
class Details:
    """What the file says beside its words; kept and shown as it was read."""

    shown: tuple[Place, ...] = ()
    created: tuple[Place, ...] = ()
    """Where the camera stood."""
    data_mining: str = ""
    """The PLUS term for whether machines may learn from the picture."""
    web_statement: str = ""
    """The address of the terms of its licence."""
    licensors: tuple[Licensor, ...] = ()
    copyright_owners: tuple[str, ...] = ()
    job: str = ""
    """The agency's number of the assignment."""
    creator_title: str = ""
    caption_writer: str = ""
    provenance: str = ""
    """Where its content credentials are kept, if not in the file."""

    def as_json(self) -> str:
        """Without what is empty."""
        full = {name: value for name, value in asdict(self).items() if value}
        return json.dumps(full, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Details:
        read = json.loads(text)
        return cls(
            shown=tuple(Place(**one) for one in read.pop("shown", ())),
            created=tuple(Place(**one) for one in read.pop("created", ())),
            licensors=tuple(Licensor(**one) for one in read.pop("licensors", ())),
            copyright_owners=tuple(read.pop("copyright_owners", ())),
            **read,
        )


@dataclass(frozen=True)
class PhotoFacts:
    """All that was read from one file; `notes` are sentences on what was doubtful in it.

    `orientation` is EXIF's, 1 to 8: 1 is upright as stored, from 5 on width and height change places.
    """

    words: Words = field(default_factory=Words)
    taken_at: datetime | None = None
    digital_source: str = ""
    orientation: int = 1
    notes: tuple[str, ...] = ()
    details: Details = field(default_factory=Details)

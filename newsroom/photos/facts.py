"""What a photo says of itself: who made it, whom to credit, what it shows, how it may be used."""

from dataclasses import dataclass, field, fields
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
}
"""Characters that are kept of each; together they still fit the 64 KB of a JPEG's XMP block."""

PARAGRAPHS = frozenset({"caption", "alt", "usage_terms", "instructions"})
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
}

NEEDED = ("creator", "credit", "caption", "alt")
"""Without these a photo cannot pass the caption check."""

MADE_BY_MACHINE = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia")
"""IPTC digital source types that a reader must be told of."""


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

    def missing(self) -> tuple[str, ...]:
        """The needed ones that are empty, by name."""
        return tuple(name for name in NEEDED if not getattr(self, name).strip())


WORDS = tuple(one.name for one in fields(Words))


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


def made_by_machine(digital_source: str) -> bool:
    """Whether a digital source type says that a trained model made the picture, or parts of it."""
    return digital_source.strip().rstrip("/").rpartition("/")[2] in MADE_BY_MACHINE

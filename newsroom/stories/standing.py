"""Everything the guards ask about a story, gathered once; no database, no request."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from newsroom.photos.rights.terms import Terms
from newsroom.roles import Actor
from newsroom.stories.states import State
from newsroom.stories.suggestions import Suggestion
from newsroom.stories.summary import Summary
from newsroom.stories.wire_use import WireUse


@dataclass(frozen=True)
class OpenFinding:
    """A finding nobody has decided on yet."""

    id: int
    check: str
    words: str
    sentence: str
    in_caption: bool
    blocking: bool


@dataclass(frozen=True)
class MustFix:
    """An open talk about something that must be fixed before copy is passed."""

    thread: int
    by: str
    """Who began it."""
    words: str
    """What it is about; empty where that is the whole story."""


@dataclass(frozen=True)
class Reading:
    """What a check has read of the story."""

    check: str
    """Its name as people say it: house style, attribution."""
    version: int | None
    """The version it has read last; None before the first."""
    failure: str | None
    """Why it could not read it, in words, where it gave up."""


@dataclass(frozen=True)
class Approved:
    """One approval, as it stands."""

    version: int
    by: str
    lapsed_by: str | None = None
    lapsed_at: datetime | None = None
    why: str | None = None

    @property
    def holds(self) -> bool:
        return self.lapsed_at is None


@dataclass(frozen=True)
class PhotoFacts:
    """What the library knows of a photo in the story."""

    ready: bool
    failure: str | None = None
    credentials_read: bool = True
    """Whether the worker has read who signed it and how it was made."""
    flag: str = ""
    """Why a person must decide whether it may run: "was made by a machine"."""
    allowed: bool = False
    refusal: str = ""
    """The photo desk's reason, where it refused the picture."""
    terms: Terms = field(default_factory=Terms)
    """By which right it runs; by none where nobody has said."""


@dataclass(frozen=True)
class Standing:
    """A story as its guards see it."""

    state: State
    version: int
    slug: str
    desk_id: int
    summary: Summary
    now: datetime
    reporters: frozenset[int] = frozenset()
    writers: dict[int, int] = field(default_factory=dict)
    """Person to how much they have written, in units of text."""
    self_pass: bool = False
    """Whether the desk lets an editor pass copy they wrote."""
    findings: tuple[OpenFinding, ...] = ()
    must_fix: tuple[MustFix, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    """Those nobody has accepted or rejected yet."""
    readings: tuple[Reading, ...] = ()
    copy: Approved | None = None
    captions: Approved | None = None
    photos: dict[int, PhotoFacts] = field(default_factory=dict)
    zone: tzinfo = UTC
    """The newsroom's: rights end with one of its days."""
    countries: frozenset[str] = frozenset()
    """Where the paper appears, in small letters; empty: everywhere."""
    waiver: str | None = None
    """Why the story runs without a picture."""
    planned_at: datetime | None = None
    scheduled_for: datetime | None = None
    live: bool = False
    """Whether an article of this story is on the site."""
    spiked_from: State | None = None
    wire: tuple[WireUse, ...] = ()
    """The agency copy that it has words of."""


@dataclass(frozen=True)
class Given:
    """What the person hands over with a move."""

    note: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Refusal:
    """Why a move cannot be made: a sentence, and the place that would change it."""

    sentence: str
    place: str = ""
    """An anchor on the story page: `headline`, `finding-12`, `figure-1`, `plan`."""
    lacks: str = ""
    """In a word or two what the captions lack, for their queue; empty where it lists nothing."""


def wrote(standing: Standing, actor: Actor) -> bool:
    """Whether the person is a reporter of the story or wrote more than half of it."""
    if actor.id is None:
        return False
    total = sum(standing.writers.values())
    share = standing.writers.get(actor.id, 0)
    return actor.id in standing.reporters or (total > 0 and share * 2 > total)

"""Running the checks on a story: read outside any lock, then recorded in one short transaction."""

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from sqlalchemy import select

from newsroom.db import db, locked_row, now, transaction
from newsroom.housestyle.in_force import HouseStyle
from newsroom.housestyle.queries import in_force_on_desks, today
from newsroom.notifications.live import announce
from newsroom.photos.captions.levels import Levels as CaptionLevels
from newsroom.photos.desk_captions import levels_on_desks as caption_levels_on_desks
from newsroom.settings import current_settings
from newsroom.stories import (
    caption_photos,
    captioning,
    carrying,
    check_queue,
    checks,
    comments,
    documents,
    queries,
    reuse,
    reuse_links,
)
from newsroom.stories.checks import ATTRIBUTION, CAPTIONS, HOUSE_STYLE, REUSE
from newsroom.stories.found import Found
from newsroom.stories.models import CheckReading, Story
from newsroom.stories.own_copy import OwnArchive, own_copy
from newsroom.stories.own_index import own_index
from newsroom.stories.own_stories import earlier
from newsroom.stories.passages import blocks
from newsroom.stories.references import references
from newsroom.stories.summary import photos_in, summarise
from newsroom.wire.desk_standards import levels_on_desks
from newsroom.wire.queries import live_registry
from newsroom.wire.registry import Registry
from newsroom.wire.reuse_index import reuse_index
from newsroom.wire.reuse_sources import sources
from newsroom.wire.standards.levels import Levels

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 5
MOST_FINDINGS = 2_000
"""Of one check; far more than in any story, and recording them holds up whoever writes in it."""


@dataclass(frozen=True)
class Examined:
    """What one check said of one version, or why it could not."""

    check: str
    reference: int
    found: tuple[Found, ...] = ()
    failure: str | None = None


@dataclass(frozen=True)
class Examination:
    story_id: int
    version: int
    results: tuple[Examined, ...]
    photos: caption_photos.Revisions = field(default_factory=dict)
    """Those that the caption check read with it."""

    @property
    def read_captions(self) -> bool:
        return any(one.check == CAPTIONS and not one.failure for one in self.results)


def check(story_id: int) -> None:
    """Read the newest version and keep what was found; opens its own transaction for that."""
    examination = examine(story_id)
    if examination is not None:
        with transaction():
            record(examination)


def examine(story_id: int) -> Examination | None:
    """Read the newest version with every check; None where the story is gone."""
    story = db.session.get(Story, story_id)
    return None if story is None else examine_with(story, checks.SAID_AS, rules())


@dataclass(frozen=True)
class Rules:
    """What stories are held against, as it is in force: asked once for as many as are read."""

    versions: Mapping[str, int]
    style: Callable[[int | None], HouseStyle]
    registry: Registry
    copy: reuse.AgencyCopy
    archive: OwnArchive
    levels: Callable[[int], Levels]
    caption_levels: Callable[[int], CaptionLevels]


def rules() -> Rules:
    # The versions first: what changes meanwhile is read with something newer, and read again.
    registry = live_registry()
    copy = reuse.AgencyCopy(
        reuse_index().check, sources, registry, today(), current_settings().countries
    )
    archive = OwnArchive(own_index().check, earlier)
    return Rules(
        references(),
        in_force_on_desks(),
        registry,
        copy,
        archive,
        levels_on_desks(),
        caption_levels_on_desks(),
    )


def examine_with(story: Story, asked: Collection[str], rules: Rules) -> Examination:
    """Read the newest version with the checks that are asked for."""
    node = documents.current(story.id, story.version)
    read, summary = blocks(node), summarise(node)
    credit_at = node.content.size - node.children[-1].node_size + 1
    levels = rules.levels(story.desk_id)
    copied = cache(lambda: reuse.pieces(read, rules.copy))
    style = cache(lambda: rules.style(story.desk_id))
    photos = caption_photos.photos(photos_in(summary)) if CAPTIONS in asked else {}
    runs = {
        HOUSE_STYLE: lambda: checks.house_style(read, style()),
        ATTRIBUTION: lambda: checks.attribution(
            read, summary, credit_at, rules.registry, levels, _shares(copied)
        ),
        REUSE: lambda: [
            *reuse.reuse(copied(), summary.credit_line, credit_at, rules.copy, levels),
            *own_copy(read, copied(), story.id, rules.archive),
        ],
        CAPTIONS: lambda: captioning.captions(
            read,
            summary,
            {
                n: captioning.in_house_style(caption_photos.says(one), style())
                for n, one in photos.items()
            },
            caption_photos.whose(summary.figures, photos),
            story.slug_day,
            rules.caption_levels(story.desk_id),
        ),
    }
    return Examination(
        story.id,
        story.version,
        tuple(_run(name, rules.versions[name], run) for name, run in runs.items() if name in asked),
        {number: one.revision for number, one in photos.items()},
    )


def _shares(copied: Callable[[], Sequence[reuse.Piece]]) -> Mapping[str, float]:
    try:
        return reuse.shares_of(copied())
    except Exception:
        # Told by the check of agency copy; the sources are read all the same.
        log.exception("agency copy could not be looked for")
        return {}


def _run(name: str, reference: int, run: Callable[[], Sequence[Found]]) -> Examined:
    try:
        found = tuple(run())
    except Exception as error:
        # One broken check must not keep the other from reading; its gate stays shut and says so.
        log.exception("%s failed", name)
        return Examined(name, reference, failure=type(error).__name__)
    if len(found) > MOST_FINDINGS:
        return Examined(name, reference, failure=f"More than {MOST_FINDINGS:,} findings")
    return Examined(name, reference, found)


def record(examination: Examination) -> None:
    """Keep what was found; of two runs that end out of order the newer version stands."""
    story = locked_row(select(Story).where(Story.id == examination.story_id))
    if story is None:
        return
    rows = {row.check: row for row in queries.readings(story.id)}
    for examined in examination.results:
        _record_one(story, examination.version, examined, rows)
    if any(one.check == REUSE and not one.failure for one in examination.results):
        reuse_links.follow(story)
    if examination.read_captions and rows[CAPTIONS].version == examination.version:
        caption_photos.keep({story.id: examination.photos})
    comments.follow(story, examination.version)
    _settle_queue(story, examination, rows)
    announce("panel", story=story.id)
    announce("board", desk=story.desk_id)


def _record_one(
    story: Story, version: int, examined: Examined, rows: dict[str, CheckReading]
) -> None:
    row = rows.get(examined.check)
    if row is None:
        row = CheckReading(story_id=story.id, check=examined.check, attempts=0)
        rows[examined.check] = row
        db.session.add(row)
    newest = (row.version or 0, row.reference or 0)
    if row.version is not None and newest > (version, examined.reference):
        return
    row.read_at, row.failure = now(), None
    if examined.failure:
        row.attempts = row.attempts + 1 if row.reference == examined.reference else 1
        row.reference = examined.reference
        row.failure = f"{examined.failure}. {_what_follows(row.attempts)}"
        return
    row.version, row.reference, row.attempts = version, examined.reference, 0
    carrying.carry(story, version, examined.check, examined.found)


def _what_follows(attempts: int) -> str:
    if attempts < MOST_ATTEMPTS:
        return "It will be tried again."
    return f"It was tried {attempts} times; the next edit lets it try once more."


def _settle_queue(story: Story, examination: Examination, rows: dict[str, CheckReading]) -> None:
    """Not queued any more, unless what was read is out of date or a check is to be tried again."""
    story.checks_queued_at = None
    in_force = references()
    outdated = any(one.reference < in_force[one.check] for one in examination.results)
    if outdated or story.version > examination.version:
        check_queue.put(story)
    elif any(
        one.failure and rows[one.check].attempts < MOST_ATTEMPTS for one in examination.results
    ):
        story.checks_queued_at = now()  # beat sends it again: a back-off of its period

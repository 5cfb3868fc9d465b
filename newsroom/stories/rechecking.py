"""Reading every story on its way again after the lexicon or the outlets changed, batch by batch.

A story's readings say with what it was read: a batch takes those that were read with something
older, so that it can be sent twice, and one that died is found by the next.
"""

import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, func, not_, select, update

from newsroom.db import db, now, transaction
from newsroom.jobs import Job, enqueue
from newsroom.notifications.live import announce
from newsroom.stories import caption_photos, carrying, checking, documents
from newsroom.stories.check_queue import ON_THEIR_WAY
from newsroom.stories.checking import Examination, Examined, Rules
from newsroom.stories.found import Found
from newsroom.stories.models import CheckReading, Finding, Story
from newsroom.stories.references import references

log = logging.getLogger(__name__)

AT_ONCE = 100
"""Stories in one transaction: who writes in one of them waits no longer than for these."""


@dataclass(frozen=True)
class Progress:
    """How many of the stories on their way were read with what is in force."""

    read: int
    all: int


def progress() -> Progress:
    wanted = select(func.count(), func.count().filter(_is_read())).select_from(Story)
    every, read = db.session.execute(wanted.where(ON_THEIR_WAY)).one()
    return Progress(read, every)


def some(after: int) -> None:
    """Read the next batch behind that story, and put the rest in line; opens its own transaction."""
    stories = db.session.scalars(
        select(Story)
        .where(ON_THEIR_WAY, Story.id > after, not_(_is_read()))
        .order_by(Story.id)
        .limit(AT_ONCE)
    ).all()
    if not stories:
        return
    rules, rows = checking.rules(), _readings([story.id for story in stories])
    documents.read_ahead(stories)
    seen = [one for story in stories if (one := _examined(story, rows, rules))]
    last = stories[-1].id
    db.session.expunge_all()
    with transaction():
        _record(seen)
        announce("task")
        enqueue(Job.STORIES_RECHECK_SOME, last)


def _examined(
    story: Story, rows: Mapping[tuple[int, str], CheckReading], rules: Rules
) -> Examination | None:
    try:
        return checking.examine_with(story, _due(story, rows, rules.versions), rules)
    except Exception:
        # One story that cannot be read must not keep all behind it from being read.
        log.exception("story %s could not be read again", story.id)
        return None


def _is_read() -> ColumnElement[bool]:
    """Whether each check has read the story, of whatever version, with what is in force."""
    return and_(
        *(
            exists().where(
                CheckReading.story_id == Story.id,
                CheckReading.check == check,
                CheckReading.reference == reference,
            )
            for check, reference in references().items()
        )
    )


def _readings(ids: Collection[int]) -> dict[tuple[int, str], CheckReading]:
    found = db.session.scalars(select(CheckReading).where(CheckReading.story_id.in_(ids)))
    return {(row.story_id, row.check): row for row in found}


def _due(
    story: Story, rows: Mapping[tuple[int, str], CheckReading], in_force: Mapping[str, int]
) -> list[str]:
    """The checks that have not read this version with what is in force."""
    wanted = []
    for check, reference in in_force.items():
        row = rows.get((story.id, check))
        if row is None or (row.version, row.reference) != (story.version, reference):
            wanted.append(check)
    return wanted


def _record(seen: Sequence[Examination]) -> None:
    """Most stories say the same as before: of these only the reading is noted, all at once."""
    ids = [one.story_id for one in seen]
    wanted = select(Story).where(Story.id.in_(ids)).order_by(Story.id).with_for_update()
    versions = {story.id: story.version for story in db.session.scalars(wanted)}
    rows, kept = _readings(ids), _kept(ids)
    same: dict[tuple[str, int], list[int]] = {}
    photos: dict[int, caption_photos.Revisions] = {}
    for one in seen:
        if versions.get(one.story_id) == one.version and _says_the_same(one, rows, kept):
            for result in one.results:
                same.setdefault((result.check, result.reference), []).append(one.story_id)
            if one.read_captions:
                photos[one.story_id] = one.photos
            announce("panel", story=one.story_id)
        else:
            checking.record(one)
    caption_photos.keep(photos)
    for (check, reference), of_stories in same.items():
        db.session.execute(
            update(CheckReading)
            .where(CheckReading.check == check, CheckReading.story_id.in_(of_stories))
            .values(reference=reference, read_at=now(), failure=None, attempts=0)
        )


Places = frozenset[tuple[str, int, int, str, str | None, str, str]]


def _kept(ids: Collection[int]) -> dict[tuple[int, str], list[Finding]]:
    found: dict[tuple[int, str], list[Finding]] = {}
    carried = Finding.status.in_(carrying.CARRIED)
    for row in db.session.scalars(select(Finding).where(Finding.story_id.in_(ids), carried)):
        found.setdefault((row.story_id, row.check), []).append(row)
    return found


def _says_the_same(
    one: Examination,
    rows: Mapping[tuple[int, str], CheckReading],
    kept: Mapping[tuple[int, str], Sequence[Finding]],
) -> bool:
    return all(
        _is_as_before(one, result, rows.get((one.story_id, result.check)), kept)
        for result in one.results
    )


def _is_as_before(
    one: Examination,
    result: Examined,
    row: CheckReading | None,
    kept: Mapping[tuple[int, str], Sequence[Finding]],
) -> bool:
    if result.failure or row is None or row.version != one.version or row.failure:
        return False
    findings = kept.get((one.story_id, result.check), ())
    if any(finding.version != one.version for finding in findings):
        return False
    return _places(findings) == _places(result.found)


def _places(found: Sequence[Finding] | Sequence[Found]) -> Places:
    return frozenset(
        (one.rule, one.start, one.end, one.words, one.suggestion, one.kind, one.severity)
        for one in found
    )

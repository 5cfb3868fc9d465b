"""What keeps the captions of many stories from being passed: the gate's own guards, asked at once."""

from collections import defaultdict
from collections.abc import Collection
from zoneinfo import ZoneInfo

from newsroom.db import now
from newsroom.roles import machine
from newsroom.settings import current_settings
from newsroom.stories import documents, guards
from newsroom.stories.facts import as_reading
from newsroom.stories.models import Story
from newsroom.stories.photo_facts import photo_facts
from newsroom.stories.references import readings_of
from newsroom.stories.standing import Given, Reading, Standing
from newsroom.stories.suggestions import listed
from newsroom.stories.summary import photos_in, summarise
from newsroom.stories.workflow import CAPTION_GUARDS

NOBODY = machine("the caption queue")
"""Who asks makes no difference to these guards."""
WHOLE_STORY = 0
"""In the place of a figure's number, of what no single figure would mend."""

GUARDS = tuple(one for one in CAPTION_GUARDS if one is not guards.no_open_finding_in_captions)
"""All that the move asks, but the findings: those the queue counts figure by figure."""


def of_stories(stories: Collection[Story]) -> dict[int, Standing]:
    """By story, as far as captions go; in a few questions for all of them."""
    settings = current_settings()
    read = {one.id: documents.current(one.id, one.version) for one in stories}
    summaries = {number: summarise(document) for number, document in read.items()}
    photos = photo_facts({photo for one in summaries.values() for photo in photos_in(one)})
    readings = _readings(read)
    return {
        one.id: Standing(
            state=one.stands,
            version=one.version,
            slug=one.slug,
            desk_id=one.desk_id,
            summary=summaries[one.id],
            now=now(),
            suggestions=tuple(listed(read[one.id])),
            readings=tuple(readings[one.id]),
            photos=photos,
            zone=ZoneInfo(settings.timezone),
            countries=settings.countries,
            waiver=one.photo_waiver,
            planned_at=one.planned_at,
            scheduled_for=one.scheduled_for,
        )
        for one in stories
    }


def lacking(standing: Standing) -> dict[int, list[str]]:
    """By figure, and for the whole story, in a word or two each what the gate would refuse."""
    given = Given()
    found: dict[int, list[str]] = defaultdict(list)
    places = {f"figure-{one.number}": one.number for one in standing.summary.figures}
    for guard in GUARDS:
        for refusal in guard(standing, NOBODY, given):
            found[places.get(refusal.place, WHOLE_STORY)].append(refusal.lacks)
    return found


def _readings(story_ids: Collection[int]) -> dict[int, list[Reading]]:
    found: dict[int, list[Reading]] = defaultdict(list)
    for row, fresh in readings_of(story_ids):
        found[row.story_id].append(as_reading(row, fresh=fresh))
    return found

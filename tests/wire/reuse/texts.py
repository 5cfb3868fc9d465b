"""Invented agency copy that the tests hold stories against."""

from datetime import UTC, datetime

from newsroom.wire.reuse.model import Copy

FERRY = (
    (
        "The night ferry between Vessel Point and Ardmouth ran aground on a sandbank early on Tuesday, "
        "and all 214 passengers were brought ashore in lifeboats before sunrise, the coastguard said."
    ),
    (
        "Divers found no hole in the hull, but the harbor authority closed the channel to freighters "
        "until a survey of the shifting sands has been finalized later this month."
    ),
    (
        "Seven percent of the crews that work the crossing had warned of the sandbank since January, "
        "according to a letter from their union that was shown to reporters."
    ),
)
HARVEST = (
    (
        "Olive growers in the hills above Marenza expect their smallest harvest in thirty years after "
        "a spring frost was followed by four months without any measurable rain."
    ),
    (
        "Presses that usually run through December will close before the first week of November, the "
        "growers' cooperative announced, and oil from last year already costs twice as much."
    ),
)
OWN = (
    (
        "Our correspondent walked the quay at dawn and spoke to families who were still wrapped in "
        "blankets, waiting for somebody to tell them when the buses would come."
    ),
    "None of them had been told why the captain chose the inner channel.",
)


def copy(id_: str, paragraphs=FERRY, family: str = "", day: int = 1) -> Copy:
    return Copy(id_, tuple(paragraphs), family, datetime(2026, 3, day, tzinfo=UTC))


def story(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)

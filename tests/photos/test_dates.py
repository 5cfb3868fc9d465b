"""When a picture was taken, however it is written down."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newsroom.photos import metadata
from newsroom.photos.formats import judge
from newsroom.photos.metadata.dates import moment
from tests.photos import pictures

ATHENS = ZoneInfo("Europe/Athens")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-03T08:15:30+02:00", datetime(2026, 11, 3, 6, 15, 30, tzinfo=UTC)),
        ("2026-11-03T08:15:30.250Z", datetime(2026, 11, 3, 8, 15, 30, tzinfo=UTC)),
        ("2026-11-03T08:15", datetime(2026, 11, 3, 6, 15, tzinfo=UTC)),
        ("2026:11:03 08:15:30", datetime(2026, 11, 3, 6, 15, 30, tzinfo=UTC)),
        ("2026:07:03 08:15:30", datetime(2026, 7, 3, 5, 15, 30, tzinfo=UTC)),
        ("2026:11:03 08:15:30-05:00", datetime(2026, 11, 3, 13, 15, 30, tzinfo=UTC)),
        ("20261103 081530+0100", datetime(2026, 11, 3, 7, 15, 30, tzinfo=UTC)),
        ("20261103", datetime(2026, 11, 2, 22, 0, tzinfo=UTC)),
        ("2026-11-03", datetime(2026, 11, 2, 22, 0, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read_in_its_own_zone_or_in_the_newsrooms(text, expected):
    assert moment(text, ATHENS) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-11",
        "0000:00:00 00:00:00",
        "20260000",
        "yesterday",
        "2026-02-30",
        "9999-12-31T23:59:59-23:59",
        "2026-11-03T08:15:30+99:00",
        "2026-11-03T25:00",
    ],
)
def test_what_is_no_day_is_no_moment(text):
    assert moment(text, ATHENS) is None


def test_the_iim_date_and_time_are_read_together():
    block = pictures.iim((2, 55, b"20261103"), (2, 60, b"081530+0200"))
    picture = judge(pictures.with_iim(pictures.jpeg(), block))
    assert metadata.read(picture.blocks, ATHENS).taken_at == datetime(
        2026, 11, 3, 6, 15, 30, tzinfo=UTC
    )


def test_the_cameras_clock_counts_where_nothing_else_is_said():
    block = pictures.exif(DateTimeOriginal="2026:11:03 08:15:30", OffsetTimeOriginal="+01:00")
    picture = judge(pictures.jpeg(exif=block))
    assert metadata.read(picture.blocks, ATHENS).taken_at == datetime(
        2026, 11, 3, 7, 15, 30, tzinfo=UTC
    )

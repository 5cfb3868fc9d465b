"""Times that a column can hold: aware, and within the calendar of both databases."""

from datetime import UTC, datetime

EARLIEST, LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
"""Outside of these an agency's time is a slip of its system."""


def kept(moment: datetime | None) -> datetime | None:
    """The moment in UTC; a time without a zone is read as UTC, and one of no use is none."""
    if moment is None:
        return None
    try:
        utc = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (OverflowError, ValueError):
        return None
    return utc if EARLIEST <= utc <= LATEST else None

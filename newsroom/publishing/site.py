"""The paper as its articles name it: what it is called, where it stands, which clock it keeps."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo


@dataclass(frozen=True)
class Site:
    name: str
    url: str
    """Without a slash at its end; every address that leaves the site begins with it."""
    zone: tzinfo = UTC

    def day(self, moment: datetime) -> str:
        return f"{moment.astimezone(self.zone):%-d %B %Y}"

    def weekday(self, moment: datetime) -> str:
        return f"{moment.astimezone(self.zone):%A %-d %B %Y}"

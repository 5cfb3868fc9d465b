"""The channels: where articles, and the photos in them, go."""

from enum import StrEnum


class Channel(StrEnum):
    """Where articles go."""

    SITE = "site"
    FEED = "feed"
    SYNDICATION = "syndication"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Channel.SITE: "The site",
    Channel.FEED: "The site’s feed",
    Channel.SYNDICATION: "The syndication feed",
}

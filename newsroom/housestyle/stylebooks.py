"""The stylebooks: whose spelling a text is printed in, and which channel prints in which."""

from enum import StrEnum

from newsroom.channels import Channel

__all__ = ["OTHERS", "PRINTS_IN", "Channel", "Stylebook"]


class Stylebook(StrEnum):
    """Each prefers one spelling of a concept; where it names none, it writes as the house does."""

    HOUSE = "house"
    GENERAL = "general"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Stylebook.HOUSE: "House",
    Stylebook.GENERAL: "General English",
}


PRINTS_IN = {
    Channel.SITE: Stylebook.HOUSE,
    Channel.FEED: Stylebook.HOUSE,
    Channel.SYNDICATION: Stylebook.GENERAL,
}
"""Stories are written and checked in the stylebook of the site."""

OTHERS = tuple(book for book in Stylebook if book is not Stylebook.HOUSE)
"""Those that an entry may name a spelling of their own for."""

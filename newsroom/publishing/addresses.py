"""Where things of the paper stand on the web."""

from datetime import date

from newsroom.publishing.article import Picture, Size

FRONT = "/paper"
FEED = f"{FRONT}/feed.xml"
SYNDICATION = f"{FRONT}/syndication.xml"


def path_of(day: date, slug: str) -> str:
    """An article's own part of its address: the day it was first published, and its slug."""
    return f"{day:%Y/%m/%d}/{slug}"


def article(path: str) -> str:
    return f"{FRONT}/{path}"


def desk(slug: str) -> str:
    return f"{FRONT}/desks/{slug}"


def rendition(picture: Picture, size: Size) -> str:
    return f"{FRONT}/photos/{picture.photo}/{size.name}?v={size.tag}"

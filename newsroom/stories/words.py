"""What people type beside a story, made fit to be kept: notes, reasons, corrections, wordings."""

from newsroom.errors import Invalid
from newsroom.stories.values import FORBIDDEN


def kept(text: str) -> str:
    """Without blanks around it, and without what a database, a page or a feed cannot hold."""
    return FORBIDDEN.sub("", text.replace("\r\n", "\n")).strip()


def within(text: str, what: str, most: int) -> str:
    """The same of something that must say something; raises Invalid where it is empty or too long."""
    cleaned = kept(text)
    if not 0 < len(cleaned) <= most:
        raise Invalid(f"{what} has between 1 and {most:,} characters.")
    return cleaned


def short(text: str, length: int) -> str:
    """The beginning of it, where it is longer than that."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"

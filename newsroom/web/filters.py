"""How values read on a page: times, counts, names."""

from datetime import datetime

from flask import Flask
from markupsafe import Markup, escape

from newsroom.clock import local
from newsroom.db import now
from newsroom.settings import Settings

MINUTE, HOUR, DAY = 60, 3600, 86400

STEPS: tuple[tuple[int, int, str], ...] = (
    (HOUR, MINUTE, "min"),
    (DAY, HOUR, "h"),
    (14 * DAY, DAY, "d"),
)
"""Below how many seconds, counted in what, called what."""


def install(app: Flask, settings: Settings) -> None:
    app.jinja_env.filters.update(
        ago=ago, said=said, until=until, due=due, when=when, clock=clock, day=day
    )
    app.jinja_env.globals.update(settings=settings, now=now)


def span(seconds: float) -> str:
    """A length of time as people say it: "4 min", "3 h", "2 d"."""
    for below, unit, word in STEPS:
        if seconds < below:
            return f"{int(seconds // unit)} {word}"
    return f"{int(seconds // DAY)} d"


def ago_words(moment: datetime, at: datetime) -> str:
    seconds = (at - moment).total_seconds()
    if seconds < 0:
        return until_words(moment, at)
    return "just now" if seconds < MINUTE else f"{span(seconds)} ago"


def until_words(moment: datetime, at: datetime) -> str:
    seconds = (moment - at).total_seconds()
    if seconds < 0:
        late = span(-seconds)
        return "due now" if -seconds < MINUTE else f"{late} late"
    return "due now" if seconds < MINUTE else f"in {span(seconds)}"


def due_words(moment: datetime, at: datetime) -> str:
    words = until_words(moment, at)
    return f"due {words}" if words.startswith("in ") else words


def _time(moment: datetime, words: str, way: str | None = None) -> Markup:
    """`way`: how the page keeps the words true while time passes, where they need it."""
    exact = local(moment).strftime("%A %-d %B %Y, %H:%M %Z")
    relative = f' data-relative="{way}"' if way else ""
    # By hand, for lists show a hundred of them: only the words could hold a sign of HTML.
    return Markup(  # noqa: S704
        f'<time datetime="{moment.isoformat(timespec="seconds")}" title="{exact}"{relative}>'
        f"{escape(words)}</time>"
    )


def ago(moment: datetime | None) -> Markup:
    return Markup("") if moment is None else _time(moment, ago_words(moment, now()), "ago")


def said(moment: datetime | None, words: str) -> Markup:
    """Words for something that happened then: "edited"; the time itself is on hover."""
    return Markup("") if moment is None else _time(moment, words)


def until(moment: datetime | None) -> Markup:
    return Markup("") if moment is None else _time(moment, until_words(moment, now()), "until")


def due(moment: datetime | None) -> Markup:
    """A deadline where no column head says that it is one."""
    return Markup("") if moment is None else _time(moment, due_words(moment, now()), "due")


def when(moment: datetime | None) -> Markup:
    """A time that is to be kept to: "18:00" of today, else with its day."""
    if moment is None:
        return Markup("")
    there, here = local(moment), local(now())
    today = "" if there.date() == here.date() else "%-d %b "
    year = "" if there.year == here.year else "%Y "
    return _time(moment, there.strftime(f"{today}{year}%H:%M"))


def clock(moment: datetime | None) -> str:
    return "" if moment is None else local(moment).strftime("%H:%M")


def day(moment: datetime | None) -> str:
    return "" if moment is None else local(moment).strftime("%-d %B %Y")

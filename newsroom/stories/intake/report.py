"""A text that was taken apart, told on a few lines."""

from collections.abc import Iterator

from newsroom.stories.intake.parts import Taken

SHORT = 100
"""Characters of a line that is shown only to be recognised."""


def lines(taken: Taken) -> Iterator[str]:
    for name, words in (
        ("Headline", taken.headline),
        ("Standfirst", taken.standfirst),
        ("Byline", taken.byline),
        ("Dateline", taken.dateline),
    ):
        yield f"{name}: {words or 'none'}"
    for figure in taken.figures:
        yield f"Picture: {_short(figure.caption) or 'no caption'}"
        yield f"  by {figure.creator or 'nobody named'}; credit: {figure.credit or 'none'}"
    yield f"Body: {_count(len(taken.body), 'block')}"
    for block in taken.body:
        yield f"  {block.kind.value.replace('_', ' ')}: {_short(block.text)}"
    yield f"Set aside: {_count(len(taken.set_aside), 'line')}"
    for line in taken.set_aside:
        yield f"  {_short(line.text)} ({line.reason})"
    yield from taken.notes


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rstrip()}…"


def _count(n: int, one: str) -> str:
    return f"{n} {one}" if n == 1 else f"{n} {one}s"

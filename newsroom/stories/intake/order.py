"""The parts of a text under its headline, in the order in which they stood."""

from collections.abc import Iterator, Sequence

from newsroom.stories.intake.parts import BodyBlock, FigureText, SetAside, Taken

Item = BodyBlock | FigureText | SetAside


def in_order(taken: Taken) -> Iterator[tuple[int, Item]]:
    """Each block, figure and line set aside, with its number among its own kind from 0."""
    placed: dict[int, list[tuple[int, Item]]] = {}
    beside: tuple[Sequence[SetAside | FigureText], ...] = (taken.set_aside, taken.figures)
    for kind in beside:
        for i, one in enumerate(kind):
            placed.setdefault(min(one.after_paragraph, len(taken.body)), []).append((i, one))
    yield from placed.get(0, ())
    for i, block in enumerate(taken.body):
        yield i, block
        yield from placed.get(i + 1, ())

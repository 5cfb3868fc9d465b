"""Where words of a section stand in a paragraph of copy in the same order without a difference."""

from dataclasses import dataclass

from newsroom.wire.reuse.grams import seeds
from newsroom.wire.reuse.section import Section
from newsroom.wire.reuse.words import Words


@dataclass(slots=True)
class Run:
    """`words` words, from `at` of the section on and from `there` of the paragraph on."""

    at: int
    there: int
    words: int
    block: int
    """The paragraph of the story that it stands in."""


def runs_of(section: Section, paragraph: Words) -> list[Run]:
    """In the section's order; each as long as it can be."""
    found: list[Run] = []
    open_on: dict[int, Run] = {}
    places, blocks = section.places, section.blocks
    for there, seed in enumerate(seeds(paragraph)):
        standing = places.get(seed)
        if standing is None:
            continue
        size = seed.count(" ") + 1
        for at in standing:
            run = open_on.get(at - there)
            if run is not None and run.at + run.words >= at and run.block == blocks[at]:
                run.words = at + size - run.at
            else:
                run = open_on[at - there] = Run(at, there, size, blocks[at])
                found.append(run)
    found.sort(key=lambda run: (run.at, run.there))
    return found

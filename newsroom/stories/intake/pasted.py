"""Which lines of what is pasted into a story are not the story: the sure signs only."""

from collections.abc import Iterator, Sequence

from newsroom.stories.intake.asides import is_share_row
from newsroom.stories.intake.links import LINKS
from newsroom.stories.intake.prompts import PROMPTS
from newsroom.stories.intake.rule import MAX_LENGTH, first_match


def not_the_story(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The number of each such line, from 0, and the reason. A date, a tag or an address on a line
    of its own may be meant in the midst of a story, so it stays."""
    for number, line in enumerate(lines):
        text = line.strip()
        if not text or len(text) > MAX_LENGTH:
            continue
        rule = first_match((*PROMPTS, *LINKS), text)
        if rule is not None:
            yield number, rule.reason
        elif is_share_row(text):
            yield number, "a row of buttons for sharing"

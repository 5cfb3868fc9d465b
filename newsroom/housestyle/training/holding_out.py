"""Groups kept out of the lesson, and how many of their spellings are found again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256

from newsroom.housestyle.training.groups import Group
from newsroom.housestyle.training.trial import Trial, try_words


def holdout(groups: Sequence[Group]) -> tuple[list[Group], list[Group]]:
    """(taught, held out): a fifth by its first word; what shares a word with it is not taught."""
    held_out = [group for group in groups if _draw(group) == 0]
    words = {word for group in held_out for word in group.words}
    return [group for group in groups if words.isdisjoint(group.words)], held_out


def _draw(group: Group) -> int:
    return sha256(group.words[0].encode()).digest()[0] % 5


def judge(held_out: Sequence[Group]) -> Iterator[str]:
    """Half of the groups are the lexicon, by their first word; the other half must be silent."""
    by_source: dict[str, list[Group]] = defaultdict(list)
    for group in held_out:
        by_source[group.source].append(group)
    total = Trial()
    for source, some in sorted(by_source.items()):
        trial = try_words(some[::2], some[1::2])
        total += trial
        yield f"{source:<16} {trial}"
    yield f"{'all held out':<16} {total}"

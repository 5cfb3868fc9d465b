"""Which longer name the words around a spelling may make: what a proposal begins with."""

from collections.abc import Iterable, Iterator

from newsroom.stories.passages import CONTEXT

STOPS = ',.;:!?()[]“”"»«'


def longer_words(before: str, words: str, after: str) -> str:
    """The words with their neighbours that begin with a capital; both sides as a finding has them."""
    head, tail = before.split(), after.split()
    # The context is cut after so many characters, and so may be its outermost word.
    if len(before) == CONTEXT:
        head = head[1:]
    if len(after) == CONTEXT:
        tail = tail[:-1]
    first = list(_part_of_name(reversed(head), ends_it=True)) if before[-1:].isspace() else []
    last = list(_part_of_name(tail, ends_it=False)) if after[:1].isspace() else []
    return " ".join([*reversed(first), words, *last])


def _part_of_name(neighbours: Iterable[str], *, ends_it: bool) -> Iterator[str]:
    """Those next to the words; a stop behind one ends the name, and so belongs to none before it."""
    for one in neighbours:
        bare = one.strip(STOPS)
        if not bare[:1].isupper() or (ends_it and one[-1] in STOPS) or one[0] in STOPS:
            return
        yield bare
        if one[-1] in STOPS:
            return

"""The steps that make one document say what another says, and touch nothing that is already so."""

import json
from collections.abc import Iterator, Sequence

from prosemirror.model import Fragment, Node, Slice
from prosemirror.transform import AttrStep, ReplaceStep, Step

from newsroom.same_items import Effort, gaps, same_items
from newsroom.stories.document import SINGLE
from newsroom.stories.prosemirror_compat import length

EFFORT = 100_000
"""Where it runs out, more is replaced than must be; the result is the same."""


def steps_to(present: Node, wanted: Node) -> list[Step]:
    """From the end to the start, so that no step moves the place of one that is still to come."""
    return list(_inside(present, wanted, 0, Effort(EFFORT)))


def _inside(present: Node, wanted: Node, start: int, effort: Effort) -> Iterator[Step]:
    """Steps inside two nodes of one type; `start` is where the content of the present one begins."""
    if present.is_textblock:
        yield from _text(present, wanted, start)
        return
    old, new = present.children, wanted.children
    places = [start]
    for child in old:
        places.append(places[-1] + child.node_size)
    pairs = same_items([_key(one) for one in old], [_key(one) for one in new], effort)
    for i, i_end, j, j_end in reversed(gaps(pairs, len(old), len(new))):
        yield from _gap(old[i:i_end], new[j:j_end], places[i : i_end + 1], effort)


def _gap(
    old: Sequence[Node], new: Sequence[Node], places: Sequence[int], effort: Effort
) -> Iterator[Step]:
    """Each into its counterpart where the two are as many and of the same types, else all at once."""
    head, tail = _counterparts(old, new)
    for n in range(1, tail + 1):
        yield from _node(old[-n], new[-n], places[-n - 1], effort)
    first, last = head, len(old) - tail
    if head + tail < max(len(old), len(new)):
        piece = Slice(Fragment.from_array(list(new[head : len(new) - tail])), 0, 0)
        yield ReplaceStep(places[first], places[last], piece)
    for n in reversed(range(head)):
        yield from _node(old[n], new[n], places[n], effort)


def _counterparts(old: Sequence[Node], new: Sequence[Node]) -> tuple[int, int]:
    """How many at the start, and at the end, are the same block before and after."""
    kinds = [one.type.name for one in old], [one.type.name for one in new]
    if kinds[0] == kinds[1]:
        return len(old), 0
    alike = [was == is_now and was in SINGLE for was, is_now in zip(*kinds, strict=False)]
    head = alike.index(False) if False in alike else len(alike)
    both_end = kinds[0][-1:] == kinds[1][-1:] and kinds[0][-1:] == ["credit_line"]
    return head, int(both_end and head < min(len(old), len(new)))


def _node(present: Node, wanted: Node, place: int, effort: Effort) -> Iterator[Step]:
    yield from _inside(present, wanted, place + 1, effort)
    for name in sorted(wanted.attrs):
        if present.attrs[name] != wanted.attrs[name]:
            yield AttrStep(place, name, wanted.attrs[name])


def _text(present: Node, wanted: Node, start: int) -> Iterator[Step]:
    """One replacement, from the first character that differs to the last."""
    old, new = _characters(present), _characters(wanted)
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    if head == len(old) == len(new):
        return
    before, after = _units(old[:head]), _units(old[len(old) - tail :])
    piece = wanted.content.cut(before, wanted.content.size - after)
    yield ReplaceStep(start + before, start + present.content.size - after, Slice(piece, 0, 0))


def _characters(block: Node) -> list[tuple[str, str]]:
    """Each with how it is set. Whole characters: none is cut in half."""
    return [
        (character, marks)
        for child in block.children
        for marks in [json.dumps([mark.to_json() for mark in child.marks])]
        for character in child.text or ""
    ]


def _units(characters: Sequence[tuple[str, str]]) -> int:
    return length("".join(character for character, _ in characters))


def _key(node: Node) -> str:
    return json.dumps(node.to_json(), sort_keys=True)

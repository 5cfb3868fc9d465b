"""What changed inside one line: words put in and taken out, formatting, and its attributes."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from newsroom.same_items import Effort, Pairs, same_items
from newsroom.stories.comparing_lines import WORD, Line, Marks

ALIKE = 0.3
"""Below this share of words in common a line reads best taken out and put in as a whole."""

FORMATS = {"strong": "bold", "em": "italic"}

ATTRIBUTES = {
    "photo": "Photo",
    "alt": "Alt text",
    "creator": "Creator",
    "credit": "Credit line",
    "crop": "Crop",
    "level": "Heading level",
}


@dataclass(frozen=True)
class Piece:
    """A run of words: same, inserted, deleted, or formatted (the same words, set differently)."""

    kind: str
    text: str
    note: str = ""
    """Of a formatted run: how it is set now."""

    @property
    def words(self) -> int:
        return sum(1 for token in self.text.split() if WORD.search(token))


def alike(before: Line, after: Line, effort: Effort) -> float:
    """Share of words in common, from 0 to 1; two lines without words are alike."""
    if (before.kind == "figure") != (after.kind == "figure"):
        return 0.0
    photo = dict(before.attributes).get("photo")
    if photo is not None and photo == dict(after.attributes).get("photo"):
        return 1.0
    total = before.words.total() + after.words.total()
    if not total:
        return 1.0
    # Counting words is many times quicker than looking for their order.
    if not effort.spend(1 + total // 8):
        return 0.0
    return 2 * (before.words & after.words).total() / total


def pieces(before: Line, after: Line, effort: Effort) -> tuple[Piece, ...]:
    if before.spans == after.spans:
        return _joined([Piece("same", after.text)])
    if before.text != after.text and alike(before, after, effort) < ALIKE:
        return _joined([Piece("deleted", before.text), Piece("inserted", after.text)])
    pairs = _without_lone_blanks(same_items(before.tokens, after.tokens, effort), before, after)
    return _joined(_runs(before, after, pairs))


def _without_lone_blanks(pairs: Pairs, before: Line, after: Line) -> Pairs:
    """Two words in the place of two others are one change, though the blank between them stayed."""
    known = {(-1, -1), (len(before.tokens), len(after.tokens)), *pairs}
    return [
        (i, j)
        for i, j in pairs
        if not before.tokens[i].isspace() or {(i - 1, j - 1), (i + 1, j + 1)} & known
    ]


def _runs(before: Line, after: Line, pairs: Pairs) -> Iterator[Piece]:
    was, is_now = _marks_by_token(before), _marks_by_token(after)
    i = j = 0
    for kept_i, kept_j in [*pairs, (len(before.tokens), len(after.tokens))]:
        yield Piece("deleted", "".join(before.tokens[i:kept_i]))
        yield Piece("inserted", "".join(after.tokens[j:kept_j]))
        if kept_i < len(before.tokens):
            yield from _kept(before.tokens[kept_i], was[kept_i], is_now[kept_j])
        i, j = kept_i + 1, kept_j + 1


def _marks_by_token(line: Line) -> list[list[Marks]]:
    """The marks of each character, by token."""
    every = [marks for words, marks in line.spans for _ in words]
    found, start = [], 0
    for token in line.tokens:
        found.append(every[start : start + len(token)])
        start += len(token)
    return found


def _kept(token: str, before: list[Marks], after: list[Marks]) -> Iterator[Piece]:
    if before == after:
        yield Piece("same", token)
        return
    changes = zip(token, before, after, strict=True)
    for (was, is_now), characters in groupby(changes, key=lambda one: one[1:]):
        text = "".join(character for character, *_ in characters)
        if was == is_now:
            yield Piece("same", text)
        else:
            yield Piece("formatted", text, _said(set(was), set(is_now)))


def _said(was: set[str], is_now: set[str]) -> str:
    now = [_format(one, "now") for one in sorted(is_now - was)]
    gone = [_format(one, "no longer") for one in sorted(was - is_now)]
    return ", ".join(now + gone) or "set in another order"


def _format(mark: str, when: str) -> str:
    kind, _, said = mark.partition(" ")
    if kind == "link":
        return f"{when} a link to {said}"
    return f"{when} {FORMATS.get(kind, kind)}"


def _joined(runs: Iterator[Piece] | list[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one kind as one piece; of a change, what was taken out comes first."""
    return tuple(
        Piece(kind, "".join(piece.text for piece in group), note)
        for (kind, note), group in groupby(
            (piece for piece in runs if piece.text), key=lambda one: (one.kind, one.note)
        )
    )


def attribute_changes(before: Line, after: Line) -> tuple[str, ...]:
    """Each changed attribute of a figure or heading, and a changed place in a list, as a sentence."""
    was, is_now = dict(before.attributes), dict(after.attributes)
    found = [] if before.label == after.label else [f"{after.label}, was: {before.label}."]
    if not found and before.frame != after.frame:
        found = ["It begins or ends its list or quotation at another place."]
    for name in sorted(was.keys() & is_now.keys() - {"level"}):
        if was[name] != is_now[name]:
            found.append(f"{ATTRIBUTES[name]}: {_value(was[name])} became {_value(is_now[name])}.")
    return tuple(found)


def _value(value: Any) -> str:
    if value in {None, ""}:
        return "none"
    return f"number {value}" if isinstance(value, int) else f"“{value}”"

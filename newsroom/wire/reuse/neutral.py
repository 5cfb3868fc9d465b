"""What of a story is not looked at: credit lines, captions, what the desk has set aside."""

from collections.abc import Sequence

from newsroom.wire.reuse.words import Words

Span = tuple[int, int]
"""[start, end) in code points."""


def without(spans: Sequence[Span], words: Words) -> Words:
    """The words that lie in none of them."""
    if not spans:
        return words
    kept = [
        at
        for at, start in enumerate(words.starts)
        if not any(a < words.ends[at] and start < b for a, b in spans)
    ]
    return Words(
        [words.folded[at] for at in kept],
        [words.starts[at] for at in kept],
        [words.ends[at] for at in kept],
        words.unspaced,
    )

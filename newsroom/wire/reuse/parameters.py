"""The numbers that decide what counts as reuse, each with its reason."""

from dataclasses import dataclass

NORMALISER = "1"
"""Changes with everything that changes a fingerprint: words, spellings, grams, winnowing."""

# What the index keeps of a paragraph.
GRAM = 5
"""Words. Four find hardly more and collide twice as often in the phrases of the trade."""
GRAM_OF_CHARACTERS = 8
"""Where a script sets no blanks between words."""
WINDOW = 8
"""Of so many neighbouring grams one is kept: of twelve copied words at least one gram is found."""

# Which items a story is held against.
STOP_POSTINGS = 200
"""A gram in more paragraphs than this says nothing of where a passage comes from."""
CANDIDATES = 15
"""Items aligned for a section; the sixteenth has never owned a passage in a measurement."""
SECTION = 2_000
"""Words of a story that are held against candidates of their own, so that a book costs its length
and a story of ordinary length is one section."""
LONGEST_ALIGNED = 20_000
"""Words of an item; what follows them is not held against a story."""

# What the phrases of the trade are.
SAMPLE = 30_000
"""Paragraphs that are read for them; more change nothing."""
STOCK_SHARE = 1 / 200
"""Of those paragraphs: a pair of words in more of them is a phrase of the trade."""
COMMON_SHARE = 1 / 20
"""A word in more of them proves nothing where neither of its neighbours matches."""
STOCK_FEWEST = 12
"""Paragraphs, in a sample too small for a share to mean anything."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a run of matched words must hold before it is called reuse."""

    words: int
    """All matched words."""
    telling: int
    """Of them outside the phrases of the trade, which lengthen a match and never prove one."""
    density: float
    """The matched share of the words from the first to the last."""


ALONE = (
    Proof(words=7, telling=6, density=0.6),
    # Nobody hits upon so many words in a row, whatever phrases they are made of.
    Proof(words=12, telling=4, density=0.95),
)
"""Either is enough."""
BESIDE_ANOTHER = Proof(words=5, telling=3, density=0.6)
"""For a match near one that is proved, out of the same paragraph of the copy."""
NEAR = 12
"""Words of the story between the two."""

# How a run goes on over what an editor changed.
GAP = 9
"""Words of the story that may differ between two matches."""
DRIFT = 7
"""How many more or fewer words the copy may have there."""
SEED = 2
"""Neighbouring words that open a match: three lose a third of what is heavily edited."""
SEED_OF_CHARACTERS = 4
FEWEST_CHAINED = 4
"""Words of a chain's runs: what has fewer is a phrase, whatever single words stand around it."""
REPEATED = 16
"""A pair of words that stands more often than this in one section opens no match there."""

"""How alike two pictures look: 64 bits of the coarse shape of each, and the bits that differ.

The known perceptual hash: the picture in grey at 32 by 32, its cosine transform, and of the 8 by 8
slowest waves whether each is stronger than the middle one. Size, compression and small changes of
light leave it nearly as it is; a crop or a mirror does not.
"""

import math
from collections.abc import Sequence
from itertools import combinations

SIDE = 32
WAVES = 8
BITS = WAVES * WAVES
BANDS = 4
BAND_BITS = BITS // BANDS

NEAR = 6
"""Differing bits up to which two files are taken for one picture."""
SIMILAR = 11
"""And up to which they are worth a look. At most 11: see `probes`."""

_COSINES = [
    [math.cos((2 * place + 1) * wave * math.pi / (2 * SIDE)) for place in range(SIDE)]
    for wave in range(WAVES)
]


def bits_of(grey: Sequence[int]) -> int:
    """Of SIDE * SIDE brightnesses from 0 to 255, row by row; the result has BITS bits."""
    rows = [grey[start : start + SIDE] for start in range(0, SIDE * SIDE, SIDE)]
    across = [[_wave(row, cosines) for row in rows] for cosines in _COSINES]
    strengths = [_wave(column, cosines) for cosines in _COSINES for column in across]
    # The first is the mean brightness, which says nothing of the shape.
    middle = sorted(strengths[1:])[(BITS - 1) // 2]
    return sum(1 << place for place, one in enumerate(strengths) if one > middle)


def _wave(values: Sequence[float], cosines: Sequence[float]) -> float:
    return sum(map(float.__mul__, map(float, values), cosines))


def distance(one: int, other: int) -> int:
    """Bits that differ, 0 to 64."""
    return (one ^ other).bit_count()


def bands_of(bits: int) -> tuple[int, ...]:
    """Its BANDS parts of BAND_BITS bits."""
    return tuple(bits >> (place * BAND_BITS) & ((1 << BAND_BITS) - 1) for place in range(BANDS))


def probes(band: int, most: int) -> list[int]:
    """What a band may read as in a picture at most `most` bits away.

    Of two that differ in so few bits one band differs in a quarter of them at most: whoever looks
    for all these values in each of the bands misses none.
    """
    flips = range(most // BANDS + 1)
    masks = (
        sum(1 << bit for bit in some) for n in flips for some in combinations(range(BAND_BITS), n)
    )
    return [band ^ mask for mask in masks]


def signed(bits: int) -> int:
    """As databases keep 64 bits."""
    return bits - (1 << BITS) if bits >> (BITS - 1) else bits


def unsigned(number: int) -> int:
    return number % (1 << BITS)

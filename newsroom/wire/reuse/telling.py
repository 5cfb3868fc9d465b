"""Which matched words tell anything: none of a phrase of the trade, and no common one by itself."""

from collections.abc import Sequence

from newsroom.wire.reuse.matching import Pair
from newsroom.wire.reuse.section import Section


def tell(pairs: Sequence[Pair], section: Section) -> list[bool]:
    """By pair; an article that stands between two changed words is there in any text."""
    last = len(pairs) - 1
    return [
        section.telling[at]
        and not (
            section.common[at]
            and (n == 0 or pairs[n - 1] != (at - 1, there - 1))
            and (n == last or pairs[n + 1] != (at + 1, there + 1))
        )
        for n, (at, there) in enumerate(pairs)
    ]

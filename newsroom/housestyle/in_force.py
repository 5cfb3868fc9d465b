"""House style as it holds for one reader: the compiled lexicon without what holds only elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsroom.housestyle.lexicon import Lexicon
from newsroom.housestyle.matcher import read_passages
from newsroom.housestyle.matches import Match, Reading
from newsroom.housestyle.passages import Passage
from newsroom.housestyle.scope import Reader, Scope, within


@dataclass(frozen=True)
class HouseStyle:
    lexicon: Lexicon
    scopes: Mapping[str, Scope]
    reader: Reader

    def matches(self, passages: Sequence[Passage]) -> list[Match]:
        return list(self.read(passages).matches)

    def read(self, passages: Sequence[Passage]) -> Reading:
        whole = read_passages(passages, self.lexicon)
        if not self.scopes:
            return whole
        return Reading(
            tuple(within(whole.matches, self.scopes, self.reader)),
            tuple(within(whole.left_alone, self.scopes, self.reader)),
        )

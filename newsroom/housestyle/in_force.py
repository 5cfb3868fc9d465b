"""House style as it holds for one reader: the compiled lexicon without what holds only elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsroom.housestyle.consistency import Spellings, inconsistencies
from newsroom.housestyle.lexicon import Lexicon
from newsroom.housestyle.matcher import once, read_by, read_known, read_passages, recognised
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

    def listed(self, passages: Sequence[Passage]) -> Sequence[Match]:
        """Without what is not listed, which takes longer to tell."""
        return self._within(read_known(passages, self.lexicon)).matches

    def read_whole(self, passages: Sequence[Passage]) -> tuple[Reading, list[Spellings]]:
        """A whole document: what `read` says of it, and the names that it spells in several ways."""
        find = once(recognised)
        reading = self._within(read_by(find, passages, self.lexicon))
        return reading, inconsistencies(passages, self.lexicon, find, self._elsewhere)

    @property
    def _elsewhere(self) -> set[str]:
        """The rules that do not hold for the reader."""
        return {rule for rule, scope in self.scopes.items() if not scope.holds(self.reader)}

    def read(self, passages: Sequence[Passage]) -> Reading:
        return self._within(read_passages(passages, self.lexicon))

    def _within(self, whole: Reading) -> Reading:
        if not self.scopes:
            return whole
        return Reading(
            tuple(within(whole.matches, self.scopes, self.reader)),
            tuple(within(whole.left_alone, self.scopes, self.reader)),
        )

"""One trial: a lexicon of preferred forms only, asked about other spellings and other names."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.housestyle.training.groups import Group
from newsroom.housestyle.unlisted import SoundIndex


@dataclass(frozen=True, slots=True)
class Trial:
    asked: int = 0
    right: int = 0
    wrong: int = 0
    strangers: int = 0
    taken: int = 0

    def __add__(self, other: "Trial") -> "Trial":
        return Trial(
            self.asked + other.asked,
            self.right + other.right,
            self.wrong + other.wrong,
            self.strangers + other.strangers,
            self.taken + other.taken,
        )

    def __str__(self) -> str:
        return (
            f"recall@1 {self.right / max(self.asked, 1):.3f}, "
            f"wrong {self.wrong / max(self.asked, 1):.3f} of {self.asked:,}; "
            f"taken for another {self.taken / max(self.strangers, 1):.3f} of {self.strangers:,}"
        )


def try_words(listed: Sequence[Group], others: Sequence[Group]) -> Trial:
    index = SoundIndex(
        ((group.words[0].capitalize(), number) for number, group in enumerate(listed)),
    )
    preferred = {group.words[0] for group in listed}
    asked = right = wrong = 0
    for number, group in enumerate(listed):
        for word in group.words[1:]:
            if word not in preferred:
                found = index.nearest((word,))
                asked += 1
                right += found == number
                wrong += found not in (None, number)
    strangers = {word for group in others for word in group.words} - preferred
    strangers -= {word for group in listed for word in group.words}
    taken = sum(index.nearest((word,)) is not None for word in strangers)
    return Trial(asked, right, wrong, len(strangers), taken)

"""How sure the check must be before it asks: the shorter a name, the more others lie close to it."""

from newsroom.housestyle.alignment import align
from newsroom.housestyle.sounds import skeletons, units

LONG, MIDDLE, SHORT = 0.60, 0.80, 0.95
SHORTEST = 4
"""Letters; of a shorter word nothing is asked."""
MARGIN = 0.10
"""By how much the best entry must be ahead of the next; else nothing is said."""
IF_A_NAME = 0.80
"""For a word that is itself a name in the lexicon's languages: perhaps another one."""
IF_A_TERM = 0.85
"""For a common noun, which is written small: tagine is no tahini."""
_SHORT_LETTERS, _MIDDLE_LETTERS = 4, 6

_COST_OF_A_SOUND = 0.45
_FEWEST_SOUNDS = 3
_ANOTHER_NAME_UNLESS = 0.35
"""What a vowel or a doubling costs: a word of a phrase that differs by more is another name."""


def enough(form: str) -> float:
    if len(form) <= _SHORT_LETTERS or len(skeletons(form)[0]) <= 1:
        return SHORT
    return MIDDLE if len(form) <= _MIDDLE_LETTERS else LONG


def keeps_sound(word: str, form: str) -> bool:
    """A short name must keep its consonants, for with others it is another name."""
    return len(form) > _MIDDLE_LETTERS or not set(skeletons(word)).isdisjoint(skeletons(form))


def may_stand_for(word: str, form: str, *, is_another_name: bool) -> bool:
    """Whether a word of a phrase is near enough to its counterpart, whatever the others are."""
    most = _COST_OF_A_SOUND * max(_FEWEST_SOUNDS, len(units(word)))
    if is_another_name:
        most = _ANOTHER_NAME_UNLESS
    return align(word, form).cost <= most and not is_derived(word, form)


def is_derived(word: str, form: str) -> bool:
    """What makes another word of a name though its consonants stay: Iraqi is not Iraq."""
    return _ends_in_i(word) != _ends_in_i(form) and not (
        _ends_in_vowel(word) and _ends_in_vowel(form)
    )


def _ends_in_i(word: str) -> bool:
    return word[-1] in "iy"


def _ends_in_vowel(word: str) -> bool:
    return word.rstrip("h")[-1:] in tuple("aeiouy")

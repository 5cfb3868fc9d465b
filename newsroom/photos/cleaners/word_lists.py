"""The lists that the cleaners read: noise words, spellings of agencies and of photographers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class WordList(StrEnum):
    NOISE = "noise"
    AGENCIES = "agencies"
    PHOTOGRAPHERS = "photographers"

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def has_spelling(self) -> bool:
        """Whether a word of it is replaced by another one, rather than dropped."""
        return self is not WordList.NOISE


LABELS = {
    WordList.NOISE: "Noise words",
    WordList.AGENCIES: "Agency spellings",
    WordList.PHOTOGRAPHERS: "Photographer spellings",
}


def fold(text: str) -> str:
    """What two spellings that are one word have in common."""
    return " ".join(text.casefold().split())


NOISE = (
    "Handout",
    "HO",
    "STR",
    "STF",
    "Stringer",
    "Staff",
    "Pool",
    "Pool Photo",
    "Supplied",
    "Uncredited",
    "No credit",
    "Contributor",
)

AGENCIES = {
    "reuters": "Reuters",
    "reuter": "Reuters",
    "rueters": "Reuters",
    "thomson reuters": "Reuters",
    "afp": "AFP",
    "afp photo": "AFP",
    "agence france presse": "AFP",
    "agence france-presse": "AFP",
    "ap": "AP",
    "associated press": "AP",
    "the associated press": "AP",
    "getty": "Getty Images",
    "gettyimages": "Getty Images",
    "getty images": "Getty Images",
    "epa": "EPA",
    "epa-efe": "EPA-EFE",
    "european pressphoto agency": "EPA",
    "flash90": "Flash90",
    "flash 90": "Flash90",
    "pa": "PA",
    "press association": "PA",
    "xinhua": "Xinhua",
    "anadolu agency": "Anadolu",
    "nurphoto": "NurPhoto",
    "shutterstock": "Shutterstock",
    "alamy": "Alamy",
    "alamy stock photo": "Alamy",
    "imago images": "Imago",
    "wikimedia": "Wikimedia Commons",
}
"""Folded spelling to the paper's; those that agencies demand in full are left as they come."""


@dataclass(frozen=True)
class WordLists:
    """The lists as they hold now: folded word to its spelling, which for noise is empty."""

    noise: Mapping[str, str] = field(default_factory=lambda: dict(BUILT_IN[WordList.NOISE]))
    agencies: Mapping[str, str] = field(default_factory=lambda: dict(BUILT_IN[WordList.AGENCIES]))
    photographers: Mapping[str, str] = field(default_factory=dict)

    def of(self, which: WordList) -> Mapping[str, str]:
        found: Mapping[str, str] = getattr(self, which.value)
        return found


BUILT_IN: dict[WordList, dict[str, str]] = {
    WordList.NOISE: {fold(word): "" for word in NOISE},
    WordList.AGENCIES: AGENCIES,
    WordList.PHOTOGRAPHERS: {},
}
"""What the newsroom starts with; a desk adds to it and takes away."""

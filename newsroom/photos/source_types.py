"""How a picture came about: the IPTC's digital source types in plain words, and which raise a flag."""

from collections.abc import Iterable
from enum import StrEnum


class Flag(StrEnum):
    """Why a person must decide before a picture runs; the value completes "This picture ..."."""

    MACHINE = "was made by a machine"
    PARTLY_MACHINE = "was made in part by a machine"
    COMPOSITE = "is put together of several pictures"
    UNREADABLE = "has content credentials that cannot be read"


SOURCE_TYPES: dict[str, tuple[str, Flag | None]] = {
    "digitalCapture": ("taken with a digital camera", None),
    "computationalCapture": ("taken with a camera that joins several exposures", None),
    "negativeFilm": ("scanned from a negative", None),
    "positiveFilm": ("scanned from a transparency", None),
    "print": ("scanned from a print", None),
    "humanEdits": ("a photograph that a person has worked on", None),
    "minorHumanEdits": ("a photograph with small changes by a person", None),
    "algorithmicallyEnhanced": ("a photograph that a program has enhanced", None),
    "digitalCreation": ("drawn by a person with a computer", None),
    "digitalArt": ("drawn by a person with a computer", None),
    "softwareImage": ("made with a program", None),
    "screenCapture": ("a picture of a screen", None),
    "virtualRecording": ("recorded in a made-up world", Flag.COMPOSITE),
    "dataDrivenMedia": ("drawn by a program from data", None),
    "algorithmicMedia": ("made by a program that has learned nothing from pictures", Flag.MACHINE),
    "trainedAlgorithmicMedia": ("made by a trained model (AI)", Flag.MACHINE),
    "compositeWithTrainedAlgorithmicMedia": (
        "put together with parts made by a trained model (AI)",
        Flag.PARTLY_MACHINE,
    ),
    "composite": ("put together of several pictures", Flag.COMPOSITE),
    "compositeCapture": ("put together of several photographs", Flag.COMPOSITE),
    "compositeSynthetic": ("put together, with parts that no camera saw", Flag.COMPOSITE),
}
"""The last part of each type's address: what it says, and the flag it raises."""

SEVEREST = (Flag.MACHINE, Flag.PARTLY_MACHINE, Flag.COMPOSITE, Flag.UNREADABLE)


def term(address: str) -> str:
    """The last part of a type's address; blanks around it are seen in the wild."""
    return address.strip().rstrip("/").rpartition("/")[2]


def in_words(address: str) -> str:
    """What the type says; an unknown one as it stands, and nothing where there is none."""
    name = term(address)
    return SOURCE_TYPES.get(name, (name, None))[0]


def flag_of(address: str) -> Flag | None:
    return SOURCE_TYPES.get(term(address), ("", None))[1]


def severest(*flags: Flag | None) -> Flag | None:
    """The one of several that a reader must know of first."""
    return next((flag for flag in SEVEREST if flag in flags), None)


BY_FLAG = {
    Flag.PARTLY_MACHINE: "compositeWithTrainedAlgorithmicMedia",
    Flag.COMPOSITE: "composite",
}
"""What a flag alone says, where it was raised by the parts of a picture."""


def told(flag: Flag | None, addresses: Iterable[str]) -> str:
    """The type that machines are told of a picture, as its last part: the one that raised the flag,
    or the first there is where nothing did; empty where none is known."""
    types = [name for one in addresses if (name := term(one)) in SOURCE_TYPES]
    if flag in (None, Flag.UNREADABLE):
        return next(iter(types), "")
    return next((one for one in types if flag_of(one) is flag), BY_FLAG.get(flag, ""))


DATA_MINING: dict[str, str] = {
    "DMI-ALLOWED": "allowed",
    "DMI-PROHIBITED": "prohibited",
    "DMI-PROHIBITED-AIMLTRAINING": "prohibited for training machines",
    "DMI-PROHIBITED-GENAIMLTRAINING": "prohibited for training machines that make pictures or text",
    "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING": "prohibited but for search engines",
    "DMI-PROHIBITED-SEECONSTRAINT": "prohibited but as its other terms allow",
    "DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR": "prohibited but as its licence in the file allows",
    "DMI-PROHIBITED-SEELINKEDRIGHTSEXPR": "prohibited but as its linked licence allows",
    "DMI-UNSPECIFIED": "not said",
}
"""The PLUS terms for whether machines may learn from a picture."""


def data_mining_in_words(written: str) -> str:
    name = term(written)
    return DATA_MINING.get(name.upper(), name)

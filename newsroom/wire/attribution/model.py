"""What an attribution says: who is given the statement, through whom, and by which word."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    OUTLET = "outlet"  # the outlet asserts it
    TOLD = "told"  # a speaker told the outlet
    QUOTED = "quoted"  # the outlet quotes a speaker
    DATELINE = "dateline"
    CREDIT = "credit"
    SPEAKER = "speaker"  # somebody said it, to us or to all
    DOCUMENT = "document"
    HEARSAY = "hearsay"


OF_OUTLETS = frozenset({Kind.OUTLET, Kind.TOLD, Kind.QUOTED, Kind.DATELINE, Kind.CREDIT})
AT_SECOND_HAND = frozenset({Kind.TOLD, Kind.QUOTED})


@dataclass(frozen=True, slots=True)
class Attribution:
    """One place that names a source; [start, end) in code points of its passage.

    `outlets` are keys of the registry, the first of a joint phrase first. `unnamed_outlet` asks
    an editor to name it ("a Turkish news agency"); an outlet that is named but not registered
    has no key and no such mark. `via` are the outlets that the first ones cite in turn.
    """

    passage: int
    start: int
    end: int
    text: str
    kind: Kind
    outlets: tuple[str, ...] = ()
    unnamed_outlet: bool = False
    speaker: str | None = None
    verb: str | None = None
    anonymous: bool = False
    via: tuple[str, ...] = field(default=())
    cites_unnamed: bool = False

    @property
    def outlet(self) -> str | None:
        return self.outlets[0] if self.outlets else None

    @property
    def second_hand(self) -> bool:
        """Whether the outlet passes on what it was told, or what another outlet found."""
        return self.kind in AT_SECOND_HAND or bool(self.via)

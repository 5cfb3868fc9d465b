"""What the contract with an outlet says of its photos: told to the photo desk, which knows no wire."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from newsroom.wire import contracts
from newsroom.wire.contracts import Use
from newsroom.wire.outlets import OutletFacts
from newsroom.wire.queries import live_registry


@dataclass(frozen=True)
class PhotoContract:
    outlet: OutletFacts

    @property
    def until(self) -> date | None:
        return self.outlet.contract_until if self.outlet.photo_contract else None

    def lacking(self, day: date) -> str:
        return contracts.lacking(self.outlet, Use.PHOTOS, day)


def contracts_with(suppliers: Collection[str]) -> dict[str, PhotoContract]:
    """By the whole of a name or one of its aliases, in any case; none for no outlet of ours."""
    wanted = {one.casefold() for one in suppliers}
    known: dict[str, PhotoContract] = {}
    for outlet in live_registry().outlets.values():
        for name in wanted & {name.casefold() for name in outlet.names}:
            known.setdefault(name, PhotoContract(outlet))
    return {one: known[one.casefold()] for one in suppliers if one.casefold() in known}

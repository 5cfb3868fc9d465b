"""Everything in a story that its newsroom's standards ask about."""

from newsroom.wire.standards import anonymity, long_quotations, outlets
from newsroom.wire.standards.levels import Levels
from newsroom.wire.standards.material import Breach, Material


def breaches(material: Material, levels: Levels) -> list[Breach]:
    """Those of standards that are not off; of the credit line and of reuse others tell."""
    found = [
        *anonymity.breaches(material),
        *outlets.breaches(material),
        *long_quotations.breaches(material),
    ]
    return [one for one in found if levels.severity(one.rule)]

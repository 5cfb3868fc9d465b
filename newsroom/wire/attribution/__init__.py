"""Who said it: every place in a text where a statement is given to a source, by rules alone."""

from newsroom.wire.attribution.model import Attribution, Kind
from newsroom.wire.attribution.reading import attribute, attribute_passages

__all__ = ["Attribution", "Kind", "attribute", "attribute_passages"]

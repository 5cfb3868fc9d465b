"""Agency copy in every format it comes in, read without a framework, a file or a network."""

from newsroom.wire.parsers.limits import MOST_BYTES
from newsroom.wire.parsers.reading import read

__all__ = ["MOST_BYTES", "read"]

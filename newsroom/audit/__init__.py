"""What was done, by whom, in an order that cannot be changed afterwards."""

from newsroom.audit.events import Event
from newsroom.audit.service import record

__all__ = ["Event", "record"]

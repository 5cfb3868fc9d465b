"""Where a story can stand, and what each place is called."""

from enum import StrEnum


class State(StrEnum):
    DRAFT = "draft"
    EDIT = "edit"
    PHOTO_CHECK = "photo_check"
    READY = "ready"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    SPIKED = "spiked"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    State.DRAFT: "Draft",
    State.EDIT: "Edit",
    State.PHOTO_CHECK: "Photo check",
    State.READY: "Ready",
    State.SCHEDULED: "Scheduled",
    State.PUBLISHED: "Published",
    State.WITHDRAWN: "Withdrawn",
    State.SPIKED: "Spiked",
}

WORKING = (State.DRAFT, State.EDIT, State.PHOTO_CHECK, State.READY, State.SCHEDULED)
"""The states of a story on its way, in the order of its way."""

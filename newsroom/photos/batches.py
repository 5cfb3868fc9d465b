"""The words of many photos changed by one edit: first shown, then made, photo by photo."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from newsroom.db import transaction
from newsroom.errors import Conflict, NewsroomError
from newsroom.photos import queries, service
from newsroom.photos.batch_edits import Change, Edit, changes, edited
from newsroom.photos.models import Photo
from newsroom.roles import Actor

MOST_PHOTOS = 200
NOT_YOURS = "You did not add it, so it is left as it is."
CHANGED_MEANWHILE = "Somebody changed it meanwhile, so it was left as it is."


@dataclass(frozen=True)
class Shown:
    """One photo of a preview: what would change, or why it is left."""

    photo: Photo
    changes: list[Change]
    left: str = ""

    @property
    def will_change(self) -> bool:
        return bool(self.changes) and not self.left


@dataclass
class Outcome:
    """How many were changed, and each that was left with its sentence."""

    changed: int = 0
    left: list[tuple[Photo, str]] = field(default_factory=list)


def chosen(numbers: Sequence[int]) -> list[Photo]:
    """The photos of those numbers in the order given, at most MOST_PHOTOS."""
    found = queries.photos_by_id(numbers)
    return [found[number] for number in dict.fromkeys(numbers) if number in found][:MOST_PHOTOS]


def preview(actor: Actor, photos: Sequence[Photo], edits: Mapping[str, Edit]) -> list[Shown]:
    return [_shown(actor, photo, edits) for photo in photos]


def _shown(actor: Actor, photo: Photo, edits: Mapping[str, Edit]) -> Shown:
    would = changes(photo.words, edits)
    if not service.may_change(actor, photo):
        return Shown(photo, would, NOT_YOURS)
    faults = [f"{one.label}: {one.fault}" for one in would if one.fault]
    return Shown(photo, would, " ".join(faults))


def apply(actor: Actor, revisions: Mapping[int, int], edits: Mapping[str, Edit]) -> Outcome:
    """Change each photo as it was shown, in a transaction of its own.

    `revisions` are those of the preview, by photo; one that was changed since is left and told.
    """

    def change(photo: Photo) -> bool:
        if photo.revision != revisions[photo.id]:
            raise Conflict(CHANGED_MEANWHILE)
        words = edited(photo.words, edits)
        if words == photo.words:
            return False
        service.change_facts(actor, photo.id, words, revisions[photo.id])
        return True

    return one_by_one(chosen(list(revisions)), change)


def one_by_one(photos: Sequence[Photo], change: Callable[[Photo], bool]) -> Outcome:
    """Make the change to each in a transaction of its own; it gives whether anything was changed."""
    outcome = Outcome()
    for photo in photos:
        try:
            with transaction():
                changed = change(photo)
        except Conflict:
            outcome.left.append((photo, CHANGED_MEANWHILE))
        except NewsroomError as error:
            outcome.left.append((photo, error.sentence))
        else:
            outcome.changed += changed
    return outcome

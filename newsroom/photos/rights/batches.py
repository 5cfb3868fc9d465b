"""One right for many photos: first what each has and would get, then set, photo by photo."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from newsroom.channels import Channel
from newsroom.photos.batches import NOT_YOURS, Outcome, chosen, one_by_one
from newsroom.photos.models import Photo
from newsroom.photos.rights import queries, service
from newsroom.photos.rights.categories import BY_KIND, LABELS, Detail
from newsroom.photos.rights.models import PhotoRights
from newsroom.photos.rights.service import Given
from newsroom.roles import Actor
from newsroom.settings import current_settings


@dataclass(frozen=True)
class Difference:
    """One thing that a photo's rights say, before and after; empty where nothing is said."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Shown:
    """One photo of a preview; `revision` is that of its rights, 0 where it has none yet."""

    photo: Photo
    revision: int
    changes: list[Difference]
    left: str = ""

    @property
    def will_change(self) -> bool:
        return bool(self.changes) and not self.left


def preview(actor: Actor, photos: Sequence[Photo], given: Given) -> list[Shown]:
    """Raises Invalid, naming each field that is missing or will not do."""
    after = said(service.checked(given))
    rows = queries.rights_of({photo.id for photo in photos})
    return [_shown(actor, photo, rows.get(photo.id), after) for photo in photos]


def _shown(actor: Actor, photo: Photo, row: PhotoRights | None, after: Mapping[str, str]) -> Shown:
    before = said(service.given_of(row)) if row else {}
    labels = dict.fromkeys((*before, *after))
    changes = [Difference(one, before.get(one, ""), after.get(one, "")) for one in labels]
    return Shown(
        photo,
        row.revision if row else 0,
        [one for one in changes if one.before != one.after],
        "" if service.may_set(actor, photo) else NOT_YOURS,
    )


def apply(actor: Actor, revisions: Mapping[int, int], given: Given) -> Outcome:
    """Set them on each photo as it was shown, in a transaction of its own.

    `revisions` are those of the preview, by photo; one whose rights were set since is left and
    told. Raises Invalid, before the first, where the rights themselves will not do.
    """
    checked = service.checked(given)

    def change(photo: Photo) -> bool:
        row = service.set_rights(actor, photo.id, checked, revisions[photo.id])
        return row.revision != revisions[photo.id]

    return one_by_one(chosen(list(revisions)), change)


def said(given: Given) -> dict[str, str]:
    """What is said of the rights, each under its label; what is not said is left out."""
    return {label: words for label, words in _all_said(given) if words}


def _all_said(given: Given) -> Iterator[tuple[str, str]]:
    yield "Right", BY_KIND[given.kind].title
    for one in Detail:
        yield LABELS[one], given.details.get(one, "")
    yield "Last day", f"{given.ends_on:%-d %B %Y}" if given.ends_on else ""
    yield "Embargo until", _moment(given.embargo_until)
    yield "Only in these countries", given.countries
    yield "Only in these channels", ", ".join(one.label for one in Channel if one in given.channels)


def _moment(at: datetime | None) -> str:
    if at is None:
        return ""
    return f"{at.astimezone(ZoneInfo(current_settings().timezone)):%-d %B %Y, %H:%M}"

"""What becomes of several files sent together: each is taken or refused by itself."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from werkzeug.datastructures import FileStorage

from newsroom.db import transaction
from newsroom.errors import Invalid
from newsroom.photos import service
from newsroom.photos.models import Photo
from newsroom.roles import Actor


@dataclass
class Upload:
    """The photos that were added, those the library had, and (file name, sentence) of the rest."""

    added: list[Photo] = field(default_factory=list)
    already: list[Photo] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    @property
    def kept(self) -> list[Photo]:
        return [*self.added, *self.already]

    @property
    def status(self) -> int:
        """The HTTP status that tells a script the same."""
        if self.added:
            return 201
        return 200 if self.already else 422

    @property
    def sentence(self) -> str:
        parts = []
        if self.added:
            parts.append(f"{_photos(self.added)} added.")
        if self.already:
            parts.append(f"{_photos(self.already)} already in the library.")
        return " ".join(parts)

    def as_json(self) -> dict[str, Any]:
        """`id` is the first photo's: enough for a script that sends one file."""
        photos = [(one, False) for one in self.added] + [(one, True) for one in self.already]
        return {
            "id": self.kept[0].id if self.kept else None,
            "photos": [
                {"id": one.id, "file_name": one.file_name, "already": already}
                for one, already in photos
            ],
            "refused": [{"file_name": name, "sentence": said} for name, said in self.refused],
        }


def take(actor: Actor, sent: Iterable[FileStorage]) -> Upload:
    """Take each file in a transaction of its own, so that one refusal costs no other file."""
    upload = Upload()
    for file in sent:
        if file.filename:
            take_bytes(upload, actor, file.filename, file.read())
    if not upload.kept and not upload.refused:
        upload.refused.append(("", "Choose one or more files first."))
    return upload


def take_bytes(upload: Upload, actor: Actor, file_name: str, data: bytes) -> None:
    try:
        received = service.receive(actor, file_name, data)
        with transaction():
            entered = service.enter(actor, received)
    except Invalid as error:
        upload.refused.append((file_name, error.sentence))
        return
    (upload.already if entered.already else upload.added).append(entered.photo)


def _photos(some: list[Photo]) -> str:
    return "One photo was" if len(some) == 1 else f"{len(some)} photos were"

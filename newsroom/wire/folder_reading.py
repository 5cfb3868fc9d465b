"""Taking in what lies complete in a watched folder, a file after the other."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from newsroom.db import db, now
from newsroom.settings import current_settings
from newsroom.whole_files import fingerprint
from newsroom.wire import folder_pictures
from newsroom.wire.beside import FIRST_BYTES, looks_like_a_picture
from newsroom.wire.feed_models import WireFeed
from newsroom.wire.folder import (
    MARK_LETTERS,
    REFUSED,
    TAKEN,
    RefusedFile,
    Sizes,
    Watched,
    opened,
)
from newsroom.wire.intake import take_in
from newsroom.wire.limits import most_bytes

PATIENCE_SECONDS = 30.0
"""After so long the other files wait for the next look."""


@dataclass(frozen=True)
class Looked:
    """What was seen, the sentence about the last file that was refused, and pictures that wait."""

    seen: Sizes
    refusal: str = ""
    waiting: Mapping[str, str] = field(default_factory=dict)
    """By name, since when."""

    def kept(self) -> str:
        return json.dumps({"seen": self.seen, "waiting": dict(self.waiting)})


def read_folder(feed: WireFeed) -> Looked:
    """Raises FetchError. Opens its own transactions; killed anywhere, the next look goes on."""
    db.session.refresh(feed, ["looked"])
    before: Mapping[str, Any] = json.loads(feed.looked)
    begun, refusal = time.monotonic(), ""
    pictures: list[str] = []
    with opened(current_settings().wire_folders, feed.address) as folder:
        names, seen = folder.look(before.get("seen", {}))
        for name in names:
            if folder.begins(name, FIRST_BYTES, looks_like_a_picture):
                pictures.append(name)
            elif time.monotonic() - begun <= PATIENCE_SECONDS:
                refusal = _take(feed, folder, name) or refusal
        # Behind the items, which say whose they are.
        refused, waiting = _take_pictures(feed, folder, pictures, before, begun)
    return Looked(seen, refused or refusal, waiting)


def _take_pictures(
    feed: WireFeed, folder: Watched, names: list[str], before: Mapping[str, Any], begun: float
) -> tuple[str, dict[str, str]]:
    known, refusal = folder_pictures.named_by(feed.id), ""
    since: Mapping[str, str] = before.get("waiting", {})
    alone: list[str] = []
    late: list[str] = []
    for name in names:
        if time.monotonic() - begun > PATIENCE_SECONDS:
            late.append(name)
            continue
        try:
            if not folder_pictures.take(feed, folder, name, known):
                alone.append(name)
        except RefusedFile as error:
            refusal = _refuse(folder, name, error.sentence)
    folder_pictures.share_earlier(known)
    waiting = folder_pictures.wait(folder, alone, since, now())
    # Nobody has looked whose those are: they are not put aside, however long they wait.
    return refusal, waiting | {name: since[name] for name in late if name in since}


def _take(feed: WireFeed, folder: Watched, name: str) -> str:
    """Why the file was refused; empty where it was taken in."""
    try:
        raw = folder.read(name, most_bytes())
    except RefusedFile as error:
        return _refuse(folder, name, error.sentence)
    # Taken in before it is moved: a file that is still there is taken once more, and changes nothing.
    taken = take_in(feed, raw, now(), _shown(name))
    notes = "\n".join(taken.notes)
    mark = fingerprint(raw)[:MARK_LETTERS]
    folder.put_away(name, REFUSED if taken.refused else TAKEN, mark, notes)
    return f"{_shown(name)}: {notes}" if taken.refused else ""


def _refuse(folder: Watched, name: str, sentence: str) -> str:
    folder.put_away(name, REFUSED, f"{now():%Y%m%dT%H%M%S%f}", sentence)
    return f"{_shown(name)}: {sentence}"


def _shown(name: str) -> str:
    return "".join(sign for sign in name if sign.isprintable())

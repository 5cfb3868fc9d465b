"""Taking in what lies complete in a watched folder, a file after the other."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.db import db, now
from newsroom.settings import current_settings
from newsroom.whole_files import fingerprint
from newsroom.wire.feed_models import WireFeed
from newsroom.wire.folder import REFUSED, TAKEN, RefusedFile, Sizes, Watched, opened
from newsroom.wire.intake import take_in
from newsroom.wire.limits import most_bytes

PATIENCE_SECONDS = 30.0
"""After so long the other files wait for the next look."""
MARK_LETTERS = 8


@dataclass(frozen=True)
class Looked:
    """What was seen, and the sentence about the last file that was refused."""

    seen: Sizes
    refusal: str = ""


def read_folder(feed: WireFeed) -> Looked:
    """Raises FetchError. Opens its own transactions; killed anywhere, the next look goes on."""
    db.session.refresh(feed, ["looked"])
    before: Mapping[str, list[int]] = json.loads(feed.looked)
    begun, refusal = time.monotonic(), ""
    with opened(current_settings().wire_folders, feed.address) as folder:
        names, seen = folder.look(before)
        for name in names:
            if time.monotonic() - begun > PATIENCE_SECONDS:
                break
            refusal = _take(feed, folder, name) or refusal
    return Looked(seen, refusal)


def _take(feed: WireFeed, folder: Watched, name: str) -> str:
    """Why the file was refused; empty where it was taken in."""
    shown = "".join(sign for sign in name if sign.isprintable())
    try:
        raw = folder.read(name, most_bytes())
    except RefusedFile as error:
        folder.put_away(name, REFUSED, f"{now():%Y%m%dT%H%M%S%f}", error.sentence)
        return f"{shown}: {error.sentence}"
    # Taken in before it is moved: a file that is still there is taken once more, and changes nothing.
    taken = take_in(feed, raw, now(), shown)
    notes = "\n".join(taken.notes)
    mark = fingerprint(raw)[:MARK_LETTERS]
    folder.put_away(name, REFUSED if taken.refused else TAKEN, mark, notes)
    return f"{shown}: {notes}" if taken.refused else ""

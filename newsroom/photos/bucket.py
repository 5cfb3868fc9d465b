"""Photos in a bucket of any S3-compatible store, with copies at hand of what was looked at lately."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from obstore.exceptions import BaseError, NotFoundError
from obstore.store import S3Store

from newsroom.photos.storage import AwayError, Kept, NotKeptError, Shelf, place_of
from newsroom.settings import Settings
from newsroom.whole_files import fingerprint, write_whole

if TYPE_CHECKING:
    from obstore.store import ClientConfig, RetryConfig, S3Config

log = logging.getLogger(__name__)

AWAY = "The newsroom's photo store does not answer. What lies there is safe; try again later."
NOT_KEPT = "The newsroom's photo store does not take the photo now. Try again later."
CLIENT: ClientConfig = {"connect_timeout": "5s", "timeout": "60s", "allow_http": True}
RETRIES: RetryConfig = {"max_retries": 2, "retry_timeout": timedelta(seconds=10)}
YOUNG = timedelta(hours=1)
"""A file that is older is written again where it is put again, so that no clearing up takes it."""
AT_HAND = timedelta(days=1)
"""Since a copy was last looked at, before it is dropped."""


@dataclass(frozen=True)
class Bucket:
    """One folder of a bucket. A file appears there whole, or not; its bytes never change."""

    far: S3Store
    near: Shelf

    def put(self, data: bytes, suffix: str) -> str:
        place = place_of(fingerprint(data), suffix)
        try:
            put_at = self.changed_at(place)
            if put_at is None or datetime.now(UTC) - put_at > YOUNG:
                self.far.put(place, data, use_multipart=False)
        except (AwayError, BaseError) as error:
            log.warning("the photo store took nothing: %s", type(error).__name__)
            raise NotKeptError(NOT_KEPT) from error
        return place

    def path(self, place: str) -> Path:
        """The copy at hand, fetched where there is none: a page can be sent any part of it."""
        with suppress(OSError):
            found = self.near.path(place)
            os.utime(found)
            return found
        with _answering(place):
            data = bytes(self.far.get(place).bytes())
        path = self.near.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
        return path

    def changed_at(self, place: str) -> datetime | None:
        try:
            with _answering(place):
                return self.far.head(place)["last_modified"]
        except FileNotFoundError:
            return None

    def remove(self, place: str) -> None:
        self.near.remove(place)
        try:
            self.far.delete(place)
        except (FileNotFoundError, NotFoundError):
            return
        except BaseError as error:
            log.warning("%s stays in the photo store: %s", place, type(error).__name__)

    def listing(self) -> Iterator[Kept]:
        with _answering(""):
            for some in self.far.list():
                for one in some:
                    yield Kept(one["path"], one["size"], one["last_modified"])

    def drop_copies(self) -> None:
        """Those at hand that nobody looked at lately."""
        for one in self.near.listing():
            if one.changed_at < datetime.now(UTC) - AT_HAND:
                self.near.remove(one.place)


def bucket_of(settings: Settings, part: str) -> Bucket:
    near = Shelf(settings.data_path / "photos" / "at-hand" / part)
    return Bucket(_client(settings, part), near)


@cache
def _client(settings: Settings, part: str) -> S3Store:
    """One for each process: it keeps its connections."""
    place = urlsplit(settings.photo_store)
    access: S3Config = {
        "access_key_id": settings.photo_store_key_id,
        "secret_access_key": settings.photo_store_secret,
        "region": settings.photo_store_region,
    }
    if settings.photo_store_endpoint:
        access["endpoint"] = settings.photo_store_endpoint
    return S3Store(
        place.netloc,
        prefix="/".join(filter(None, [place.path.strip("/"), part])),
        config=access,
        client_options=CLIENT,
        retry_config=RETRIES,
    )


@contextmanager
def _answering(place: str) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotFoundError) as error:
        raise FileNotFoundError(errno.ENOENT, "no such photo file", place) from error
    except BaseError as error:
        log.warning("the photo store does not answer: %s", type(error).__name__)
        raise AwayError(AWAY) from error

"""A real S3-compatible server as a process of its own: moto's, on a port of this machine."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path

from newsroom.settings import Settings
from tests.processes import Running, free_port
from tests.waiting import eventually

BUCKET = "photos"
SCOPE = "Credential=key/20260101/us-east-1/s3/aws4_request"
SIGNED = {"Authorization": f"AWS4-HMAC-SHA256 {SCOPE}, SignedHeaders=host, Signature=none"}


class ObjectStore(Running):
    """Leaving the block ends it; what it kept is gone then."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        super().__init__(
            "-H",
            "127.0.0.1",
            "-p",
            str(self.port),
            settings={"PATH": os.environ["PATH"]},
            cwd=folder,
            command=[sys.executable, "-W", "ignore", "-m", "moto.server"],
        )
        eventually(self._has_bucket)

    def _has_bucket(self) -> bool:
        with suppress(OSError):
            return self.ask("PUT", f"/{BUCKET}") == 200
        return False

    def ask(self, method: str, path: str) -> int:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, headers=SIGNED)
            return connection.getresponse().status
        finally:
            connection.close()

    def settings(self, given: Settings) -> Settings:
        return replace(
            given,
            photo_store=f"s3://{BUCKET}/newsroom",
            photo_store_endpoint=f"http://127.0.0.1:{self.port}",
            photo_store_key_id="key",
            photo_store_secret="secret",
        )


@contextmanager
def object_store(folder: Path) -> Iterator[ObjectStore]:
    with ObjectStore(folder) as running:
        yield running

"""A real Valkey for one test process, on a socket of its own."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Self

import redis
from redis.backoff import ConstantBackoff
from redis.retry import Retry

from newsroom.broker import server_binary


class TestBroker:
    __test__ = False

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="nr-"))  # short: socket paths are
        socket = self.folder / "b.sock"
        self.url = f"unix://{socket}"
        command = [server_binary(), "--port", "0", "--unixsocket", str(socket), "--save", ""]
        self.process = subprocess.Popen(
            [*command, "--dir", str(self.folder)], stdout=subprocess.DEVNULL
        )
        retry = Retry(ConstantBackoff(0.05), 200)
        errors = [redis.ConnectionError]
        with redis.Redis.from_url(self.url, retry=retry, retry_on_error=errors) as client:
            client.ping()
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)
        shutil.rmtree(self.folder, ignore_errors=True)
